import { TASK_DEFINITION_TYPE } from "../../../core";
import { changeStack, type Stack, type StackChange } from "../../support/pack-stack";
import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { ALIAS, deployed, firstPreview, ROLE } from "./stack";

/** The component that the task definition is a child of. */
export const component = TASK_DEFINITION_TYPE;

/** The policy that the component writes, computed from what the row says. */
export const rights = (...from: string[]) => ({
    component,
    props: { role: "web-execution", policy: UNKNOWN },
    from: { role: ["role"], policy: from },
});

/**
 * The component's first preview with a parameter of the program and a role of the program: nothing
 * that AWS computes is known.
 */
const preview: Stack = changeStack(deployed, {
    ...firstPreview,
    web: { type: component, props: {} },
    rights: rights("parameter"),
    task: { ...firstPreview.task, component },
});

/** The preview with a change. */
export const row = (name: string, change: StackChange): PolicyRow => ({
    name,
    stack: changeStack(preview, change),
});

/** A secret with its version, under the key. */
export const SECRET_PARTS: StackChange = {
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: UNKNOWN, kmsKeyId: UNKNOWN },
        from: { kmsKeyId: ["key"] },
    },
    version: {
        type: "aws:secretsmanager/secretVersion:SecretVersion",
        props: { arn: UNKNOWN, secretId: UNKNOWN },
        from: { secretId: ["secret"] },
    },
};

/** A secret that is injected in place of the parameter, and what the policy is computed from. */
export const secret = (injected: string, named: string): StackChange => ({
    ...SECRET_PARTS,
    rights: rights(named),
    task: {
        props: { containerDefinitions: UNKNOWN },
        from: { executionRoleArn: ["role"], containerDefinitions: [injected] },
    },
});

const alias = {
    type: "aws:kms/alias:Alias",
    props: { arn: ALIAS, name: "alias/web", targetKeyId: UNKNOWN, targetKeyArn: UNKNOWN },
    from: { targetKeyId: ["key"] },
};

/** A key that the parameter has by its alias. */
export const byAlias: StackChange = { alias, parameter: { props: {}, from: { keyId: ["alias"] } } };

/** A role of another stack. */
export const outside: StackChange = {
    role: undefined,
    attachment: undefined,
    rights: { ...rights("parameter"), from: { policy: ["parameter"] } },
    task: {
        props: { executionRoleArn: ROLE },
        from: { containerDefinitions: ["parameter"] },
    },
};

import { SERVICE_TYPE } from "../../../core";
import type { StackChange } from "../../support/pack-stack";
import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { byAlias, component, outside, rights, row, secret } from "./planned";

const managed = (from: string[]): StackChange => ({
    rights: undefined,
    managed: {
        type: "aws:iam/policy:Policy",
        component,
        props: { arn: UNKNOWN, policy: UNKNOWN },
        from: { policy: from },
    },
    managedAttachment: {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        component,
        props: { role: "web-execution", policyArn: UNKNOWN },
        from: { role: ["role"], policyArn: ["managed"] },
    },
});

/** First previews of the component on which there is nothing to say. */
export const plannedValid: PolicyRow[] = [
    row("a first preview of the component with a parameter of the program", {}),
    row(
        "a first preview of the component with a secret of the program",
        secret("secret", "secret"),
    ),
    row(
        "a first preview of the component with a version of a secret of the program",
        secret("version", "version"),
    ),
    row(
        "a first preview of the component where policy and definitions name a secret by other resources",
        secret("version", "secret"),
    ),
    row(
        "a first preview of the component whose policy is computed from the key that the args name",
        { rights: rights("key") },
    ),
    row("a first preview of the component with a key that is named by an alias", byAlias),
    row("a first preview of the component whose policy is computed from the alias that is named", {
        ...byAlias,
        rights: rights("alias"),
    }),
    row("a first preview of the component with managed policies", managed(["parameter"])),
    row("a first preview of the component, with another policy of the program beside its own", {
        other: {
            type: "aws:iam/rolePolicy:RolePolicy",
            props: { role: "web-execution", policy: UNKNOWN },
            from: { role: ["role"], policy: ["bucket"] },
        },
        bucket: { type: "aws:s3/bucket:Bucket", props: { arn: UNKNOWN } },
    }),
    row("a first preview of the component with a role of another stack", outside),
    row("a policy that another component writes for the same role", {
        rights: { ...rights("parameter"), component: SERVICE_TYPE },
    }),
    row("a task definition beside the component with the component's role", {
        task: { component: undefined },
    }),
    row("a key policy that is given later, of which nothing else is open", {
        later: {
            type: "aws:kms/keyPolicy:KeyPolicy",
            props: { keyId: UNKNOWN, policy: UNKNOWN },
            from: { keyId: ["key"], policy: ["role"] },
        },
    }),
    row("a policy that is computed from the secret and its key, and is not the component's", {
        rights: { ...rights("parameter", "key"), component: undefined },
    }),
];

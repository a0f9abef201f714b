import { RolePolicy } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { findPolicySizeFinding, planTaskRolePolicy } from "../../core";
import { resolveFacts } from "../facts";
import { resolveReference } from "../injections";
import { createChild, type Scope } from "../scope";
import type { KnownSecret } from "../secrets/known-secret";
import type { RightfulRole } from "./execution-role";
import { createRole } from "./role";

/** Creates the task role, and what lets the containers read the secrets that they read themselves. */
export function createTaskRole(scope: Scope, own: Record<string, KnownSecret>): RightfulRole {
    const { taskRole: args = {} } = scope.args;
    const description = `What the containers of ${scope.name} act with`;
    const role = createRole(scope, "taskRole", "task-role", description, args, {
        sourceAccount: true,
        sourceArn: true,
    });
    const read = (args.readSecrets ?? []).map((one) => resolveReference(scope, one, own));
    if (read.length === 0) {
        return { ...role, findings: pulumi.output([]), createRights: () => [] };
    }
    const document = resolveFacts(scope.location, read, []).apply(({ injected, location }) =>
        planTaskRolePolicy(injected, location),
    );
    return {
        ...role,
        findings: document.apply((known) =>
            findPolicySizeFinding([known], "inline", "taskRole.readSecrets"),
        ),
        createRights: (gated) => {
            const policy = document.apply((known) => JSON.stringify(known));
            const policyArgs = { role: role.name, policy };
            return [createChild(gated, "taskPolicy", RolePolicy, "task-policy", policyArgs)];
        },
    };
}

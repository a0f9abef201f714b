import { RolePolicy } from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { planTaskRolePolicy } from "../../core";
import { resolveFacts } from "../facts";
import { resolveReference } from "../injections";
import { createChild, type Scope } from "../scope";
import type { KnownSecret } from "../secrets/known-secret";
import { createRole, type TaskRole } from "./role";

/** Creates the task role, with the right to read the secrets that the containers read themselves. */
export function createTaskRole(
    scope: Scope,
    own: Record<string, KnownSecret>,
): TaskRole & { readonly rights: pulumi.Resource[] } {
    const { taskRole: args = {} } = scope.args;
    const description = `What the containers of ${scope.name} act with`;
    const role = createRole(scope, "taskRole", "task-role", description, args, {
        sourceAccount: true,
        sourceArn: true,
    });
    const read = (args.readSecrets ?? []).map((one) => resolveReference(scope, one, own));
    if (read.length === 0) {
        return { ...role, rights: [] };
    }
    const policy = resolveFacts(scope.location, read, []).apply(({ injected, location }) =>
        JSON.stringify(planTaskRolePolicy(injected, location)),
    );
    return {
        ...role,
        rights: [
            createChild(scope, "taskPolicy", RolePolicy, "task-policy", {
                role: role.name,
                policy,
            }),
        ],
    };
}

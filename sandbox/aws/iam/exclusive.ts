import type { Account } from "../account";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { requireRole, roles, withAttached, type Role } from "./roles";

/**
 * The resource type that says which inline policies a role has: every other one is deleted, and one
 * that is not there cannot be made, for nobody knows its document.
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/iam/rolepoliciesexclusive/
 */
export const rolePoliciesExclusive: ResourceType = exclusive(
    "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
    "policyNames",
    (role) => Object.keys(role.inline).sort(),
    (_account, role, names) => {
        const [missing] = names.filter((name) => role.inline[name] === undefined);
        if (missing !== undefined) {
            const message = `The role policy with name ${missing} cannot be found.`;
            throw new AwsError("IAM: PutRolePolicy", "NoSuchEntity", message);
        }
        const kept = Object.entries(role.inline).filter(([name]) => names.includes(name));
        return { ...role, inline: Object.fromEntries(kept) };
    },
);

/**
 * The resource type that says which managed policies a role has: every other one is detached, and
 * those that it lacks are attached.
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/iam/rolepolicyattachmentsexclusive/
 */
export const rolePolicyAttachmentsExclusive: ResourceType = exclusive(
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "policyArns",
    (role) => [...role.attached],
    (account, role, arns) => withAttached(account, { ...role, attached: [] }, arns),
);

/** Who says what a role has gives it nothing back when it is deleted: the role keeps it. */
function exclusive(
    token: string,
    input: string,
    list: (role: Role) => string[],
    apply: (account: Account, role: Role, names: readonly string[]) => Role,
): ResourceType {
    const put = (account: Account, inputs: Properties) => {
        const role = requireRole(account, "ListRolePolicies", text(inputs, "roleName"));
        roles(account).put(role.name, apply(account, role, inputs[input] as readonly string[]));
        return { id: role.name, outputs: inputs };
    };
    return {
        token,
        isGlobal: true,
        required: [input, "roleName"],
        replaceOn: ["roleName"],
        computed: [],
        create: put,
        read(account, _id, outputs) {
            const role = roles(account).get(text(outputs, "roleName"));
            return role && { ...outputs, [input]: inOrderOf(outputs[input], list(role)) };
        },
        update: (account, _id, inputs) => put(account, inputs),
        delete: () => undefined,
    };
}

/** These are sets: the order in which a program writes them is none of AWS's. */
function inOrderOf(written: unknown, found: string[]): string[] {
    const order = Array.isArray(written) ? (written as string[]) : [];
    const isSame = order.length === found.length && order.every((one) => found.includes(one));
    return isSame ? order : found;
}

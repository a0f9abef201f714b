import type { Account } from "../account";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { listRoles, requireManagedPolicy, requireRole, roles, withAttached } from "./roles";

/**
 * The resource type that says of a managed policy who has it, and that nobody else does: another
 * role loses it. Users and groups are not simulated.
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/iam/policyattachment/
 */
export const policyAttachment: ResourceType = {
    token: "aws:iam/policyAttachment:PolicyAttachment",
    isGlobal: true,
    autoName: "name",
    required: ["policyArn"],
    replaceOn: ["name", "policyArn"],
    validate: (inputs) =>
        ["groups", "roles", "users"].some((kind) => inputs[kind] !== undefined)
            ? []
            : [
                  {
                      property: "policyArn",
                      reason: "simulated AWS: no users, roles or groups specified for IAM policy attachment",
                  },
              ],
    computed: [],
    create(account, inputs) {
        requireManagedPolicy(account, "AttachRolePolicy", text(inputs, "policyArn"));
        attachExclusively(account, inputs);
        return { id: text(inputs, "name"), outputs: inputs };
    },
    read(account, _id, outputs) {
        const attached = holders(account, text(outputs, "policyArn"));
        return attached.length === 0 && readNames(outputs, "roles").length > 0
            ? undefined
            : { ...outputs, ...(outputs.roles !== undefined && { roles: attached }) };
    },
    update(account, id, inputs) {
        attachExclusively(account, inputs);
        return { id, outputs: inputs };
    },
    delete(account, _id, outputs) {
        readNames(outputs, "roles").forEach((name) => {
            detach(account, name, text(outputs, "policyArn"));
        });
    },
};

function attachExclusively(account: Account, inputs: Properties): void {
    const arn = text(inputs, "policyArn");
    const names = readNames(inputs, "roles");
    for (const kind of ["groups", "users"] as const) {
        const [missing] = readNames(inputs, kind);
        if (missing !== undefined) {
            const what = kind === "groups" ? "group" : "user";
            const message = `The ${what} with name ${missing} cannot be found.`;
            throw new AwsError(
                `IAM: Attach${kind === "groups" ? "Group" : "User"}Policy`,
                "NoSuchEntity",
                message,
            );
        }
    }
    names.forEach((name) => {
        const owner = requireRole(account, "AttachRolePolicy", name);
        roles(account).put(name, withAttached(account, owner, [arn]));
    });
    holders(account, arn)
        .filter((name) => !names.includes(name))
        .forEach((name) => {
            detach(account, name, arn);
        });
}

function detach(account: Account, name: string, arn: string): void {
    const owner = roles(account).get(name);
    if (owner) {
        const attached = owner.attached.filter((one) => one !== arn);
        roles(account).put(name, { ...owner, attached });
    }
}

function holders(account: Account, arn: string): string[] {
    return listRoles(account)
        .filter(({ attached }) => attached.includes(arn))
        .map(({ name }) => name);
}

function readNames(properties: Properties, kind: string): string[] {
    return (properties[kind] ?? []) as string[];
}

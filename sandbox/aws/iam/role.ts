import type { Account } from "../account";
import { hex } from "../ids";
import { refuseMalformedTrust } from "../policy-refusal";
import {
    AwsError,
    canonicalJson,
    readTags,
    text,
    UNKNOWN,
    type Properties,
    type ResourceType,
} from "../resource-type";
import {
    requireManagedPolicy,
    requireRole,
    roles,
    withAttached,
    withInline,
    type Role,
} from "./roles";

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const MAX_NAME_LENGTH = 64;

/** The resource type of roles. */
export const role: ResourceType = {
    token: "aws:iam/role:Role",
    isGlobal: true,
    autoName: "name",
    defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
    required: ["assumeRolePolicy"],
    replaceOn: ["name", "namePrefix", "path"],
    canonical: { assumeRolePolicy: canonicalJson },
    validate: ({ name }) =>
        typeof name === "string" && name !== UNKNOWN && name.length > MAX_NAME_LENGTH
            ? [
                  {
                      property: "name",
                      reason: `simulated AWS: expected length of name to be in the range (1 - ${MAX_NAME_LENGTH})`,
                  },
              ]
            : [],
    computed: [
        "arn",
        "createDate",
        "inlinePolicies",
        "managedPolicyArns",
        "namePrefix",
        "tagsAll",
        "uniqueId",
    ],
    create(account, inputs) {
        const name = text(inputs, "name");
        refuseMalformedTrust(account, "CreateRole", text(inputs, "assumeRolePolicy"));
        const created = withPolicies(account, "CreateRole", inputs, {
            name,
            arn: account.iamArn(`role${text(inputs, "path")}${name}`),
            uniqueId: `AROA${hex(17).toUpperCase()}`,
            assumeRolePolicy: text(inputs, "assumeRolePolicy"),
            inline: {},
            attached: [],
            ...readWords(inputs),
        });
        if (!roles(account).create(name, created)) {
            const message = `Role with name ${name} already exists.`;
            throw new AwsError("IAM: CreateRole", "EntityAlreadyExists", message);
        }
        return { id: name, outputs: { ...inputs, ...describe(created) } };
    },
    read(account, id) {
        const found = roles(account).get(id);
        return found && { name: found.name, ...describe(found) };
    },
    update(account, id, inputs) {
        const assumeRolePolicy = text(inputs, "assumeRolePolicy");
        refuseMalformedTrust(account, "UpdateAssumeRolePolicy", assumeRolePolicy);
        const found = requireRole(account, "UpdateRole", id);
        const role = { ...found, assumeRolePolicy, ...readWords(inputs) };
        const updated = withPolicies(account, "PutRolePermissionsBoundary", inputs, role);
        roles(account).put(id, updated);
        return { id, outputs: { ...inputs, ...describe(updated) } };
    },
    delete(account, id, outputs) {
        const found = roles(account).get(id);
        if (found && hasOthersPolicies(found, outputs) && outputs.forceDetachPolicies !== true) {
            const message = "Cannot delete entity, must delete policies first.";
            throw new AwsError("IAM: DeleteRole", "DeleteConflict", message);
        }
        roles(account).delete(id);
    },
};

function readWords(inputs: Properties): Pick<Role, "description" | "tags"> {
    return { description: text(inputs, "description"), tags: readTags(inputs) };
}

/** Where a role names its policies, it has those alone. */
function withPolicies(
    account: Account,
    operation: string,
    inputs: Properties,
    { boundary: _old, ...role }: Role,
): Role {
    const boundary = text(inputs, "permissionsBoundary");
    if (boundary !== "") {
        requireManagedPolicy(account, operation, boundary);
    }
    const limited = { ...role, ...(boundary !== "" && { boundary }) };
    const inlinePolicies = inputs.inlinePolicies as
        { name?: string; policy?: string }[] | undefined;
    const managedPolicyArns = inputs.managedPolicyArns as string[] | undefined;
    const named = inlinePolicies?.filter(({ policy }) => policy);
    const inline = named?.map(({ name, policy }) => [name ?? "", policy ?? ""] as const);
    const inlined = inline
        ? withInline({ ...limited, inline: {} }, Object.fromEntries(inline))
        : limited;
    return managedPolicyArns
        ? withAttached(account, { ...inlined, attached: [] }, managedPolicyArns)
        : inlined;
}

/** Its own policies go with a role; those that others gave it keep it. */
function hasOthersPolicies(role: Role, outputs: Properties): boolean {
    const inline = (outputs.inlinePolicies ?? []) as { name: string }[];
    const attached = (outputs.managedPolicyArns ?? []) as string[];
    return (
        Object.keys(role.inline).some((name) => !inline.some((own) => own.name === name)) ||
        role.attached.some((arn) => !attached.includes(arn))
    );
}

function describe(found: Role): Properties {
    return {
        arn: found.arn,
        createDate: "2026-01-01T00:00:00Z",
        ...(found.boundary !== undefined && { permissionsBoundary: found.boundary }),
        inlinePolicies: Object.entries(found.inline).map(([name, policy]) => ({ name, policy })),
        managedPolicyArns: found.attached,
        uniqueId: found.uniqueId,
    };
}

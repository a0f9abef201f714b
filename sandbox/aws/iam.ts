import { managedPolicyDocument, parseNamedPolicy, type NamedPolicy } from "../../core";
import { ACCOUNT_ID, type Account } from "./account";
import { hex } from "./ids";
import { refuseMalformed, refuseMalformedTrust } from "./policy-refusal";
import { AwsError, canonicalJson, text, type Properties, type ResourceType } from "./resource-type";

interface Role {
    readonly name: string;
    readonly path: string;
    readonly arn: string;
    readonly assumeRolePolicy: string;
    readonly inline: Readonly<Record<string, string>>;
    readonly attached: readonly string[];
}

/** All inline policies of a role together may hold this many characters, white space aside. */
const MAX_INLINE_CHARACTERS = 10_240;

const roles = (account: Account) => account.collection<Role>("iam-roles");

/** All roles. */
export const listRoles = (account: Account) => roles(account).list();

/** A role as an ARN names it, with everything that gives it rights. */
export interface RoleRights {
    readonly name: string;
    readonly trust: NamedPolicy;
    readonly identity: readonly NamedPolicy[];
}

/** Finds the role of an ARN. */
export function findRole(account: Account, arn: string): RoleRights | undefined {
    const role = roles(account)
        .list()
        .find((candidate) => candidate.arn === arn);
    return (
        role && {
            name: role.name,
            trust: parseNamedPolicy("the trust policy", role.assumeRolePolicy),
            identity: [
                ...Object.entries(role.inline).map(([name, json]) => parseNamedPolicy(name, json)),
                ...role.attached.map(managedPolicyDocument),
            ],
        }
    );
}

const role: ResourceType = {
    token: "aws:iam/role:Role",
    autoName: "name",
    defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
    required: ["assumeRolePolicy"],
    replaceOn: ["name", "path"],
    canonical: { assumeRolePolicy: canonicalJson },
    computed: ["arn", "createDate", "inlinePolicies", "managedPolicyArns", "tagsAll", "uniqueId"],
    create(account, inputs) {
        const name = text(inputs, "name");
        refuseMalformedTrust("CreateRole", text(inputs, "assumeRolePolicy"));
        const created: Role = {
            name,
            path: text(inputs, "path"),
            arn: account.iamArn(`role${text(inputs, "path")}${name}`),
            assumeRolePolicy: text(inputs, "assumeRolePolicy"),
            inline: {},
            attached: [],
        };
        if (!roles(account).create(name, created)) {
            const message = `Role with name ${name} already exists.`;
            throw new AwsError("IAM: CreateRole", "EntityAlreadyExists", message);
        }
        return { id: name, outputs: { ...inputs, ...describeRole(created) } };
    },
    read(account, id) {
        const found = roles(account).get(id);
        return found && { name: found.name, ...describeRole(found) };
    },
    update(account, id, inputs, olds) {
        refuseMalformedTrust("UpdateAssumeRolePolicy", text(inputs, "assumeRolePolicy"));
        const assumeRolePolicy = text(inputs, "assumeRolePolicy");
        roles(account).put(id, { ...requireRole(account, "UpdateRole", id), assumeRolePolicy });
        return { id, outputs: { ...olds, ...inputs } };
    },
    delete(account, id) {
        const found = roles(account).get(id);
        if (found && Object.keys(found.inline).length + found.attached.length > 0) {
            const message = "Cannot delete entity, must delete policies first.";
            throw new AwsError("IAM: DeleteRole", "DeleteConflict", message);
        }
        roles(account).delete(id);
    },
};

const rolePolicy: ResourceType = {
    token: "aws:iam/rolePolicy:RolePolicy",
    autoName: "name",
    required: ["policy", "role"],
    replaceOn: ["name", "role"],
    canonical: { policy: canonicalJson },
    computed: [],
    create(account, inputs) {
        putRolePolicy(account, inputs);
        return { id: `${text(inputs, "role")}:${text(inputs, "name")}`, outputs: inputs };
    },
    read(account, _id, outputs) {
        const policy = roles(account).get(text(outputs, "role"))?.inline[text(outputs, "name")];
        return policy === undefined ? undefined : { ...outputs, policy };
    },
    update(account, id, inputs) {
        putRolePolicy(account, inputs);
        return { id, outputs: inputs };
    },
    delete(account, _id, outputs) {
        const owner = roles(account).get(text(outputs, "role"));
        if (owner) {
            const { [text(outputs, "name")]: _gone, ...inline } = owner.inline;
            roles(account).put(owner.name, { ...owner, inline });
        }
    },
};

const rolePolicyAttachment: ResourceType = {
    token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    required: ["policyArn", "role"],
    replaceOn: ["policyArn", "role"],
    computed: [],
    create(account, inputs) {
        const policyArn = text(inputs, "policyArn");
        const owner = requireRole(account, "AttachRolePolicy", text(inputs, "role"));
        if (managedPolicyDocument(policyArn).kind === "unknown") {
            const message = `Policy ${policyArn} does not exist or is not attachable.`;
            throw new AwsError("IAM: AttachRolePolicy", "NoSuchEntity", message);
        }
        const attached = [...new Set([...owner.attached, policyArn])].sort();
        roles(account).put(owner.name, { ...owner, attached });
        return { id: `${owner.name}-${hex(26)}`, outputs: inputs };
    },
    read(account, _id, outputs) {
        const owner = roles(account).get(text(outputs, "role"));
        return owner?.attached.includes(text(outputs, "policyArn")) ? outputs : undefined;
    },
    delete(account, _id, outputs) {
        const owner = roles(account).get(text(outputs, "role"));
        if (owner) {
            const attached = owner.attached.filter((arn) => arn !== text(outputs, "policyArn"));
            roles(account).put(owner.name, { ...owner, attached });
        }
    },
};

/** The resource types of AWS Identity and Access Management. */
export const iamTypes = [role, rolePolicy, rolePolicyAttachment];

function describeRole(found: Role): Properties {
    return {
        arn: found.arn,
        createDate: "2026-01-01T00:00:00Z",
        inlinePolicies: Object.entries(found.inline).map(([name, policy]) => ({ name, policy })),
        managedPolicyArns: found.attached,
        tagsAll: {},
        uniqueId: `AROA${hex(17).toUpperCase()}`,
    };
}

function requireRole(account: Account, operation: string, name: string): Role {
    const found = roles(account).get(name);
    if (!found) {
        const message = `The role with name ${name} cannot be found.`;
        throw new AwsError(`IAM: ${operation}`, "NoSuchEntity", message);
    }
    return found;
}

function putRolePolicy(account: Account, inputs: Properties): void {
    const owner = requireRole(account, "PutRolePolicy", text(inputs, "role"));
    const policy = text(inputs, "policy");
    refuseMalformed("IAM: PutRolePolicy", "MalformedPolicyDocument", policy);
    const inline = { ...owner.inline, [text(inputs, "name")]: policy };
    const characters = Object.values(inline).join("").replace(/\s/g, "").length;
    if (characters > MAX_INLINE_CHARACTERS) {
        const message = `Maximum policy size of ${MAX_INLINE_CHARACTERS} bytes exceeded for role ${owner.name}`;
        throw new AwsError("IAM: PutRolePolicy", "LimitExceeded", message);
    }
    roles(account).put(owner.name, { ...owner, inline });
}

/** The principal that a task is when it acts with its execution role. */
export function assumedRoleArn(account: Account, roleName: string, session: string): string {
    return `arn:${account.partition}:sts::${ACCOUNT_ID}:assumed-role/${roleName}/${session}`;
}

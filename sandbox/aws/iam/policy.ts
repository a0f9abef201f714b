import type { Account } from "../account";
import { hex } from "../ids";
import { refuseMalformedIdentity } from "../policy-refusal";
import {
    AwsError,
    canonicalJson,
    readTags,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { managedPolicies, type ManagedPolicy } from "./managed-policies";
import { listRoles } from "./roles";

/**
 * White space aside.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MAX_CHARACTERS = 6_144;

/** The resource type of customer managed policies. */
export const policy: ResourceType = {
    token: "aws:iam/policy:Policy",
    isGlobal: true,
    autoName: "name",
    defaults: { path: "/" },
    required: ["policy"],
    replaceOn: ["description", "name", "namePrefix", "path"],
    canonical: { policy: canonicalJson },
    computed: ["arn", "attachmentCount", "namePrefix", "policyId", "tagsAll"],
    create(account, inputs) {
        const name = text(inputs, "name");
        const created: ManagedPolicy = {
            name,
            arn: account.iamArn(`policy${text(inputs, "path")}${name}`),
            uniqueId: `ANPA${hex(17).toUpperCase()}`,
            document: readDocument("CreatePolicy", inputs),
            description: text(inputs, "description"),
            tags: readTags(inputs),
        };
        if (!managedPolicies(account).create(name, created)) {
            const message = `A policy called ${name} already exists. Duplicate names are not allowed.`;
            throw new AwsError("IAM: CreatePolicy", "EntityAlreadyExists", message);
        }
        return { id: created.arn, outputs: { ...inputs, ...describe(account, created) } };
    },
    read(account, id) {
        const found = managedPolicies(account).get(nameOf(id));
        return found && { name: found.name, ...describe(account, found) };
    },
    update(account, id, inputs) {
        const document = readDocument("CreatePolicyVersion", inputs);
        const found = managedPolicies(account).get(nameOf(id));
        if (!found) {
            const message = `Policy ${id} does not exist or is not attachable.`;
            throw new AwsError("IAM: CreatePolicyVersion", "NoSuchEntity", message);
        }
        const updated = { ...found, document, tags: readTags(inputs) };
        managedPolicies(account).put(found.name, updated);
        return { id, outputs: { ...inputs, ...describe(account, updated) } };
    },
    delete(account, id) {
        if (countAttachments(account, id) > 0) {
            const message = "Cannot delete a policy attached to entities.";
            throw new AwsError("IAM: DeletePolicy", "DeleteConflict", message);
        }
        managedPolicies(account).delete(nameOf(id));
    },
};

function nameOf(arn: string): string {
    return arn.split("/").at(-1) ?? arn;
}

function countAttachments(account: Account, arn: string): number {
    return listRoles(account).filter(({ attached }) => attached.includes(arn)).length;
}

function describe(account: Account, found: ManagedPolicy): Properties {
    return {
        arn: found.arn,
        attachmentCount: countAttachments(account, found.arn),
        policy: found.document,
        policyId: found.uniqueId,
    };
}

function readDocument(operation: string, inputs: Properties): string {
    const document = text(inputs, "policy");
    refuseMalformedIdentity(operation, document);
    if (document.replace(/\s/g, "").length > MAX_CHARACTERS) {
        const message = `Cannot exceed quota for PolicySize: ${MAX_CHARACTERS}`;
        throw new AwsError(`IAM: ${operation}`, "LimitExceeded", message);
    }
    return document;
}

import type { PolicyResource } from "@pulumi/policy";
import { managedPolicyDocument, type NamedPolicy } from "../../core";
import { readText, readTexts, type Reading } from "./decode";
import { findByNameInArn, isAmongRoles, listOfRole, type TaskRole } from "./execution-role";
import { sourcesOf, TYPES, type StackModel } from "./model";
import { MAY_BE_OLDER, ofResource, pendingPolicy, type RolePolicy } from "./policy-document";

/** The managed policies of a role, whichever way they are attached. */
export function listManagedPolicies(model: StackModel, role: TaskRole): RolePolicy[] {
    const attachments = [
        ...listOfRole(model, role, TYPES.rolePolicyAttachment),
        ...model.ofType(TYPES.policyAttachment).filter((one) => isAmongRoles(one, role)),
    ];
    const [exclusive] = listOfRole(
        model,
        role,
        TYPES.rolePolicyAttachmentsExclusive,
        "roleName",
    ) as [PolicyResource?];
    const attached = attachments.map((attachment) =>
        readManaged(model, attachment, "policyArn", readText(attachment.props, "policyArn")),
    );
    const arns = attachments.map(({ props }) => readText(props, "policyArn"));
    // A policy of aws-native says itself which roles it is attached to.
    const own = model.ofType(TYPES.policy).filter((policy) => isAmongRoles(policy, role));
    return [
        ...attached,
        ...own.map((policy) => ofResource(policy)),
        ...(exclusive ? listMembers(model, exclusive, "policyArns", arns) : []),
        ...(role.kind === "role" ? listOwn(model, role.role, arns) : []),
    ];
}

/** The permissions boundary of a role; `undefined` if it has none. */
export function readBoundary(model: StackModel, role: PolicyResource): NamedPolicy | undefined {
    const reading = readText(role.props, "permissionsBoundary");
    return reading.kind === "absent" || (reading.kind === "known" && reading.text === "")
        ? undefined
        : readManaged(model, role, "permissionsBoundary", reading).policy;
}

/**
 * What the role itself lists, apart from what resources attach. Where the program gives no list AWS
 * fills it in: it is unknown then, and computed from nothing.
 */
function listOwn(model: StackModel, role: PolicyResource, attached: Reading[]): RolePolicy[] {
    const hasSources = sourcesOf(role, "managedPolicyArns").length > 0;
    return listMembers(model, role, "managedPolicyArns", attached)
        .filter(({ policy }) => !isPending(policy) || hasSources)
        .map((one) =>
            attached.length > 0
                ? {
                      policy: { name: "in the role itself", kind: "unknown", why: MAY_BE_OLDER },
                      sources: [],
                  }
                : one,
        );
}

/** The managed policies in a list of ARNs, but for those that are attached otherwise. */
function listMembers(
    model: StackModel,
    from: PolicyResource,
    property: string,
    attached: readonly Reading[],
): RolePolicy[] {
    const isAttached = (reading: Reading) =>
        reading.kind === "known" &&
        attached.some((one) => one.kind === "known" && one.text === reading.text);
    return readTexts(from.props, property)
        .filter((reading) => !isAttached(reading))
        .map((reading) => readManaged(model, from, property, reading));
}

/** A managed policy by its ARN: one of the stack, one of AWS, or one that is not known. */
function readManaged(
    model: StackModel,
    from: PolicyResource,
    property: string,
    reading: Reading,
): RolePolicy {
    const sources = sourcesOf(from, property).filter(({ type }) => type === TYPES.policy);
    if (reading.kind === "known") {
        const { text } = reading;
        const own =
            model.find(TYPES.policy, ["arn"], text) ?? findByNameInArn(model, TYPES.policy, text);
        return own ? ofResource(own) : { policy: managedPolicyDocument(text), sources: [] };
    }
    return sources.length === 1
        ? ofResource(sources[0])
        : {
              policy: pendingPolicy(from.name, "its ARN is not known yet"),
              sources: sourcesOf(from, property),
          };
}

function isPending(policy: NamedPolicy): boolean {
    return policy.kind === "unknown" && policy.isPending === true;
}

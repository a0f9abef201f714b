import type { PolicyResource } from "@pulumi/policy";
import { managedPolicyDocument } from "../../core";
import { readText, readTexts, type Reading } from "./decode";
import { isAmongRoles, listOfRole, type ExecutionRole } from "./execution-role";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";
import { MAY_BE_OLDER, ofResource, type RolePolicy } from "./policy-document";

/** The managed policies of a role, whichever way they are attached. */
export function listManagedPolicies(model: StackModel, role: ExecutionRole): RolePolicy[] {
    const single = listOfRole(model, role, TYPES.rolePolicyAttachment);
    const shared = model
        .ofType(TYPES.policyAttachment)
        .filter((attachment) => isAmongRoles(attachment, role));
    const attached = [...single, ...shared].map((attachment) =>
        readManaged(model, attachment, "policyArn", readText(attachment.props, "policyArn")),
    );
    const arns = [...single, ...shared].map(({ props }) => readText(props, "policyArn"));
    return [...attached, ...(role.kind === "role" ? listOwn(model, role.role, arns) : [])];
}

/** The permissions boundary of a role; `undefined` if it has none. */
export function readBoundary(model: StackModel, role: PolicyResource): RolePolicy | undefined {
    const reading = readText(role.props, "permissionsBoundary");
    return reading.kind === "absent"
        ? undefined
        : readManaged(model, role, "permissionsBoundary", reading);
}

/**
 * What the role itself lists, apart from what resources attach. Where the program gives no list AWS
 * fills it in: it is unknown then, and computed from nothing.
 */
function listOwn(model: StackModel, role: PolicyResource, attached: Reading[]): RolePolicy[] {
    const hasSources = sourcesOf(role, "managedPolicyArns").length > 0;
    const isAttached = (reading: Reading) =>
        reading.kind === "known" &&
        attached.some((one) => one.kind === "known" && one.text === reading.text);
    return readTexts(role.props, "managedPolicyArns")
        .filter((reading) => (reading.kind === "known" ? !isAttached(reading) : hasSources))
        .map((reading) =>
            attached.length > 0
                ? {
                      policy: { name: "in the role itself", kind: "unknown", why: MAY_BE_OLDER },
                      isPending: false,
                  }
                : readManaged(model, role, "managedPolicyArns", reading),
        );
}

/** A managed policy by its ARN: one of the stack, one of AWS, or one that is not known. */
function readManaged(
    model: StackModel,
    from: PolicyResource,
    property: string,
    reading: Reading,
): RolePolicy {
    const sources = sourcesOf(from, property);
    const ofStack =
        reading.kind === "known"
            ? model.ofType(TYPES.policy).filter((one) => hasText(one, "arn", reading.text))
            : sources.filter(({ type }) => type === TYPES.policy);
    if (ofStack.length === 1) {
        return ofResource(ofStack[0]);
    }
    return reading.kind === "known"
        ? { policy: managedPolicyDocument(reading.text), isPending: false }
        : {
              policy: { name: from.name, kind: "unknown", why: "its ARN is not known yet" },
              isPending: true,
          };
}

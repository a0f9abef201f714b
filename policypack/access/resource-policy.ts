import type { PolicyResource } from "@pulumi/policy";
import type { ResourceSide } from "../../core";
import { knownText, TYPES, type StackModel } from "../stack/model";
import { hasOwnPolicy, readPolicy } from "../stack/policy-document";
import type { Need } from "./need";

/** The resource policy of a secret of the stack: one that a resource gives it, its own, or none. */
export function policyOfSecret(model: StackModel, secret: PolicyResource): ResourceSide {
    const refer = (policy: PolicyResource) =>
        model.referred(policy, "secretArn", [TYPES.secret], ["arn", "id", "name"]);
    const [later] = model.referring(TYPES.secretPolicy, secret, "policies of secrets", refer);
    const holder = (later as PolicyResource | undefined) ?? secret;
    const isGiven = hasOwnPolicy(holder) && knownText(holder, "policy") !== "";
    return {
        kind: "policy",
        policy: isGiven ? readPolicy("of the secret", holder, "policy") : "none",
    };
}

/**
 * What a resource of another stack says is not known. One of the role's account is taken to have no
 * policy: nothing is said of a role that may read it, and one that may not is never called denied,
 * for a policy of the resource could still allow it. The policy's page says so.
 */
export function sideOfOutside(
    name: string,
    isForeign: boolean,
): Pick<Need, "resource" | "openResource"> {
    const open = `the policy ${name}, which is not a resource of this stack`;
    const why = "it is not a resource of this stack";
    return {
        resource: {
            kind: "policy",
            policy: isForeign ? { name, kind: "unknown", why } : "none",
        },
        openResource: open,
    };
}

import { parseNamedPolicy, type ResourceSide } from "../../../core";
import type { Secret } from "./secrets";

/**
 * What a secret itself says of who may read it: in its own account that adds to the identity
 * policies, from another one both must allow.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
export function secretSide(secret: Pick<Secret, "policy"> | undefined): ResourceSide {
    const policy = secret?.policy;
    return {
        kind: "policy",
        policy: policy === undefined ? "none" : parseNamedPolicy("the resource policy", policy),
    };
}

import type { PolicyResource } from "@pulumi/policy";
import type { ResourceSide } from "../../core";
import { BUCKET_TYPES, TYPES, type StackModel } from "../stack/model";
import { hasOwnPolicy, readPolicy } from "../stack/policy-document";
import { NAMES_OF_SECRET } from "../stack/secrets";
import type { Need } from "./need";

/** A resource that may have a policy of its own, and the resource that gives it one later. */
interface Holder {
    /** The name by which explanations speak of the policy. */
    readonly name: string;
    readonly givenBy: string;
    readonly property: string;
    readonly types: readonly string[];
    readonly names: readonly string[];
}

const SECRET: Holder = {
    name: "of the secret",
    givenBy: TYPES.secretPolicy,
    property: "secretArn",
    types: [TYPES.secret],
    names: NAMES_OF_SECRET,
};

const BUCKET: Holder = {
    name: "of the bucket",
    givenBy: TYPES.bucketPolicy,
    property: "bucket",
    types: BUCKET_TYPES,
    names: ["bucket", "id", "arn"],
};

/** The resource policy of a secret, wherever it is. */
export function sideOfSecret(
    model: StackModel,
    secret: PolicyResource | undefined,
    isForeign: boolean,
): Pick<Need, "resource" | "openResource"> {
    return secret ? { resource: policyOf(model, secret, SECRET) } : outside(SECRET, isForeign);
}

/** The policy of a bucket, which is taken to be of the account of the role. */
export function sideOfBucket(
    model: StackModel,
    bucket: PolicyResource | undefined,
): Pick<Need, "resource" | "openResource"> {
    return bucket ? { resource: policyOf(model, bucket, BUCKET) } : outside(BUCKET, false);
}

/** The policy of a resource of the stack: one that a resource gives it, its own, or none. */
function policyOf(model: StackModel, resource: PolicyResource, kind: Holder): ResourceSide {
    const { name, givenBy, property, types, names } = kind;
    const refer = (from: PolicyResource) => model.referred(from, property, types, names);
    const [later] = model.referring(givenBy, resource, `${givenBy} ${property}`, refer);
    const holder = (later as PolicyResource | undefined) ?? resource;
    return {
        kind: "policy",
        policy: hasOwnPolicy(holder) ? readPolicy(name, holder, "policy") : "none",
    };
}

/**
 * What a resource of another stack says is not known. One of the role's account is taken to have no
 * policy: nothing is said of a role that may read it, and one that may not is never called denied,
 * for a policy of the resource could still allow it. The policy's page says so.
 */
function outside({ name }: Holder, isForeign: boolean): Pick<Need, "resource" | "openResource"> {
    const why = "it is not a resource of this stack";
    return {
        resource: { kind: "policy", policy: isForeign ? { name, kind: "unknown", why } : "none" },
        openResource: `the policy ${name}, which is not a resource of this stack`,
    };
}

import { parsePolicyDocument } from "../../../core";
import type { Account } from "../account";
import { refuseMalformedResource } from "../policy-refusal";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { bucketArn } from "./bucket";
import { buckets, requireBucket } from "./buckets";

const OPERATION = "PutBucketPolicy";

/** The resource type of the policy of a bucket. */
export const bucketPolicy: ResourceType = {
    token: "aws:s3/bucketPolicy:BucketPolicy",
    required: ["bucket", "policy"],
    replaceOn: ["bucket"],
    canonical: { policy: canonicalJson },
    computed: [],
    create: (account, inputs) => put(account, inputs),
    read(account, id, outputs) {
        const policy = buckets(account).get(id)?.policy;
        return policy === undefined ? undefined : { ...outputs, policy };
    },
    update: (account, _id, inputs) => put(account, inputs),
    delete(account, id) {
        const found = buckets(account).get(id);
        if (found) {
            const { policy: _gone, ...rest } = found;
            buckets(account).put(id, rest);
        }
    },
};

function put(account: Account, inputs: Properties) {
    const found = requireBucket(account, OPERATION, text(inputs, "bucket"));
    const policy = text(inputs, "policy");
    refuseBucketPolicy(account, found.name, policy);
    buckets(account).put(found.name, { ...found, policy });
    return { id: found.name, outputs: inputs };
}

/** Refuses a policy that Amazon S3 would not take for the bucket. */
function refuseBucketPolicy(account: Account, name: string, policy: string): void {
    refuseMalformedResource(account, policy, {
        operation: `S3: ${OPERATION}`,
        code: "MalformedPolicy",
        principals: "Invalid principal in policy",
        // Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html
        size: {
            max: 20_480,
            code: "MalformedPolicy",
            message: "Policy exceeds the maximum allowed document size.",
        },
    });
    const statements = parsePolicyDocument(policy).document?.statements ?? [];
    const arn = bucketArn(account, name);
    const resources = statements.flatMap((one) => [
        ...(one.resources ?? []),
        ...(one.notResources ?? []),
    ]);
    if (resources.some((one) => one !== arn && !one.startsWith(`${arn}/`) && one !== `${arn}*`)) {
        throw new AwsError(`S3: ${OPERATION}`, "MalformedPolicy", "Policy has invalid resource");
    }
}

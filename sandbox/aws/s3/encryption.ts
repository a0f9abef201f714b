import { keepType } from "../kept/kept-type";
import { text, type Properties, type ResourceType } from "../resource-type";
import { buckets, requireBucket, type Bucket } from "./buckets";
import type { Account } from "../account";

/** The key of AWS that a bucket uses if it is told to use AWS KMS and no key is named. */
const AWS_MANAGED_KEY = "alias/aws/s3";

/** The keys that new objects of a bucket are encrypted with; `undefined`: those of Amazon S3. */
export function readEncryption(configuration: unknown): string | undefined {
    const first = firstOf(configuration);
    const rule = firstOf(first?.rules ?? first?.rule);
    const settings = (rule?.applyServerSideEncryptionByDefault ?? {}) as Properties;
    return text(settings, "sseAlgorithm").startsWith("aws:kms")
        ? text(settings, "kmsMasterKeyId") || AWS_MANAGED_KEY
        : undefined;
}

/** What may be given alone or in a list of one. */
function firstOf(value: unknown): Properties | undefined {
    return (Array.isArray(value) ? value[0] : value) as Properties | undefined;
}

/** The resource types of how a bucket encrypts, by its two names. */
export const encryptionTypes = [
    encryptionType(
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    ),
    encryptionType(
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
    ),
];

function encryptionType(token: string): ResourceType {
    const kept = keepType({
        token,
        required: ["bucket", "rules"],
        replaceOn: ["bucket", "expectedBucketOwner"],
        computed: [],
        idOf: ({ inputs }) => text(inputs, "bucket"),
    });
    const put = (account: Account, name: string, keyId: string | undefined) => {
        const { keyId: _old, ...rest } = requireBucket(account, "PutBucketEncryption", name);
        const updated: Bucket = { ...rest, ...(keyId !== undefined && { keyId }) };
        buckets(account).put(name, updated);
    };
    return {
        ...kept,
        create(account, inputs) {
            put(account, text(inputs, "bucket"), readEncryption({ rules: inputs.rules }));
            return kept.create(account, inputs);
        },
        update(account, id, inputs, olds) {
            put(account, text(inputs, "bucket"), readEncryption({ rules: inputs.rules }));
            return kept.update!(account, id, inputs, olds);
        },
        delete(account, id, outputs) {
            if (buckets(account).get(text(outputs, "bucket"))) {
                put(account, text(outputs, "bucket"), undefined);
            }
            kept.delete(account, id, outputs);
        },
    };
}

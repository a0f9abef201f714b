import type { Account } from "../account";
import { findKey } from "../kms";
import { blank, keepType, type KeptType } from "../kept/kept-type";
import { AwsError, readTags, text, type Properties, type ResourceType } from "../resource-type";
import { bucketArn } from "./bucket";
import { objects, requireBucket, type StoredObject } from "./buckets";

/** The resource types of objects in a bucket: the provider has two. */
export const objectTypes = [
    objectType("aws:s3/bucketObject:BucketObject", {}),
    objectType("aws:s3/bucketObjectv2:BucketObjectv2", {
        ...blank(
            "",
            "acl checksumCrc32 checksumCrc32c checksumCrc64nvme checksumSha1 checksumSha256",
        ),
    }),
];

function objectType(token: string, filledIn: KeptType["filledIn"]): ResourceType {
    const kept = keepType({
        token,
        autoName: "key",
        isNamedPlainly: true,
        required: ["bucket"],
        replaceOn: ["bucket", "key"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank("", "etag kmsKeyId versionId"),
            bucketKeyEnabled: false,
            contentType: "application/octet-stream",
            serverSideEncryption: "AES256",
            storageClass: "STANDARD",
            ...filledIn,
        },
        idOf: ({ inputs, name }) => `${text(inputs, "bucket")}/${name}`,
        madeUp: { arn: ({ account, id }) => bucketArn(account, id) },
    });
    return {
        ...kept,
        create(account, inputs) {
            const stored = readObject(account, inputs);
            const state = kept.create(account, inputs);
            objects(account).put(state.id, stored);
            return describe(state, stored);
        },
        update(account, id, inputs, olds) {
            const state = kept.update!(account, id, inputs, olds);
            const stored = readObject(account, inputs);
            objects(account).put(id, stored);
            return describe(state, stored);
        },
        delete(account, id, outputs) {
            objects(account).delete(id);
            kept.delete(account, id, outputs);
        },
    };
}

function describe(state: ReturnType<ResourceType["create"]>, { keyArn }: StoredObject) {
    return keyArn === undefined
        ? state
        : {
              ...state,
              outputs: { ...state.outputs, kmsKeyId: keyArn, serverSideEncryption: "aws:kms" },
          };
}

/** The object with the key that it says, or else that its bucket says. */
function readObject(account: Account, inputs: Properties): StoredObject {
    const bucket = requireBucket(account, "PutObject", text(inputs, "bucket"));
    const isByKms = text(inputs, "serverSideEncryption").startsWith("aws:kms");
    const own = text(inputs, "kmsKeyId") || (isByKms ? (bucket.keyId ?? "alias/aws/s3") : "");
    const keyId = own || (text(inputs, "serverSideEncryption") === "" ? bucket.keyId : undefined);
    return {
        bucket: bucket.name,
        key: text(inputs, "key"),
        tags: readTags(inputs),
        ...(keyId !== undefined && keyId !== "" && { keyArn: requireKey(account, keyId) }),
    };
}

function requireKey(account: Account, keyId: string): string {
    const key = findKey(account, keyId);
    if (!key) {
        const message = `Key '${keyId}' does not exist`;
        throw new AwsError("S3: PutObject", "KMS.NotFoundException", message);
    }
    if (!key.usable) {
        const isDisabled = key.state === "Disabled";
        throw new AwsError(
            "S3: PutObject",
            isDisabled ? "KMS.DisabledException" : "KMS.KMSInvalidStateException",
            `${key.arn} is ${isDisabled ? "disabled" : "pending deletion"}.`,
        );
    }
    return key.arn;
}

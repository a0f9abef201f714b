import type { Account } from "../account";
import { blank, keepType, type KeptType } from "../kept/kept-type";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { buckets, findBucket, objects, type Bucket } from "./buckets";
import { readEncryption } from "./encryption";

/** The ARN of a bucket or of what is in it has neither region nor account. */
export const bucketArn = ({ partition }: Account, path: string) => `arn:${partition}:s3:::${path}`;

const OPERATION = "S3: CreateBucket";

/** The resource type of buckets. */
export const bucket = bucketType("aws:s3/bucket:Bucket", "serverSideEncryptionConfiguration", {
    ...blank(
        {},
        "logging objectLockConfiguration replicationConfiguration serverSideEncryptionConfiguration versioning website",
    ),
});

/** The resource type of buckets by its older name. */
export const bucketV2 = bucketType(
    "aws:s3/bucketV2:BucketV2",
    "serverSideEncryptionConfigurations",
    {
        ...blank(
            [],
            "loggings replicationConfigurations serverSideEncryptionConfigurations versionings websites",
        ),
        objectLockConfiguration: {},
    },
);

function bucketType(
    token: string,
    encryption: string,
    filledIn: KeptType["filledIn"],
): ResourceType {
    const kept = keepType({
        token,
        autoName: "bucket",
        replaceOn: ["bucket", "bucketPrefix", "objectLockEnabled"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank(
                "",
                "accelerationStatus acl bucketNamespace bucketPrefix policy websiteDomain websiteEndpoint",
            ),
            ...blank([], "corsRules grants lifecycleRules"),
            hostedZoneId: "Z3AQBSTGFYJSTF",
            objectLockEnabled: false,
            requestPayer: "BucketOwner",
            ...filledIn,
        },
        madeUp: {
            arn: ({ account, name }) => bucketArn(account, name),
            bucketDomainName: ({ name }) => `${name}.s3.amazonaws.com`,
            bucketRegion: ({ account }) => account.region,
            bucketRegionalDomainName: ({ account, name }) =>
                `${name}.s3.${account.region}.amazonaws.com`,
        },
    });
    const readInputs = (account: Account, inputs: Properties, old?: Bucket): Bucket => {
        const policy = text(inputs, "policy") || old?.policy;
        const keyId = readEncryption(inputs[encryption]) ?? old?.keyId;
        return {
            name: text(inputs, "bucket"),
            region: account.region,
            ...(policy !== undefined && { policy }),
            ...(keyId !== undefined && { keyId }),
        };
    };
    return {
        ...kept,
        create(account, inputs) {
            refuseTaken(account, text(inputs, "bucket"));
            const state = kept.create(account, inputs);
            buckets(account).put(state.id, readInputs(account, inputs));
            return state;
        },
        update(account, id, inputs, olds) {
            const state = kept.update!(account, id, inputs, olds);
            const old = buckets(account).get(id);
            buckets(account).put(id, readInputs(account, { ...inputs, bucket: id }, old));
            return state;
        },
        delete(account, id, outputs) {
            const held = objects(account)
                .list()
                .filter((one) => one.bucket === id);
            if (held.length > 0 && outputs.forceDestroy !== true) {
                const message = "The bucket you tried to delete is not empty";
                throw new AwsError("S3: DeleteBucket", "BucketNotEmpty", message);
            }
            held.forEach(({ key }) => {
                objects(account).delete(`${id}/${key}`);
            });
            buckets(account).delete(id);
            kept.delete(account, id, outputs);
        },
    };
}

function refuseTaken(account: Account, name: string): void {
    const taken = findBucket(account, name);
    if (taken?.owner.id === account.id) {
        const message =
            "Your previous request to create the named bucket succeeded and you already own it.";
        throw new AwsError(OPERATION, "BucketAlreadyOwnedByYou", message);
    }
    if (taken) {
        const message =
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.";
        throw new AwsError(OPERATION, "BucketAlreadyExists", message);
    }
}

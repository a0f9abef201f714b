import type { Account } from "../account";
import { blank, type Described, type KeptType } from "./kept-type";

const BUCKET = "aws:s3/bucket:Bucket";

/** What is kept of a bucket has neither region nor account in its ARN. */
const bucketArn = ({ partition }: Account, path: string) => `arn:${partition}:s3:::${path}`;

const objectPath = ({ inputs, name }: Pick<Described, "inputs" | "name">) =>
    `${String(inputs.bucket)}/${name}`;

/** An object in a bucket, by the two types that the provider has for it. */
const bucketObject = (token: string, filledIn: KeptType["filledIn"]): KeptType => ({
    token,
    autoName: "key",
    isNamedPlainly: true,
    required: ["bucket"],
    replaceOn: ["bucket", "key"],
    owner: {
        token: BUCKET,
        input: "bucket",
        refusal: ["S3: PutObject", "NoSuchBucket", () => "The specified bucket does not exist"],
    },
    computed: ["tagsAll"],
    filledIn: {
        ...blank("", "etag kmsKeyId versionId"),
        bucketKeyEnabled: false,
        contentType: "application/octet-stream",
        serverSideEncryption: "AES256",
        storageClass: "STANDARD",
        ...filledIn,
    },
    idOf: objectPath,
    madeUp: { arn: ({ account, id }) => bucketArn(account, id) },
});

/** Where files and rows are. */
export const storeTypes: readonly KeptType[] = [
    {
        token: BUCKET,
        autoName: "bucket",
        replaceOn: ["bucket", "bucketPrefix", "objectLockEnabled"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank(
                "",
                "accelerationStatus acl bucketNamespace bucketPrefix policy websiteDomain websiteEndpoint",
            ),
            ...blank([], "corsRules grants lifecycleRules"),
            ...blank(
                {},
                "logging objectLockConfiguration replicationConfiguration serverSideEncryptionConfiguration versioning website",
            ),
            hostedZoneId: "Z3AQBSTGFYJSTF",
            objectLockEnabled: false,
            requestPayer: "BucketOwner",
        },
        taken: [
            "S3: CreateBucket",
            "BucketAlreadyOwnedByYou",
            () =>
                "Your previous request to create the named bucket succeeded and you already own it.",
        ],
        madeUp: {
            arn: ({ account, name }) => bucketArn(account, name),
            bucketDomainName: ({ name }) => `${name}.s3.amazonaws.com`,
            bucketRegion: ({ account }) => account.region,
            bucketRegionalDomainName: ({ account, name }) =>
                `${name}.s3.${account.region}.amazonaws.com`,
        },
    },
    bucketObject("aws:s3/bucketObject:BucketObject", {}),
    bucketObject("aws:s3/bucketObjectv2:BucketObjectv2", {
        ...blank(
            "",
            "acl checksumCrc32 checksumCrc32c checksumCrc64nvme checksumSha1 checksumSha256",
        ),
    }),
    {
        token: "aws:dynamodb/table:Table",
        autoName: "name",
        replaceOn: ["hashKey", "name", "rangeKey"],
        computed: ["tagsAll"],
        filledIn: {
            ...blank([], "attributes globalSecondaryIndexes"),
            ...blank(
                {},
                "globalTableWitness pointInTimeRecovery serverSideEncryption ttl warmThroughput",
            ),
            ...blank("", "hashKey streamArn streamLabel streamViewType"),
            ...blank(0, "readCapacity writeCapacity"),
        },
        taken: [
            "DynamoDB: CreateTable",
            "ResourceInUseException",
            (name) => `Table already exists: ${name}`,
        ],
        madeUp: { arn: ({ account, name }) => account.arn("dynamodb", `table/${name}`) },
    },
];

import { text } from "../resource-type";
import { blank, type KeptType } from "./kept-type";

/** What is said of a bucket and changes nothing for who may read it with a role of its account. */
const BUCKET_SETTINGS: Readonly<Record<string, readonly string[]>> = {
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ["bucket", "rule"],
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": ["bucket"],
    "aws:s3/bucketVersioning:BucketVersioning": ["bucket", "versioningConfiguration"],
};

const bucketSettings = Object.entries(BUCKET_SETTINGS).map(([token, required]): KeptType => ({
    token,
    required,
    replaceOn: ["bucket"],
    computed: [],
    idOf: ({ inputs }) => text(inputs, "bucket"),
}));

/** Where rows are, and what is said of buckets. */
export const storeTypes: readonly KeptType[] = [
    ...bucketSettings,
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

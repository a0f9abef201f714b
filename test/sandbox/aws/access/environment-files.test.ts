import assert from "node:assert/strict";
import { TRUST } from "../../../support/simulated-aws";
import { KeptAccount } from "../kept/kept-account";
import { runTask } from "../task-start/run-task";
import { allowed, denied, document, ROLE } from "./world";

const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";
const ARN = "arn:aws:s3:::files";
const READ = [allowed("s3:GetBucketLocation", ARN), allowed("s3:GetObject", `${ARN}/web.env`)];
const FILES =
    "ResourceInitializationError: failed to download env files: file download command: non empty error stream: service call has been retried 1 time(s): ";
const USER =
    "AccessDenied: User: arn:aws:sts::123456789012:assumed-role/tasks/<task> is not authorized to perform: ";
const unread = (action: string, resource: string, why: string) =>
    `${FILES}${USER}${action} on resource: ${resource} ${why}`;
const GET = "s3:GetObject";
const lacking = (policy: string, action = GET) =>
    `because no ${policy} policy allows the ${action} action`;
const toRole = { Principal: { AWS: ROLE } };

interface World {
    readonly role: object[];
    /** The statements of the bucket's policy. */
    readonly bucket?: object[];
    /** Whether the bucket is of another account. */
    readonly isForeign?: boolean;
    /** The object; a key of the account where it says so. */
    readonly object?: "none" | "kms" | "bucket-kms" | "disabled" | { tags: object };
}

const rows: Record<string, [World, string?]> = {
    "its role may locate and get it": [{ role: READ }],
    "its role may get it and not locate the bucket": [
        { role: READ.slice(1) },
        unread("s3:GetBucketLocation", ARN, lacking("identity-based", "s3:GetBucketLocation")),
    ],
    "its role may locate the bucket and not get it": [
        { role: READ.slice(0, 1) },
        unread(GET, `${ARN}/web.env`, lacking("identity-based")),
    ],
    "its role may get files of the account's buckets": [
        {
            role: [
                allowed("s3:*", "*", {
                    Condition: { StringEquals: { "s3:ResourceAccount": "123456789012" } },
                }),
            ],
        },
    ],
    "the bucket's policy lets its role": [
        {
            role: [allowed("s3:ListBucket")],
            bucket: [
                allowed("s3:GetBucketLocation", ARN, toRole),
                allowed(GET, `${ARN}/*`, toRole),
            ],
        },
    ],
    "the bucket's policy denies it to all without TLS": [
        {
            role: READ,
            bucket: [
                denied("s3:*", [ARN, `${ARN}/*`], {
                    Principal: "*",
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                }),
            ],
        },
    ],
    "the bucket's policy denies it": [
        { role: READ, bucket: [denied(GET, `${ARN}/*`, { Principal: "*" })] },
        unread(GET, `${ARN}/web.env`, "with an explicit deny in a resource-based policy"),
    ],
    "the object has the tag that its role asks for": [
        {
            object: { tags: { team: "web" } },
            role: [
                ...READ.slice(0, 1),
                allowed(GET, "*", {
                    Condition: { StringEquals: { "s3:ExistingObjectTag/team": "web" } },
                }),
            ],
        },
    ],
    "the object is not there": [
        { role: READ, object: "none" },
        `${FILES}NoSuchKey: The specified key does not exist.`,
    ],
    "the object is encrypted with a key, and its role may decrypt": [
        { role: [...READ, allowed("kms:Decrypt")], object: "kms" },
    ],
    "the object is encrypted with a key, and its role may decrypt through Amazon S3 for it": [
        {
            object: "bucket-kms",
            role: [
                ...READ,
                allowed("kms:Decrypt", "*", {
                    Condition: {
                        StringEquals: {
                            "kms:EncryptionContext:aws:s3:arn": `${ARN}/web.env`,
                            "kms:ViaService": "s3.us-east-1.amazonaws.com",
                        },
                    },
                }),
            ],
        },
    ],
    "the object is encrypted with a key, and its role may not decrypt": [
        { role: READ, object: "kms" },
        unread("kms:Decrypt", "<key>", lacking("identity-based", "kms:Decrypt")),
    ],
    "the bucket encrypts with a key, and its role may not decrypt": [
        { role: READ, object: "bucket-kms" },
        unread("kms:Decrypt", "<key>", lacking("identity-based", "kms:Decrypt")),
    ],
    "the object is encrypted with a key that is disabled": [
        { role: [allowed("*")], object: "disabled" },
        `${FILES}KMS.DisabledException: <key> is disabled. (Service: AWSKMS; Status Code: 400; Error Code: DisabledException)`,
    ],
    "the bucket is of another account and lets nobody": [
        { role: READ, isForeign: true },
        unread("s3:GetBucketLocation", ARN, lacking("resource-based", "s3:GetBucketLocation")),
    ],
    "the bucket is of another account, and it and its role allow": [
        { role: READ, isForeign: true, bucket: [allowed("s3:*", [ARN, `${ARN}/*`], toRole)] },
    ],
    "the bucket is of another account and allows, and its role does not": [
        {
            role: [allowed("s3:ListBucket")],
            isForeign: true,
            bucket: [allowed("s3:*", [ARN, `${ARN}/*`], toRole)],
        },
        unread("s3:GetBucketLocation", ARN, lacking("identity-based", "s3:GetBucketLocation")),
    ],
};

describe("a task in the simulated AWS that reads an environment file", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
        const assumeRolePolicy = JSON.stringify(TRUST);
        account.create("role", { name: "tasks", assumeRolePolicy });
    });
    afterEach(() => account.remove());

    for (const [when, [world, reason]] of Object.entries(rows)) {
        it(`${reason === undefined ? "runs" : "stops"} when ${when}`, () => {
            account.create("rolePolicy", { role: "tasks", policy: document(world.role) });
            const key = account.create("key", {});
            const at = world.isForeign ? account.as("210987654321") : account;
            store(at, world, String(key.outputs.arn));
            if (world.object === "disabled") {
                account.change("aws:kms/key:Key", key.id, { isEnabled: false });
            }
            const environmentFiles = [{ value: `${ARN}/web.env`, type: "s3" }];
            const { stoppedReason } = runTask(account, { environmentFiles }, ROLE);
            const named = stoppedReason
                ?.replaceAll(String(key.outputs.arn), "<key>")
                .replace(/(assumed-role\/tasks\/)[0-9a-f]{32}/, "$1<task>");
            assert.equal(named, reason);
        });
    }
});

/** Makes the bucket `files`, and the object `web.env` in it. */
function store(at: KeptAccount, { bucket, object = { tags: {} } }: World, keyArn: string): void {
    at.make("aws:s3/bucket:Bucket", { bucket: "files" });
    if (bucket) {
        at.make("aws:s3/bucketPolicy:BucketPolicy", { bucket: "files", policy: document(bucket) });
    }
    const file = { bucket: "files", key: "web.env", content: "A=made-up" };
    if (object === "bucket-kms") {
        const settings = { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
        at.make(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            { bucket: "files", rules: [{ applyServerSideEncryptionByDefault: settings }] },
        );
    }
    if (object === "kms" || object === "disabled") {
        at.make(OBJECT, { ...file, kmsKeyId: keyArn });
    } else if (object !== "none") {
        at.make(OBJECT, { ...file, ...(typeof object === "object" && object) });
    }
}

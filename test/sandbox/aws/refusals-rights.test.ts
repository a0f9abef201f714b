import assert from "node:assert/strict";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { TRUST } from "../../support/simulated-aws";
import { allowed, delegated, document } from "./access/world";
import { KeptAccount } from "./kept/kept-account";

const BUCKET = "aws:s3/bucket:Bucket";
const GRANT = "aws:kms/grant:Grant";
const REPLICA = "aws:kms/replicaKey:ReplicaKey";
const NOBODY = "arn:aws:iam::123456789012:role/nobody";
const MISSING = "00000000-0000-0000-0000-000000000000";
const MISSING_ARN = `arn:aws:kms:us-east-1:123456789012:key/${MISSING}`;
const AWS = "simulated AWS: operation error";
const trust = JSON.stringify(TRUST);
const toNobody = document([delegated, allowed("*", "*", { Principal: { AWS: NOBODY } })]);

const toMissing = { Principal: { AWS: NOBODY } };
const keyOf = (account: KeptAccount, inputs: Properties = {}) =>
    account.output("key", inputs, "keyId");
const granted = (account: KeptAccount, inputs: Properties = {}) => ({
    keyId: keyOf(account),
    granteePrincipal: account.output("role", { assumeRolePolicy: trust }, "arn"),
    operations: ["Decrypt"],
    ...inputs,
});
const policyOf = (account: KeptAccount, statement: object) => ({
    bucket: account.make(BUCKET, { bucket: "files" }).id,
    policy: document([statement]),
});

/** A type, its inputs, and what is said of them. */
const rows: Record<string, [string, (account: KeptAccount) => Properties, message: string]> = {
    "a grant of a key that does not exist": [
        GRANT,
        (account) => granted(account, { keyId: MISSING }),
        `${AWS} KMS: CreateGrant, NotFoundException: Key '${MISSING_ARN}' does not exist`,
    ],
    "a grant of a key that is disabled": [
        GRANT,
        (account) => granted(account, { keyId: keyOf(account, { isEnabled: false }) }),
        `${AWS} KMS: CreateGrant, DisabledException: <key> is disabled.`,
    ],
    "a grant to a role that does not exist": [
        GRANT,
        (account) => granted(account, { granteePrincipal: NOBODY }),
        `${AWS} KMS: CreateGrant, InvalidArnException: ARN does not refer to a valid principal: ${NOBODY}`,
    ],
    "a grant to what is no ARN": [
        GRANT,
        (account) => granted(account, { granteePrincipal: "tasks" }),
        'simulated AWS: "granteePrincipal" (tasks) is an invalid ARN: arn: invalid prefix',
    ],
    "a grant to do what there is no grant for": [
        GRANT,
        (account) => granted(account, { operations: ["kms:Decrypt"] }),
        'simulated AWS: expected operations to be one of ["CreateGrant","Decrypt","DeriveSharedSecret","DescribeKey","Encrypt","GenerateDataKey","GenerateDataKeyPair","GenerateDataKeyPairWithoutPlaintext","GenerateDataKeyWithoutPlaintext","GenerateMac","GetPublicKey","ReEncryptFrom","ReEncryptTo","RetireGrant","Sign","Verify","VerifyMac"], got kms:Decrypt',
    ],
    "a copy of a key of one region": [
        REPLICA,
        (account) => ({
            primaryKeyArn: account.output("key", { region: "eu-west-1" }, "arn"),
        }),
        `${AWS} KMS: ReplicateKey, UnsupportedOperationException: <key> is not a multi-Region primary key.`,
    ],
    "a copy of a key in its own region": [
        REPLICA,
        (account) => ({ primaryKeyArn: account.output("key", { multiRegion: true }, "arn") }),
        `${AWS} KMS: ReplicateKey, AlreadyExistsException: Key '<key>' already exists.`,
    ],
    "a copy of a copy": [
        REPLICA,
        (account) => {
            const inputs = { multiRegion: true, region: "eu-west-1" };
            const primaryKeyArn = account.output("key", inputs, "arn");
            const copy = account.make(REPLICA, { primaryKeyArn, region: "eu-west-2" });
            return { primaryKeyArn: copy.outputs.arn };
        },
        `${AWS} KMS: ReplicateKey, UnsupportedOperationException: <key> is not a multi-Region primary key.`,
    ],
    "a copy of a key that does not exist": [
        REPLICA,
        () => ({ primaryKeyArn: MISSING_ARN.replace("us-east-1", "eu-west-1") }),
        `${AWS} KMS: ReplicateKey, NotFoundException: Key '${MISSING_ARN.replace("us-east-1", "eu-west-1")}' does not exist`,
    ],
    "to enable a key without material": [
        "aws:kms/externalKey:ExternalKey",
        () => ({ enabled: true }),
        `${AWS} KMS: EnableKey, KMSInvalidStateException: The key is pending import: it has no key material yet.`,
    ],
    "to wait less than a week before a key is deleted": [
        "aws:kms/key:Key",
        () => ({ deletionWindowInDays: 6 }),
        "simulated AWS: expected deletionWindowInDays to be in the range (7 - 30)",
    ],
    "a key policy that names a role that does not exist": [
        "aws:kms/key:Key",
        () => ({ policy: toNobody }),
        `${AWS} KMS: CreateKey, MalformedPolicyDocumentException: Policy contains a statement with one or more invalid principals.`,
    ],
    "such a key policy of its own resource": [
        "aws:kms/keyPolicy:KeyPolicy",
        (account) => ({ keyId: keyOf(account), policy: toNobody }),
        `${AWS} KMS: PutKeyPolicy, MalformedPolicyDocumentException: Policy contains a statement with one or more invalid principals.`,
    ],
    "a policy of a secret that names a role that does not exist": [
        "aws:secretsmanager/secretPolicy:SecretPolicy",
        (account) => ({ secretArn: account.output("secret", {}, "arn"), policy: toNobody }),
        `${AWS} Secrets Manager: PutResourcePolicy, MalformedPolicyDocumentException: This resource policy contains an unsupported principal.`,
    ],
    "a trust policy that names a role that does not exist": [
        "aws:iam/role:Role",
        () => ({
            assumeRolePolicy: document([
                { Effect: "Allow", Principal: { AWS: NOBODY }, Action: "sts:AssumeRole" },
            ]),
        }),
        `${AWS} IAM: CreateRole, MalformedPolicyDocument: Invalid principal in policy: "AWS":"${NOBODY}"`,
    ],
    "a policy of a bucket that does not exist": [
        "aws:s3/bucketPolicy:BucketPolicy",
        () => ({ bucket: "none", policy: document([]) }),
        `${AWS} S3: PutBucketPolicy, NoSuchBucket: The specified bucket does not exist`,
    ],
    "a malformed policy of a bucket": [
        "aws:s3/bucketPolicy:BucketPolicy",
        (account) => ({ ...policyOf(account, {}), policy: "{" }),
        `${AWS} S3: PutBucketPolicy, MalformedPolicy: Syntax errors in policy. (the policy document is no JSON object)`,
    ],
    "a policy of a bucket that names nobody": [
        "aws:s3/bucketPolicy:BucketPolicy",
        (account) => policyOf(account, allowed("s3:GetObject", "arn:aws:s3:::files/*")),
        `${AWS} S3: PutBucketPolicy, MalformedPolicy: Missing required field Principal`,
    ],
    "a policy of a bucket that names a role that does not exist": [
        "aws:s3/bucketPolicy:BucketPolicy",
        (account) => policyOf(account, allowed("*", "arn:aws:s3:::files/*", toMissing)),
        `${AWS} S3: PutBucketPolicy, MalformedPolicy: Invalid principal in policy`,
    ],
    "a policy of a bucket that speaks of another one": [
        "aws:s3/bucketPolicy:BucketPolicy",
        (account) =>
            policyOf(account, allowed("s3:*", "arn:aws:s3:::files2/*", { Principal: "*" })),
        `${AWS} S3: PutBucketPolicy, MalformedPolicy: Policy has invalid resource`,
    ],
    "a bucket whose name another account has": [
        BUCKET,
        (account) => {
            account.as("210987654321").make(BUCKET, { bucket: "files" });
            return { bucket: "files" };
        },
        `${AWS} S3: CreateBucket, BucketAlreadyExists: The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.`,
    ],
    "an object with a key that does not exist": [
        "aws:s3/bucketObjectv2:BucketObjectv2",
        (account) => ({ bucket: account.make(BUCKET, {}).id, kmsKeyId: MISSING_ARN }),
        `${AWS} S3: PutObject, KMS.NotFoundException: Key '${MISSING_ARN}' does not exist`,
    ],
    "an object with a key that is disabled": [
        "aws:s3/bucketObject:BucketObject",
        (account) => ({
            bucket: account.make(BUCKET, {}).id,
            kmsKeyId: account.output("key", { isEnabled: false }, "arn"),
        }),
        `${AWS} S3: PutObject, KMS.DisabledException: <key> is disabled.`,
    ],
    "how a bucket encrypts that does not exist": [
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        () => ({ bucket: "none", rules: [] }),
        `${AWS} S3: PutBucketEncryption, NoSuchBucket: The specified bucket does not exist`,
    ],
};

describe("the simulated AWS refuses, of what gives rights,", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
    });
    afterEach(() => account.remove());

    for (const [title, [token, inputsOf, message]] of Object.entries(rows)) {
        it(title, () => {
            const inputs = inputsOf(account);
            assert.throws(
                () => account.make(token, inputs),
                (error: Error) => {
                    const isMissing = message.includes(MISSING);
                    const key = /arn:aws:kms:[\w-]+:123456789012:key\/[\w-]+/g;
                    const said = isMissing ? error.message : error.message.replace(key, "<key>");
                    assert.equal(said, message);
                    return true;
                },
            );
        });
    }

    it("to delete a bucket that holds something, unless it is told to", () => {
        const bucket = account.make(BUCKET, { bucket: "files" });
        account.make("aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "files" });
        assert.throws(() => account.discard(BUCKET, bucket), {
            message: `${AWS} S3: DeleteBucket, BucketNotEmpty: The bucket you tried to delete is not empty`,
        });
        account.discard(BUCKET, { ...bucket, outputs: { ...bucket.outputs, forceDestroy: true } });
        assert.equal(account.make(BUCKET, { bucket: "files" }).id, "files");
    });

    it("no principal of an account in which nothing was made, for it knows nothing of it", () => {
        const principal = { AWS: "arn:aws:iam::210987654321:role/nobody" };
        const policy = document([delegated, allowed("*", "*", { Principal: principal })]);
        assert.match(account.output("key", { policy }, "arn"), /^arn:aws:kms:/);
        account.as("210987654321").create("role", { assumeRolePolicy: trust });
        assert.throws(() => account.create("key", { policy }), /invalid principals\.$/);
    });
});

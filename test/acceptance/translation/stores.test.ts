import { testRows } from "./row";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-0a1b2c3-AbCdEf";
const KEY_ID = "00000000-0000-4000-8000-000000000000";
const KEY = `arn:aws:kms:us-east-1:123456789012:key/${KEY_ID}`;
const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:rotate";

const sm = (operation: string, input: object) => ({ service: "secretsmanager", operation, input });
const kms = (operation: string, input: object) => ({ service: "kms", operation, input });

describe("the translation of the secret stores", () => {
    testRows([
        {
            does: "creates a secret with its key, replicas and tags, and then puts its policy",
            type: "aws:secretsmanager/secret:Secret",
            inputs: {
                kmsKeyId: KEY,
                policy: "{}",
                recoveryWindowInDays: 7,
                replicas: [{ region: "us-west-2", kmsKeyId: "alias/web" }],
                tags: { team: "web" },
            },
            answers: [{ ARN: SECRET }],
            requests: [
                sm("CreateSecret", {
                    Name: "web-0a1b2c3",
                    KmsKeyId: KEY,
                    AddReplicaRegions: [{ Region: "us-west-2", KmsKeyId: "alias/web" }],
                    Tags: [{ Key: "team", Value: "web" }],
                }),
                sm("PutResourcePolicy", { SecretId: SECRET, ResourcePolicy: "{}" }),
            ],
            outputs: { id: SECRET, arn: SECRET, name: "web-0a1b2c3" },
        },
        {
            does: "puts a value with its stages",
            type: "aws:secretsmanager/secretVersion:SecretVersion",
            inputs: { secretId: SECRET, secretString: "made-up", versionStages: ["kept"] },
            answers: [{ ARN: SECRET, VersionId: KEY_ID }],
            requests: [
                sm("PutSecretValue", {
                    SecretId: SECRET,
                    SecretString: "made-up",
                    VersionStages: ["kept"],
                }),
            ],
            outputs: { id: `${SECRET}|${KEY_ID}`, arn: SECRET, versionId: KEY_ID },
        },
        {
            does: "puts a write-only value as any other",
            type: "aws:secretsmanager/secretVersion:SecretVersion",
            inputs: { secretId: SECRET, secretStringWo: "made-up", secretStringWoVersion: 1 },
            answers: [{ ARN: SECRET, VersionId: KEY_ID }],
            requests: [sm("PutSecretValue", { SecretId: SECRET, SecretString: "made-up" })],
            outputs: { id: `${SECRET}|${KEY_ID}`, arn: SECRET, versionId: KEY_ID },
        },
        {
            does: "has a secret rotated",
            type: "aws:secretsmanager/secretRotation:SecretRotation",
            inputs: {
                secretId: SECRET,
                rotationLambdaArn: FUNCTION,
                rotateImmediately: false,
                rotationRules: { automaticallyAfterDays: 30, duration: "3h" },
            },
            requests: [
                sm("RotateSecret", {
                    SecretId: SECRET,
                    RotationLambdaARN: FUNCTION,
                    RotateImmediately: false,
                    RotationRules: { AutomaticallyAfterDays: 30, Duration: "3h" },
                }),
            ],
            outputs: { id: SECRET, rotationEnabled: true },
        },
        {
            does: "puts the policy of a secret and blocks the public",
            type: "aws:secretsmanager/secretPolicy:SecretPolicy",
            inputs: { secretArn: SECRET, policy: "{}", blockPublicPolicy: true },
            requests: [
                sm("PutResourcePolicy", {
                    SecretId: SECRET,
                    ResourcePolicy: "{}",
                    BlockPublicPolicy: true,
                }),
            ],
            outputs: { id: SECRET },
        },
        {
            does: "puts a parameter, whose ARN has one slash",
            type: "aws:ssm/parameter:Parameter",
            inputs: {
                name: "/web/password",
                type: "SecureString",
                value: "made-up",
                keyId: KEY,
                tier: "Advanced",
            },
            answers: [{ Version: 1 }],
            requests: [
                {
                    service: "ssm",
                    operation: "PutParameter",
                    input: {
                        Name: "/web/password",
                        Type: "SecureString",
                        Value: "made-up",
                        KeyId: KEY,
                        Tier: "Advanced",
                    },
                },
            ],
            outputs: {
                id: "/web/password",
                name: "/web/password",
                arn: "arn:aws:ssm:us-east-1:123456789012:parameter/web/password",
                version: 1,
                type: "SecureString",
                value: "made-up",
            },
        },
        {
            does: "creates a key, and then has it rotated",
            type: "aws:kms/key:Key",
            inputs: {
                description: "Encrypts",
                policy: "{}",
                enableKeyRotation: true,
                rotationPeriodInDays: 90,
                deletionWindowInDays: 7,
                tags: { team: "web" },
            },
            answers: [{ KeyMetadata: { KeyId: KEY_ID, Arn: KEY } }],
            requests: [
                kms("CreateKey", {
                    Description: "Encrypts",
                    Policy: "{}",
                    Tags: [{ TagKey: "team", TagValue: "web" }],
                }),
                kms("EnableKeyRotation", { KeyId: KEY_ID, RotationPeriodInDays: 90 }),
            ],
            outputs: { id: KEY_ID, keyId: KEY_ID, arn: KEY },
        },
        {
            does: "creates a key that is not rotated and not enabled",
            type: "aws:kms/key:Key",
            inputs: { isEnabled: false },
            answers: [{ KeyMetadata: { KeyId: KEY_ID, Arn: KEY } }],
            requests: [kms("CreateKey", {}), kms("DisableKey", { KeyId: KEY_ID })],
            outputs: { id: KEY_ID, keyId: KEY_ID, arn: KEY },
        },
        {
            does: "names an alias as AWS wants it, and tells the key of it",
            type: "aws:kms/alias:Alias",
            inputs: { targetKeyId: KEY },
            requests: [kms("CreateAlias", { AliasName: "alias/web-0a1b2c3", TargetKeyId: KEY })],
            outputs: {
                id: "alias/web-0a1b2c3",
                name: "alias/web-0a1b2c3",
                arn: "arn:aws:kms:us-east-1:123456789012:alias/web-0a1b2c3",
                targetKeyArn: KEY,
            },
        },
        {
            does: "puts a key's policy under the one name there is",
            type: "aws:kms/keyPolicy:KeyPolicy",
            inputs: { keyId: KEY_ID, policy: "{}" },
            requests: [kms("PutKeyPolicy", { KeyId: KEY_ID, PolicyName: "default", Policy: "{}" })],
            outputs: { id: KEY_ID },
        },
    ]);
});

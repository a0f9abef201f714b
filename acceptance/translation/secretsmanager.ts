import type {
    CreateSecretCommandInput,
    PutResourcePolicyCommandInput,
    PutSecretValueCommandInput,
    RotateSecretCommandInput,
} from "@aws-sdk/client-secrets-manager";
import type {
    SecretArgs,
    SecretPolicyArgs,
    SecretRotationArgs,
    SecretVersionArgs,
} from "@pulumi/aws/secretsmanager";
import { physicalName } from "./names";
import { defineTranslation, refuseRest, type Answer, type Request } from "./request";
import { capitalTag, listTags } from "./tags";

const request = (operation: string, input: object): Request => ({
    service: "secretsmanager",
    operation,
    input,
});

/** `aws:secretsmanager/secret:Secret` */
export const secret = defineTranslation<SecretArgs>(function* (args, declared) {
    const { name, namePrefix, description, kmsKeyId, policy, tags, ...more } = args;
    const { replicas, forceOverwriteReplicaSecret, region: _, ...others } = more;
    // The window matters when the secret is deleted.
    const { recoveryWindowInDays: __, ...rest } = others;
    refuseRest(rest);
    const Name = physicalName({ name, namePrefix }, declared);
    const { ARN }: Answer = yield request("CreateSecret", {
        Name,
        Description: description,
        KmsKeyId: kmsKeyId,
        AddReplicaRegions: replicas?.map((replica) => ({
            Region: replica.region,
            KmsKeyId: replica.kmsKeyId,
        })),
        ForceOverwriteReplicaSecret: forceOverwriteReplicaSecret,
        Tags: listTags(tags, capitalTag),
    } satisfies CreateSecretCommandInput);
    const arn = String(ARN);
    if (policy) {
        yield putPolicy(arn, policy);
    }
    return { id: arn, arn, name: Name };
});

/** `aws:secretsmanager/secretVersion:SecretVersion` */
export const secretVersion = defineTranslation<SecretVersionArgs>(function* (args) {
    const { secretId, secretString, secretBinary, secretStringWo, versionStages, ...more } = args;
    const { region: _, secretStringWoVersion: __, ...rest } = more;
    refuseRest(rest);
    const { ARN, VersionId }: Answer = yield request("PutSecretValue", {
        SecretId: secretId,
        SecretString: secretString ?? secretStringWo,
        SecretBinary: secretBinary === undefined ? undefined : Buffer.from(secretBinary, "base64"),
        VersionStages: versionStages,
    } satisfies PutSecretValueCommandInput);
    return { id: `${secretId}|${String(VersionId)}`, arn: ARN, versionId: VersionId };
});

/** `aws:secretsmanager/secretRotation:SecretRotation` */
export const secretRotation = defineTranslation<SecretRotationArgs>(function* (args) {
    const { secretId, rotationLambdaArn, rotationRules, rotateImmediately, ...more } = args;
    const { region: _, ...rest } = more;
    refuseRest(rest);
    yield request("RotateSecret", {
        SecretId: secretId,
        RotationLambdaARN: rotationLambdaArn,
        RotateImmediately: rotateImmediately,
        RotationRules: rotationRules && {
            AutomaticallyAfterDays: rotationRules.automaticallyAfterDays,
            Duration: rotationRules.duration,
            ScheduleExpression: rotationRules.scheduleExpression,
        },
    } satisfies RotateSecretCommandInput);
    return { id: secretId, rotationEnabled: true };
});

/** `aws:secretsmanager/secretPolicy:SecretPolicy` */
export const secretPolicy = defineTranslation<SecretPolicyArgs>(function* (args) {
    const { secretArn, policy, blockPublicPolicy, region: _, ...rest } = args;
    refuseRest(rest);
    yield putPolicy(secretArn, policy, blockPublicPolicy);
    return { id: secretArn };
});

function putPolicy(secretArn: string, policy: string, blockPublicPolicy?: boolean): Request {
    return request("PutResourcePolicy", {
        SecretId: secretArn,
        ResourcePolicy: policy,
        BlockPublicPolicy: blockPublicPolicy,
    } satisfies PutResourcePolicyCommandInput);
}

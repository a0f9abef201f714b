/** The resource types that the pack knows, by short names. */
export const TYPES = {
    alias: "aws:kms/alias:Alias",
    bucketPolicy: "aws:s3/bucketPolicy:BucketPolicy",
    externalKey: "aws:kms/externalKey:ExternalKey",
    key: "aws:kms/key:Key",
    keyGrant: "aws:kms/grant:Grant",
    keyPolicy: "aws:kms/keyPolicy:KeyPolicy",
    parameter: "aws:ssm/parameter:Parameter",
    policy: "aws:iam/policy:Policy",
    policyAttachment: "aws:iam/policyAttachment:PolicyAttachment",
    replicaExternalKey: "aws:kms/replicaExternalKey:ReplicaExternalKey",
    replicaKey: "aws:kms/replicaKey:ReplicaKey",
    role: "aws:iam/role:Role",
    rolePoliciesExclusive: "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
    rolePolicy: "aws:iam/rolePolicy:RolePolicy",
    rolePolicyAttachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    rolePolicyAttachmentsExclusive:
        "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    secret: "aws:secretsmanager/secret:Secret",
    secretPolicy: "aws:secretsmanager/secretPolicy:SecretPolicy",
    secretRotation: "aws:secretsmanager/secretRotation:SecretRotation",
    secretVersion: "aws:secretsmanager/secretVersion:SecretVersion",
    service: "aws:ecs/service:Service",
    taskDefinition: "aws:ecs/taskDefinition:TaskDefinition",
} as const;

/** The types of buckets, whose policy may be a property of their own. */
export const BUCKET_TYPES: readonly string[] = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

/** The types of KMS keys that a program can make; all of them have a policy of their own. */
export const KEY_TYPES: readonly string[] = [
    TYPES.key,
    TYPES.externalKey,
    TYPES.replicaKey,
    TYPES.replicaExternalKey,
];

/**
 * Condition keys that AWS fills in by itself, with values that a program does not say. Taking them
 * for absent would deny where AWS allows, so that they are unknown unless the request has them.
 * Not among them, because a role's session that Amazon ECS opens has none: `aws:username`,
 * `aws:SourceIdentity`, the keys of EC2 instances.
 * Those of AWS KMS, Amazon S3 and AWS Secrets Manager speak of the resource or of the connection.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export const RUN_TIME_KEYS: readonly string[] = [
    "aws:CalledVia",
    "aws:CalledViaFirst",
    "aws:CalledViaLast",
    "aws:CurrentTime",
    "aws:EpochTime",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalType",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:SourceIp",
    "aws:SourceVpc",
    "aws:SourceVpcArn",
    "aws:SourceVpce",
    "aws:TokenIssueTime",
    "aws:UserAgent",
    "aws:VpceAccount",
    "aws:VpceOrgID",
    "aws:VpceOrgPaths",
    "aws:VpcSourceIp",
    "aws:ViaAWSService",
    "aws:userid",
    "kms:EncryptionAlgorithm",
    "kms:KeyOrigin",
    "kms:KeySpec",
    "kms:KeyUsage",
    "kms:MultiRegion",
    "kms:MultiRegionKeyType",
    "kms:ResourceAliases",
    "s3:ResourceAccount",
    "s3:TlsVersion",
    "s3:authType",
    "s3:signatureAge",
    "s3:signatureversion",
    "secretsmanager:resource/AllowRotationLambdaArn",
];

const LOWER_CASE: ReadonlySet<string> = new Set(RUN_TIME_KEYS.map((name) => name.toLowerCase()));

/** Whether a key, in lower case, is one of {@link RUN_TIME_KEYS}. */
export function isRunTimeKey(key: string): boolean {
    return LOWER_CASE.has(key);
}

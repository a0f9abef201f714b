import type { Choices, Fragment, Kind } from "./fragments";

/** Conditions, each an operator, a key and a value. */
const conditions = (...list: [operator: string, key: string, value: unknown][]) =>
    list.map(([operator, key, value]) => ({ Condition: { [operator]: { [key]: value } } }));

/** What each request says of the role, and of what is tagged. */
const COMMON: Choices = {
    right: conditions(
        ["StringEquals", "aws:PrincipalTag/team", "web"],
        ["StringEquals", "aws:ResourceTag/team", "web"],
        ["StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}"],
        ["StringLike", "aws:ResourceTag/team", "w*"],
        ["StringNotEquals", "aws:ResourceTag/team", "ops"],
        ["StringEqualsIfExists", "aws:ResourceTag/stage", "prod"],
        ["Null", "aws:ResourceTag/team", "false"],
        ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::<own>:role/web*"],
        ["StringEquals", "aws:PrincipalAccount", "<own>"],
        ["StringEquals", "aws:ResourceAccount", "<account>"],
        ["StringEqualsIgnoreCase", "aws:ResourceTag/team", "WEB"],
    ),
    wrong: conditions(
        ["StringEquals", "aws:PrincipalTag/team", "ops"],
        ["StringEquals", "aws:ResourceTag/team", "WEB"],
        ["StringEquals", "aws:ResourceTag/stage", "prod"],
        ["StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/stage}"],
        ["StringNotEquals", "aws:ResourceTag/team", "web"],
        ["Null", "aws:ResourceTag/team", "true"],
        ["ArnLike", "aws:PrincipalArn", "arn:aws:sts::<own>:assumed-role/web/*"],
        ["StringEquals", "aws:PrincipalAccount", "<not-account>0"],
        ["StringEquals", "aws:ResourceAccount", "<not-account>"],
    ),
};

const STORE: Readonly<Record<Kind, Choices>> = {
    secretsmanager: {
        right: conditions(
            ["StringEquals", "secretsmanager:ResourceTag/team", "web"],
            ["StringEquals", "secretsmanager:VersionStage", "AWSCURRENT"],
            ["StringEquals", "secretsmanager:SecretId", "<arn>"],
        ),
        wrong: conditions(
            ["StringEquals", "secretsmanager:ResourceTag/team", "ops"],
            ["StringEquals", "secretsmanager:VersionStage", "AWSPREVIOUS"],
            ["StringEquals", "secretsmanager:SecretId", "web/db"],
        ),
    },
    ssm: {
        right: conditions(["StringEquals", "ssm:resourceTag/team", ["ops", "web"]]),
        wrong: conditions(["StringEquals", "ssm:resourceTag/team", "ops"]),
    },
    kms: {
        right: conditions(
            ["StringEquals", "kms:ViaService", "<store>.<region>.amazonaws.com"],
            ["StringLike", "kms:ViaService", ["<store>.*.amazonaws.com", "s3.*.amazonaws.com"]],
            ["StringEquals", "kms:EncryptionContext:<context>", "<arn>"],
            ["StringLike", "kms:EncryptionContext:<context>", "<unsuffixed>*"],
            ["ForAnyValue:StringEquals", "kms:EncryptionContextKeys", "<context>"],
            ["StringEquals", "kms:CallerAccount", "<own>"],
            ["Bool", "aws:ViaAWSService", "true"],
        ),
        wrong: conditions(
            ["StringEquals", "kms:ViaService", "<store>.eu-central-1.amazonaws.com"],
            ["StringEquals", "kms:ViaService", "<not-store>.<region>.amazonaws.com"],
            ["StringEquals", "kms:EncryptionContext:<context>", "<unsuffixed>-"],
            ["StringEquals", "kms:EncryptionContext:SecretName", "<arn>"],
            ["ForAnyValue:StringEquals", "kms:EncryptionContextKeys", "aws:s3:arn"],
            ["StringEquals", "kms:CallerAccount", "<own>0"],
            ["Bool", "aws:ViaAWSService", "false"],
        ),
    },
};

/** The conditions, by what is asked for; most statements have none. */
export function conditionsOf(kind: Kind): Choices {
    return {
        right: [...COMMON.right, ...STORE[kind].right, ...STORE[kind].right],
        wrong: [...COMMON.wrong, ...STORE[kind].wrong, ...STORE[kind].wrong],
    };
}

/** Conditions of which no program knows whether they hold. */
export const OPEN: readonly Fragment[] = conditions(
    ["StringEquals", "aws:SourceVpce", "vpce-0123456789abcdef0"],
    ["StringEquals", "aws:RequestedRegion", "<region>"],
    ["IpAddress", "aws:SourceIp", "203.0.113.0/24"],
);

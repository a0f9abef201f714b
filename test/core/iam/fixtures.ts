import { parseNamedPolicy, type AccessRequest, type NamedPolicy } from "../../../core/iam";

export const ACCOUNT = "123456789012";
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/app-execution`;
export const SECRET = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:app/db-AbCdEf`;
export const PARAMETER = `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/app/token`;
export const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;

/** What stands in a text for a value that is not known yet. */
export const UNKNOWN = "<unknown>";

export const isUnknown = (text: string): boolean => text.includes(UNKNOWN);

export const readSecret: AccessRequest = {
    action: "secretsmanager:GetSecretValue",
    resource: SECRET,
    principalArn: ROLE,
    principalTags: { team: "app" },
    context: {
        "secretsmanager:SecretId": [SECRET],
        "secretsmanager:VersionStage": ["AWSCURRENT"],
        "aws:ResourceTag/team": ["app"],
        "aws:ResourceTag/owner": "unknown",
    },
};

export const readParameter: AccessRequest = {
    action: "ssm:GetParameters",
    resource: PARAMETER,
    principalArn: ROLE,
    context: {},
};

export const decrypt: AccessRequest = {
    action: "kms:Decrypt",
    resource: KEY,
    principalArn: ROLE,
    context: {
        "kms:ViaService": ["secretsmanager.eu-west-1.amazonaws.com"],
        "kms:CallerAccount": [ACCOUNT],
        "kms:EncryptionContext:SecretARN": [SECRET],
        "kms:ResourceAliases": "unknown",
    },
};

export type Statement = Record<string, unknown>;

export function policy(statements: unknown, version = "2012-10-17", name = "inline"): NamedPolicy {
    return parseNamedPolicy(name, { Version: version, Statement: statements }, isUnknown);
}

export function allowSecret(change: Statement = {}): Statement {
    return { Effect: "Allow", Action: readSecret.action, Resource: SECRET, ...change };
}

export function allowDecrypt(change: Statement = {}): Statement {
    return { Effect: "Allow", Action: "kms:Decrypt", Resource: KEY, ...change };
}

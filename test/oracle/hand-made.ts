import type { ConditionJson, DocumentJson, ResourceJson, World } from "./world";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
const KMS = "https://docs.aws.amazon.com/kms/latest/";

/** The pages of AWS that the hand-made worlds rest on. */
export const AWS = {
    operators: `${IAM}reference_policies_elements_condition_operators.html`,
    logic: `${IAM}reference_policies_condition-logic-multiple-context-keys-or-values.html`,
    sets: `${IAM}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
    variables: `${IAM}reference_policies_variables.html`,
    action: `${IAM}reference_policies_elements_action.html`,
    notAction: `${IAM}reference_policies_elements_notaction.html`,
    resource: `${IAM}reference_policies_elements_resource.html`,
    notResource: `${IAM}reference_policies_elements_notresource.html`,
    principal: `${IAM}reference_policies_elements_principal.html`,
    notPrincipal: `${IAM}reference_policies_elements_notprincipal.html`,
    evaluation: `${IAM}reference_policies_evaluation-logic_policy-eval-denyallow.html`,
    abroad: `${IAM}reference_policies_evaluation-logic-cross-account.html`,
    boundary: `${IAM}access_policies_boundaries.html`,
    keyPolicy: `${KMS}developerguide/key-policies.html`,
    keyDefault: `${KMS}developerguide/key-policy-default.html`,
    keyAccess: `${KMS}developerguide/control-access.html`,
    grants: `${KMS}developerguide/grants.html`,
    constraints: `${KMS}APIReference/API_GrantConstraints.html`,
} as const;

/** A row of a table: what the oracle does, in which world, with which answer, and who says so. */
export type Row = [sentence: string, world: World, allowed: boolean, link: string];

export const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";
export const ROLE = "arn:aws:iam::123456789012:role/app";
export const FOREIGN = "arn:aws:iam::210987654321:role/app";
export const ROOT = "arn:aws:iam::123456789012:root";
export const SESSION = "arn:aws:sts::123456789012:assumed-role/app/s-1";

type Statement = Record<string, unknown>;

export const documentOf = (...statements: Statement[]): DocumentJson => ({
    Version: "2012-10-17",
    Statement: statements as object[],
});
export const reads: Statement = {
    Effect: "Allow",
    Action: "secretsmanager:GetSecretValue",
    Resource: "*",
};
export const decrypts: Statement = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" };
export const unrelated = documentOf({ Effect: "Allow", Action: "s3:GetObject", Resource: "*" });

interface Parts {
    identity?: DocumentJson;
    boundary?: DocumentJson;
    resource?: ResourceJson;
    role?: string;
}

function worldOf(action: string, resource: string, parts: Parts): World {
    const { identity, boundary, role = ROLE } = parts;
    return {
        request: {
            action,
            resource,
            principalArn: role,
            session: "s-1",
            principalTags: { team: "app" },
            context: {
                "aws:TagKeys": ["team", "env"],
                "aws:SourceIp": ["10.0.1.5"],
                "aws:SecureTransport": ["true"],
                "aws:CurrentTime": ["2026-03-01T12:00:00Z"],
                "app:Size": ["10"],
                "app:Label": ["a*b"],
                "app:Source": ["arn:aws:ecs:eu-west-1:123456789012:task/app/1"],
                "kms:EncryptionContext:SecretARN": [SECRET],
            },
        },
        identity: identity === undefined ? [] : [{ name: "inline", document: identity }],
        ...(boundary === undefined ? {} : { boundary }),
        resource: parts.resource ?? { kind: "none" },
    };
}

export const secret = (parts: Parts) => worldOf("secretsmanager:GetSecretValue", SECRET, parts);
export const key = (parts: Parts) => worldOf("kms:Decrypt", KEY, parts);
export const identity = (...statements: Statement[]) =>
    secret({ identity: documentOf(...statements) });
export const when = (Condition: ConditionJson) => identity({ ...reads, Condition });
export const onSecret = (...statements: Statement[]): ResourceJson => ({
    kind: "policy",
    document: documentOf(...statements),
});
export const onKey = (...statements: Statement[]): ResourceJson => ({
    kind: "key",
    document: documentOf(...statements),
    grants: [],
});
export const granted = (
    context: Record<string, string>,
    operation = "Decrypt",
    grantee = ROLE,
): World =>
    key({
        resource: {
            kind: "key",
            document: documentOf(),
            grants: [
                { grantee, operations: [operation], constraints: [{ kind: "equals", context }] },
            ],
        },
    });

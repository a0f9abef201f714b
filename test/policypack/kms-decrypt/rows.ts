import { changeStack, type StackChange } from "../../support/pack-stack";
import type { PolicyRow, ReportedRow } from "../../support/policy-table";
import {
    ACCOUNT,
    containers,
    decryptStatement,
    deployed,
    KEY,
    PARAMETER,
    policy,
    readStatement,
    SECRET,
    VALUE,
} from "./stack";

export const row = (name: string, change: StackChange): PolicyRow => ({
    name,
    stack: changeStack(deployed, change),
});

export const says = (name: string, change: StackChange, ...messages: string[]): ReportedRow => ({
    ...row(name, change),
    messages,
});

/** The role's inline policy with these statements beside the one that reads. */
export const rights = (...statements: object[]): StackChange => ({
    rights: { props: { policy: policy(readStatement, ...statements) } },
});

export const keyPolicyFor = (principal: string, action = "kms:*") =>
    policy({ Effect: "Allow", Principal: { AWS: principal }, Action: action, Resource: "*" });

/** A secret with its version under the same key, injected in place of the parameter. */
export const withSecret = (statement: object): StackChange => ({
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: SECRET, id: SECRET, name: "api", kmsKeyId: KEY },
        from: { kmsKeyId: ["key"] },
    },
    version: {
        type: "aws:secretsmanager/secretVersion:SecretVersion",
        props: { arn: SECRET, secretId: SECRET, secretString: VALUE },
        from: { secretId: ["secret"] },
    },
    rights: { props: { policy: policy(statement) } },
    task: {
        props: { containerDefinitions: containers({ name: "API_KEY", valueFrom: SECRET }) },
        from: { executionRoleArn: ["role"], containerDefinitions: ["version"] },
    },
});

export const decryptSecret = (context = SECRET) =>
    decryptStatement({
        Condition: {
            StringEquals: {
                "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
                "kms:EncryptionContext:SecretARN": context,
            },
        },
    });

export const boundary = (statement: object): StackChange => ({
    boundary: {
        type: "aws:iam/policy:Policy",
        props: { arn: `arn:aws:iam::${ACCOUNT}:policy/boundary`, policy: policy(statement) },
    },
    role: { props: { permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/boundary` } },
});

export const ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
export const OWN_POLICY = `arn:aws:iam::${ACCOUNT}:policy/decrypt`;
export const ownPolicy = (arn: string) => ({
    type: "aws:iam/policy:Policy",
    props: { arn, policy: policy(decryptStatement()) },
});

export const UNTIL = {
    ssm: "Until then the task stops with ResourceInitializationError: … AccessDeniedException: … is not authorized to perform: kms:Decrypt.",
    secretsmanager:
        "Until then the task stops with ResourceInitializationError: … AccessDeniedException: Access to KMS is not allowed.",
};

/** The statement that is printed, as it can be pasted. */
export const STATEMENT =
    `{"Sid":"DecryptParameters","Effect":"Allow",` +
    `"Action":"kms:Decrypt","Resource":["${KEY}"],"Condition":{"StringEquals":{"kms:ViaService":` +
    `["ssm.us-east-1.amazonaws.com"],"kms:EncryptionContext:PARAMETER_ARN":["${PARAMETER}"]}}}`;

/** The remedy with its statement. */
export const remedy = () => `Add to the task execution role role: ${STATEMENT} ${UNTIL.ssm}`;

export const WHERE = "secrets DB_PASSWORD of container web (parameter parameter)";

/** The line on a role of which it is not known whether it may decrypt. */
export const undetermined = (missing: string, { role = "role", what = WHERE, add = "" } = {}) =>
    `undetermined: whether the task execution role ${role} may decrypt ${what}. Not known: ${missing}.` +
    (add && ` No policy of this program gives the right; unless another does, add: ${add}`);

/** The line on a role that is suspected of lacking the right. */
export const suspected = (until: string, remedy: string) =>
    "suspected: parameter parameter, if a container injects it: no policy of the task execution role role that is known allows it, and none that is not known yet is computed from it. " +
    `${remedy} ${until}`;
export const NOBODY =
    `${WHERE}: the key policy leaves it to the identity policies, and none of the role's allows ` +
    `kms:Decrypt on ${KEY}`;

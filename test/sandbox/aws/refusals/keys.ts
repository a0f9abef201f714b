import { rotator } from "../../../support/simulated-aws";
import { CANARY, type Row } from "./row";

const missing = "00000000-0000-0000-0000-000000000000";
const everybody = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});
const rotationRules = { automaticallyAfterDays: 30 };

/** What AWS KMS refuses, and what the stores do around keys, policies and rotation. */
export const keys: Row[] = [
    {
        title: "an alias of a key that does not exist",
        type: "alias",
        inputs: () => ({ targetKeyId: missing }),
        message: RegExp(`KMS: CreateAlias, NotFoundException: Key '${missing}' does not exist`),
    },
    {
        title: "an alias of an alias",
        type: "alias",
        inputs: (account) => {
            const targetKeyId = account.output("key", {}, "keyId");
            return { targetKeyId: account.output("alias", { targetKeyId }, "name") };
        },
        message: /CreateAlias, NotFoundException: Key 'alias\/alias-.*' does not exist/,
    },
    {
        title: "an alias that does not begin with alias/",
        type: "alias",
        inputs: (account) => ({ name: "web", targetKeyId: account.output("key", {}, "keyId") }),
        message: /CreateAlias, ValidationException: Alias must begin with alias\//,
    },
    {
        title: "an alias among AWS's own",
        type: "alias",
        inputs: (account) => ({
            name: "alias/aws/web",
            targetKeyId: account.output("key", {}, "keyId"),
        }),
        message: /CreateAlias, NotAuthorizedException: /,
    },
    {
        title: "an alias that is taken",
        type: "alias",
        inputs: (account) => {
            const inputs = { targetKeyId: account.output("key", {}, "keyId"), name: "alias/taken" };
            account.create("alias", inputs);
            return inputs;
        },
        message:
            /CreateAlias, AlreadyExistsException: An alias with the name .*:alias\/taken already/,
    },
    {
        title: "a malformed key policy",
        type: "keyPolicy",
        inputs: (account) => ({ keyId: account.output("key", {}, "keyId"), policy: "{" }),
        message: /PutKeyPolicy, MalformedPolicyDocumentException: Syntax errors in policy/,
    },
    {
        title: "a policy of a key that does not exist",
        type: "keyPolicy",
        inputs: () => ({ keyId: missing, policy: everybody }),
        message: /PutKeyPolicy, NotFoundException: Key 'arn:aws:kms:.*' does not exist/,
    },
    {
        title: "a malformed policy of a secret",
        type: "secretPolicy",
        inputs: (account) => ({ secretArn: account.output("secret", {}, "arn"), policy: "{" }),
        message: /PutResourcePolicy, MalformedPolicyDocumentException: Syntax errors in policy/,
    },
    {
        title: "a public policy of a secret where public ones are blocked",
        type: "secretPolicy",
        inputs: (account) => ({
            secretArn: account.output("secret", {}, "arn"),
            policy: everybody,
            blockPublicPolicy: true,
        }),
        message: /PutResourcePolicy, PublicPolicyException: You can't use this policy/,
    },
    {
        title: "a policy of a secret that does not exist",
        type: "secretPolicy",
        inputs: () => ({
            secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:no-AbCdEf",
            policy: everybody,
        }),
        message: /PutResourcePolicy, ResourceNotFoundException: /,
    },
    {
        title: "a rotation by a function that does not let Secrets Manager invoke it",
        type: "secretRotation",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            rotationLambdaArn: rotator(account, "events.amazonaws.com"),
            rotationRules,
        }),
        message:
            /RotateSecret, AccessDeniedException: Secrets Manager cannot invoke the specified Lambda/,
    },
    {
        title: "a rotation by a function that lets it for another account",
        type: "secretRotation",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            rotationLambdaArn: rotator(account.other()),
            rotationRules,
        }),
        message: /RotateSecret, AccessDeniedException: Secrets Manager cannot invoke/,
    },
    {
        title: "a rotation by a function that does not exist",
        type: "secretRotation",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            rotationLambdaArn: account.account.arn("lambda", "function:nothing"),
            rotationRules,
        }),
        message: /RotateSecret, AccessDeniedException: Secrets Manager cannot invoke/,
    },
    {
        title: "a rotation without a schedule",
        type: "secretRotation",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            rotationLambdaArn: rotator(account),
        }),
        message: /RotateSecret, InvalidParameterException: RotationRules must hold either/,
    },
    {
        title: "a standard parameter over 4,096 bytes, whatever its characters are",
        type: "parameter",
        inputs: () => ({ type: "String", value: `${CANARY}${"é".repeat(2_045)}` }),
        message: /Standard tier parameters support a maximum parameter value of 4096 characters/,
    },
    {
        title: "a parameter over 8,192 bytes whose tier AWS chooses",
        type: "parameter",
        inputs: () => ({
            type: "String",
            tier: "Intelligent-Tiering",
            value: CANARY.repeat(500),
        }),
        message: /Advanced tier parameters support a maximum parameter value of 8192 characters/,
    },
    {
        title: "a parameter of a tier that does not exist",
        type: "parameter",
        inputs: () => ({ type: "String", tier: "Other", value: CANARY }),
        message: /PutParameter, ValidationException: There is no parameter tier Other/,
    },
];

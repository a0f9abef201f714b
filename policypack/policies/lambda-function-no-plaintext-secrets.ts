import { NIST_IA_5_7 } from "../frameworks";
import { listFunctionPlaintext } from "../places/function";
import { definePlaintextPolicy } from "../plaintext/define-policy";
import { PLAINTEXT_TAGS } from "../plaintext/tags";

/** A variable of a function shows to everybody who may read its configuration. */
export const functionNoPlaintextSecrets = definePlaintextPolicy({
    name: "lambda-function-no-plaintext-secrets",
    displayName: "Lambda function holds no secret in plaintext",
    description: "A function must read its secrets from a secret store, not from its environment.",
    enforcementLevel: "mandatory",
    severity: "critical",
    tags: [...PLAINTEXT_TAGS, "lambda"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Store the value in AWS Secrets Manager, give the function the ARN of the secret in a variable and the right to read it, and read it with the AWS Parameters and Secrets Lambda Extension.",
    url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html",
    resources: { "aws:lambda/function:Function": listFunctionPlaintext },
});

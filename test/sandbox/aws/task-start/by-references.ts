import { allow, together } from "../../../support/simulated-aws";
import { CANARY, escape, PREFIX, SSM, type Scenario } from "./scenario";

/** What a reference asks for and is not there. */
export const stoppedByReferences: Record<string, [Partial<Scenario>, RegExp]> = {
    "the secret has no value": [
        { hasValue: false },
        /ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT$/,
    ],
    "the secret lacks the JSON key": [
        { suffix: ":missing::" },
        RegExp(
            `${escape(PREFIX)}unable to retrieve secret from asm: service call has been retried 1 time\\(s\\): retrieved secret from Secrets Manager did not contain json key missing$`,
        ),
    ],
    "a JSON key is asked of a value that is no JSON": [
        { suffix: ":password::", value: CANARY },
        /did not contain json key password$/,
    ],
    "the reference has two of the three fields after the ARN": [
        { suffix: ":password:" },
        /an invalid ARN format for the AWS Secrets Manager secret was specified\. Specify a valid ARN and try again\.$/,
    ],
    "the secret has no such version": [
        { suffix: ":::00000000-0000-0000-0000-000000000000" },
        /ResourceNotFoundException: Secrets Manager can't find the specified secret value for VersionId: 00000000-0000-0000-0000-000000000000$/,
    ],
    "the secret does not exist": [
        { secretArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:missing-AbCdEf" },
        /ResourceNotFoundException: Secrets Manager can't find the specified secret\.$/,
    ],
    "the secret is scheduled for deletion": [
        { isDeleted: true },
        /InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion\.$/,
    ],
    "the parameter does not exist, and its role may read that one alone": [
        {
            parameter: "/web/missing",
            role: together(
                allow(["secretsmanager:GetSecretValue", "kms:Decrypt"]),
                allow(
                    "ssm:GetParameters",
                    "arn:aws:ssm:us-east-1:123456789012:parameter/web/missing",
                ),
            ),
        },
        RegExp(`${escape(SSM)}invalid ssm parameters: /web/missing$`),
    ],
    "the parameter does not exist": [
        { parameter: "/web/missing" },
        RegExp(`${escape(SSM)}invalid ssm parameters: /web/missing$`),
    ],
};

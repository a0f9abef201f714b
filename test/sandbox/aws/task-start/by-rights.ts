import { allow, together, TRUST } from "../../../support/simulated-aws";
import { ASM, escape, PREFIX, SSM, type Scenario } from "./scenario";

/** What the role or the key does not allow. */
export const stoppedByRights: Record<string, [Partial<Scenario>, RegExp]> = {
    "its role may not read the secret": [
        { role: allow(["ssm:GetParameters", "kms:Decrypt"]) },
        RegExp(
            escape(`${PREFIX}${ASM}arn:aws:secretsmanager:us-east-1:123456789012:secret:`) +
                ".* from secrets manager: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/role-.* is not authorized to perform: secretsmanager:GetSecretValue on resource: .* because no identity-based policy allows the secretsmanager:GetSecretValue action$",
        ),
    ],
    "its role may read the secret's ARN with a JSON key alone": [
        {
            role: together(
                allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:*:key::"),
                allow(["ssm:GetParameters", "kms:Decrypt"]),
            ),
        },
        /is not authorized to perform: secretsmanager:GetSecretValue/,
    ],
    "its role may not decrypt the secret": [
        {
            parameter: "",
            role: allow("secretsmanager:GetSecretValue"),
        },
        /from secrets manager: AccessDeniedException: Access to KMS is not allowed$/,
    ],
    "its role may not read the parameter": [
        { role: allow(["secretsmanager:GetSecretValue", "ssm:GetParameter", "kms:Decrypt"]) },
        RegExp(
            escape(`${PREFIX}${SSM}AccessDeniedException: User: `) +
                ".* is not authorized to perform: ssm:GetParameters on resource: arn:aws:ssm:us-east-1:123456789012:parameter/web/parameter because no identity-based policy allows the ssm:GetParameters action$",
        ),
    ],
    "its role may decrypt for the other store alone": [
        {
            role: {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Action: ["secretsmanager:GetSecretValue", "ssm:GetParameters"],
                        Resource: "*",
                    },
                    {
                        Effect: "Allow",
                        Action: "kms:Decrypt",
                        Resource: "*",
                        Condition: {
                            StringEquals: {
                                "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
                            },
                        },
                    },
                ],
            },
        },
        /from ssm: .*AccessDeniedException: User: .* is not authorized to perform: kms:Decrypt/,
    ],
    "a statement denies it": [
        {
            role: {
                Version: "2012-10-17",
                Statement: [
                    { Effect: "Allow", Action: "*", Resource: "*" },
                    { Effect: "Deny", Action: "ssm:*", Resource: "*" },
                ],
            },
        },
        /ssm:GetParameters on resource: .* with an explicit deny in an identity-based policy$/,
    ],
    "Amazon ECS may not assume its role": [
        {
            trust: {
                ...TRUST,
                Statement: [{ ...TRUST.Statement[0], Principal: { Service: "ec2.amazonaws.com" } }],
            },
        },
        /ECS was unable to assume the role 'arn:aws:iam::123456789012:role\/role-/,
    ],
    "its role may be assumed for another account alone": [
        {
            trust: {
                ...TRUST,
                Statement: [
                    {
                        ...TRUST.Statement[0],
                        Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } },
                    },
                ],
            },
        },
        /ECS was unable to assume the role/,
    ],
    "the key policy denies it": [
        {
            suffix: undefined,
            keyPolicy: {
                Version: "2012-10-17",
                Statement: [
                    { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" },
                    { Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
                ],
            },
        },
        /from ssm: .*is not authorized to perform: kms:Decrypt on resource: .* with an explicit deny in a resource-based policy$/,
    ],
    "the key policy does not leave it to the account": [
        {
            suffix: undefined,
            keyPolicy: {
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { AWS: "arn:aws:iam::123456789012:role/somebody" },
                        Action: "kms:*",
                        Resource: "*",
                    },
                ],
            },
        },
        /from ssm: .*kms:Decrypt on resource: .* because no resource-based policy allows the kms:Decrypt action$/,
    ],
    "the secret that Parameter Store reads may not be read": [
        {
            suffix: undefined,
            isReadThroughParameterStore: true,
            role: allow(["ssm:GetParameters", "kms:Decrypt"]),
        },
        /is not authorized to perform: secretsmanager:GetSecretValue/,
    ],
};

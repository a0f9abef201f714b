/** A part of a statement: what it holds is filled in, as `<arn>`, once the ARNs are known. */
export type Fragment = Readonly<Record<string, unknown>>;

/** Parts of a statement that let something be read or decrypted, and such as nearly do. */
export interface Choices {
    readonly right: readonly Fragment[];
    readonly wrong: readonly Fragment[];
}

/** What is read or decrypted. */
export type Kind = "secretsmanager" | "ssm" | "kms";

const actions = (...list: (string | string[])[]) => list.map((Action) => ({ Action }));
const resources = (...list: (string | string[])[]) => list.map((Resource) => ({ Resource }));
/** The actions, by what they are for. */
export const ACTIONS: Readonly<Record<Kind, Choices>> = {
    secretsmanager: {
        right: [
            ...actions(
                "secretsmanager:GetSecretValue",
                ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                "secretsmanager:Get*",
                "SecretsManager:getsecretvalue",
                "secretsmanager:Get?ecretValue",
                "*",
            ),
            { NotAction: "iam:*" },
        ],
        wrong: [
            ...actions(
                "secretsmanager:DescribeSecret",
                "secretsmanager:BatchGetSecretValue",
                "secretsmanager:GetSecret",
                "secretsmanager:List*",
                ["ssm:GetParameters", "kms:Decrypt"],
            ),
            { NotAction: ["iam:*", "secretsmanager:Get*"] },
        ],
    },
    ssm: {
        right: [
            ...actions(
                "ssm:GetParameters",
                ["ssm:GetParameter", "ssm:GetParameters"],
                "ssm:GetParameter*",
                "SSM:getparameters",
                "ssm:*",
            ),
            { NotAction: "ssm:GetParameter" },
        ],
        wrong: [
            ...actions(
                "ssm:GetParameter",
                "ssm:GetParametersByPath",
                ["ssm:GetParameter", "ssm:DescribeParameters"],
                "ssm:GetParameter?ByPath",
                "secretsmanager:GetSecretValue",
            ),
            { NotAction: "ssm:GetParameters" },
        ],
    },
    kms: {
        right: [
            ...actions(
                "kms:Decrypt",
                ["kms:DescribeKey", "kms:Decrypt"],
                "kms:De*",
                "KMS:decrypt",
                "kms:*",
            ),
            { NotAction: "kms:Encrypt" },
        ],
        wrong: [
            ...actions(
                "kms:Encrypt",
                ["kms:DescribeKey", "kms:GenerateDataKey"],
                "kms:ReEncrypt*",
                "kms:Decrypt?",
            ),
            { NotAction: "kms:*" },
        ],
    },
};

/** The resources, by what they are. */
export const RESOURCES: Readonly<Record<Kind, Choices>> = {
    secretsmanager: {
        right: [
            ...resources(
                "<arn>",
                "<unsuffixed>-??????",
                "<unsuffixed>*",
                "arn:aws:secretsmanager:<region>:<account>:secret:web/*",
                "arn:aws:secretsmanager:*:*:secret:*",
                ["<other>", "<arn>"],
                "*",
            ),
            { NotResource: "<other>" },
        ],
        wrong: [
            ...resources(
                "<arn>:password::",
                "<unsuffixed>",
                "<unsuffixed>-?????",
                "<arn-cut>",
                "<arn>/*",
                "<other>",
                "arn:aws:secretsmanager:eu-central-1:<account>:secret:*",
                "arn:aws:secretsmanager:<region>:<not-account>:secret:*",
                "arn:aws-cn:secretsmanager:<region>:<account>:secret:*",
            ),
            { NotResource: "<unsuffixed>-*" },
        ],
    },
    ssm: {
        right: [
            ...resources(
                "<arn>",
                "arn:aws:ssm:<region>:<account>:parameter/web/*",
                "arn:aws:ssm:*:<account>:parameter/*",
                "<arn-cut>?",
                ["<other>", "<arn>"],
                "*",
            ),
            { NotResource: "<other>" },
        ],
        wrong: [
            ...resources(
                "arn:aws:ssm:<region>:<account>:parameter//web/db",
                "arn:aws:ssm:<region>:<account>:parameter/web",
                "arn:aws:ssm:eu-central-1:<account>:parameter/*",
                "<arn-cut>",
                "<arn>/*",
                "<other>",
            ),
            { NotResource: "<arn>" },
        ],
    },
    kms: {
        right: [
            ...resources(
                "<key>",
                "arn:aws:kms:<region>:<account>:key/*",
                "arn:aws:kms:*:<account>:*",
                "<key-cut>?",
                ["<other-key>", "<key>"],
                "*",
            ),
            { NotResource: "<other-key>" },
        ],
        wrong: [
            ...resources(
                "<alias>",
                "arn:aws:kms:<region>:<account>:alias/*",
                "arn:aws:kms:eu-central-1:<account>:key/*",
                "arn:aws:kms:<region>:<not-account>:key/*",
                "<other-key>",
                "<key-cut>",
                "<arn>",
            ),
            { NotResource: "<key>" },
        ],
    },
};

/** Who a key's or a secret's policy is for. */
export const PRINCIPALS: Choices = {
    right: ["<role>", ["<other-role>", "<role>"], "<own>", "arn:aws:iam::<own>:root"].map(
        (AWS) => ({ Principal: { AWS } }),
    ),
    wrong: [
        { Principal: { AWS: "<other-role>" } },
        { Principal: { AWS: "<not-own>" } },
        { Principal: { Service: "ecs-tasks.amazonaws.com" } },
    ],
};

import { evaluateAccess, type AccessRequest } from "../../../../core/iam";
import {
    ACCOUNT,
    decrypt,
    KEY,
    PARAMETER,
    policy,
    readParameter,
    readSecret,
    ROLE,
} from "../fixtures";
import { byWorld, own, withKeyPolicy, withPolicy, type Case } from "./case";
import { PAGES } from "./sources";

/** Rights of one role for all that bears its tag: secrets by tag, parameters by path, keys by store. */
const BY_TAG = own(
    {
        Sid: "ReadTagged",
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:*`,
        Condition: {
            StringEquals: {
                "secretsmanager:ResourceTag/application": "graph",
                "aws:ResourceTag/environment": "live",
            },
        },
    },
    {
        Sid: "ReadByPath",
        Effect: "Allow",
        Action: ["ssm:GetParameters"],
        Resource: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/app/*`,
    },
    {
        Sid: "UseKeys",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/*`,
        Condition: { StringLike: { "kms:ViaService": "secretsmanager.*.amazonaws.com" } },
    },
);
const tagged = (application: string, environment: string): AccessRequest["context"] => ({
    ...readSecret.context,
    "secretsmanager:ResourceTag/application": [application],
    "aws:ResourceTag/application": [application],
    "secretsmanager:ResourceTag/environment": [environment],
    "aws:ResourceTag/environment": [environment],
});

/** What programs look like. */
export const shapes: Case[] = [
    ...byWorld(readSecret, [
        [
            "rights by tag read a secret that bears the tags",
            PAGES.secretTags,
            "allowed identity-policy",
            { identity: BY_TAG, resource: withPolicy() },
            { context: tagged("graph", "live") },
        ],
        [
            "rights by tag do not read a secret that bears other tags",
            PAGES.secretTags,
            "denied no-allow",
            { identity: BY_TAG, resource: withPolicy() },
            { context: tagged("graph", "test") },
        ],
        [
            "rights by tag do not read a secret without tags",
            PAGES.secretTags,
            "denied no-allow",
            { identity: BY_TAG, resource: withPolicy() },
            { context: readSecret.context },
        ],
        [
            "rights by tag may read a secret whose tags are not known",
            PAGES.secretTags,
            "undetermined possible-allow",
            { identity: BY_TAG, resource: withPolicy() },
            {
                context: {
                    "aws:ResourceTag/*": "unknown",
                    "secretsmanager:ResourceTag/*": "unknown",
                },
            },
        ],
        [
            "rights by tag may read a secret whose tags are not known yet",
            PAGES.secretTags,
            "pending possible-allow",
            { identity: BY_TAG, resource: withPolicy() },
            {
                context: {
                    "aws:ResourceTag/*": "pending",
                    "secretsmanager:ResourceTag/*": "pending",
                },
            },
        ],
        [
            "AmazonECSTaskExecutionRolePolicy reads no secret",
            PAGES.executionRole,
            "denied no-allow",
            {
                identity: own({
                    Effect: "Allow",
                    Action: ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "logs:PutLogEvents"],
                    Resource: "*",
                }),
                resource: withPolicy(),
            },
        ],
    ]),
    ...byWorld(readParameter, [
        [
            "rights by path read a parameter that is injected by its name",
            PAGES.parameterAccess,
            "allowed identity-policy",
            { identity: BY_TAG, resource: { kind: "none" } },
            { resource: PARAMETER },
        ],
    ]),
    ...byWorld(decrypt, [
        [
            "rights over keys by store use a key whose id the secret gives",
            PAGES.secretEncryption,
            "allowed key-policy-and-identity-policy",
            { identity: BY_TAG, resource: withKeyPolicy() },
            { resource: KEY },
        ],
        [
            "rights over keys by store do not use a key for another store",
            PAGES.keyViaService,
            "denied key-policy-leaves-it-to-identity-policies",
            { identity: BY_TAG, resource: withKeyPolicy() },
            { context: { ...decrypt.context, "kms:ViaService": ["ssm.eu-west-1.amazonaws.com"] } },
        ],
        [
            "a key policy with the console's statements lets its users in",
            PAGES.keyDefaultPolicy,
            "allowed key-policy",
            {
                identity: [],
                resource: withKeyPolicy(
                    {
                        Sid: "Enable IAM User Permissions",
                        Effect: "Allow",
                        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
                        Action: "kms:*",
                        Resource: "*",
                    },
                    {
                        Sid: "Allow use of the key",
                        Effect: "Allow",
                        Principal: { AWS: [ROLE] },
                        Action: [
                            "kms:Encrypt",
                            "kms:Decrypt",
                            "kms:ReEncrypt*",
                            "kms:GenerateDataKey*",
                            "kms:DescribeKey",
                        ],
                        Resource: "*",
                    },
                ),
            },
        ],
    ]),
    {
        name: "a role that the program does not make may have any policy",
        source: PAGES.executionRole,
        expected: "undetermined unknown-policy",
        evaluate: () =>
            evaluateAccess(readSecret, {
                identity: [
                    policy([], "2012-10-17"),
                    {
                        name: "the role's others",
                        kind: "unknown",
                        why: "the role is of another stack",
                    },
                ],
                resource: { kind: "policy", policy: "none" },
            }),
    },
];

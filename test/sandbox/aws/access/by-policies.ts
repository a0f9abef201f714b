import {
    allowed,
    BY,
    delegated,
    denied,
    KMS,
    ROLE,
    TRUST_REFUSED,
    unreadable,
    type World,
} from "./world";

const READ = "secretsmanager:GetSecretValue";
const BOTH = [READ, "kms:Decrypt"];
/** The statements of a role that may not read. */
export const decryptAlone = () => [allowed("kms:Decrypt")];
const readIf = (condition: object) => () => [
    allowed("kms:Decrypt"),
    allowed(READ, "*", { Condition: condition }),
];
/** The statements of a secret's policy that lets somebody read it. */
export const secretFor = (principal: unknown, more: object = {}) => [
    allowed(READ, "*", { Principal: principal, ...more }),
];
const trusted = (condition: object, principal = "ecs-tasks.amazonaws.com") => [
    {
        Effect: "Allow",
        Principal: { Service: principal },
        Action: "sts:AssumeRole",
        Condition: condition,
    },
];

/** What decides about the secret: the end of `runs when …` or `stops when …`, and what it says. */
export const byPolicies: Record<string, [Partial<World>, string?]> = {
    "its role may read the secret's ARN": [
        { role: ({ secret }) => [allowed(READ, secret), allowed("kms:Decrypt")] },
    ],
    "its role may read the secret's name with any suffix": [
        {
            role: () => [
                allowed(READ, "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-??????"),
                allowed("kms:Decrypt"),
            ],
        },
    ],
    "its role may read the ARN with a JSON key alone": [
        {
            role: ({ secret }) => [allowed(READ, `${secret}:password::`), allowed("kms:Decrypt")],
        },
        unreadable(BY.identity),
    ],
    "its role may read secrets of the tag, and the secret has it": [
        {
            secretInputs: { tags: { env: "prod" } },
            role: readIf({ StringEquals: { "secretsmanager:ResourceTag/env": "prod" } }),
        },
    ],
    "its role may read secrets of the tag by its newer name": [
        {
            secretInputs: { tags: { env: "prod" } },
            role: readIf({ StringEquals: { "aws:ResourceTag/env": "prod" } }),
        },
    ],
    "its role may read secrets of the tag, and the secret lacks it": [
        { role: readIf({ StringEquals: { "aws:ResourceTag/env": "prod" } }) },
        unreadable(BY.identity),
    ],
    "its role may read secrets that have its own tag, and they are the same": [
        {
            roleInputs: { tags: { team: "web" } },
            secretInputs: { tags: { team: "web" } },
            role: readIf({
                StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" },
            }),
        },
    ],
    "its role may read secrets that have its own tag, and they are not": [
        {
            roleInputs: { tags: { team: "api" } },
            secretInputs: { tags: { team: "web" } },
            role: readIf({
                StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" },
            }),
        },
        unreadable(BY.identity),
    ],
    "its role may read the current version": [
        { role: readIf({ StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } }) },
    ],
    "its role may read the previous version alone": [
        { role: readIf({ StringEquals: { "secretsmanager:VersionStage": "AWSPREVIOUS" } }) },
        unreadable(BY.identity),
    ],
    "its role may read secrets by the version's id, and none is named": [
        { role: readIf({ StringLike: { "secretsmanager:VersionId": "*" } }) },
        unreadable(BY.identity),
    ],
    "its role may read from a VPC endpoint alone": [
        { role: readIf({ StringEquals: { "aws:SourceVpce": "vpce-1" } }) },
        unreadable(BY.identity),
    ],
    "its role may read in its region alone": [
        { role: readIf({ StringEquals: { "aws:RequestedRegion": "us-east-1" } }) },
    ],
    "its role may read in an organization alone, and the account is of none": [
        { role: readIf({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }) },
        unreadable(BY.identity),
    ],
    "its role could read until a day that is past": [
        { role: readIf({ DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }) },
        unreadable(BY.identity),
    ],
    "its role may read from a day that is past": [
        { role: readIf({ DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }) },
    ],
    "a statement of its role denies it": [
        { role: ({ secret }) => [allowed("*"), denied(READ, secret)] },
        unreadable(BY.identityDeny),
    ],
    "the secret's policy names its role, which has no right of its own": [
        { role: decryptAlone, secret: () => secretFor({ AWS: ROLE }) },
    ],
    "the secret's policy names another role": [
        {
            role: decryptAlone,
            secret: () => secretFor({ AWS: "arn:aws:iam::123456789012:role/other" }),
        },
        unreadable(BY.identity),
    ],
    "the secret's policy names the account, which leaves it to its role": [
        { role: decryptAlone, secret: () => [delegated] },
        unreadable(BY.identity),
    ],
    "the secret's policy denies it to all but another role": [
        {
            secret: () => [
                denied(READ, "*", {
                    Principal: "*",
                    Condition: {
                        StringNotEquals: {
                            "aws:PrincipalArn": "arn:aws:iam::123456789012:role/other",
                        },
                    },
                }),
            ],
        },
        unreadable(BY.resourceDeny),
    ],
    "the secret's policy denies it to all but its role": [
        {
            secret: () => [
                denied(READ, "*", {
                    Principal: "*",
                    Condition: { StringNotEquals: { "aws:PrincipalArn": ROLE } },
                }),
            ],
        },
    ],
    "its boundary allows it": [{ boundary: () => [allowed(BOTH)] }],
    "its boundary does not allow to read": [{ boundary: decryptAlone }, unreadable(BY.boundary)],
    "its boundary does not allow to decrypt": [{ boundary: () => [allowed(READ)] }, KMS],
    "its boundary denies it": [
        { boundary: () => [allowed("*"), denied(READ)] },
        unreadable(BY.boundaryDeny),
    ],
    "its boundary allows what its role does not": [
        { role: decryptAlone, boundary: () => [allowed("*")] },
        unreadable(BY.identity),
    ],
    "its boundary does not allow what the secret's policy allows its role": [
        { role: decryptAlone, boundary: decryptAlone, secret: () => secretFor({ AWS: ROLE }) },
        unreadable(BY.boundary),
    ],
    "Amazon ECS may assume its role for the account": [
        { trust: trusted({ StringEquals: { "aws:SourceAccount": "123456789012" } }) },
    ],
    "Amazon ECS may assume its role for another account": [
        { trust: trusted({ StringEquals: { "aws:SourceAccount": "210987654321" } }) },
        TRUST_REFUSED,
    ],
    "Amazon ECS may assume its role for what is of Amazon ECS": [
        {
            trust: trusted({
                ArnLike: { "aws:SourceArn": "arn:aws:ecs:us-east-1:123456789012:*" },
            }),
        },
    ],
    "Amazon ECS may assume its role for another region": [
        {
            trust: trusted({
                ArnLike: { "aws:SourceArn": "arn:aws:ecs:eu-west-1:123456789012:*" },
            }),
        },
        TRUST_REFUSED,
    ],
    "Amazon ECS may assume its role with an external id, and gives none": [
        { trust: trusted({ StringEquals: { "sts:ExternalId": "web" } }) },
        TRUST_REFUSED,
    ],
    "Amazon ECS may assume its role for an organization, and the account is of none": [
        { trust: trusted({ StringEquals: { "aws:SourceOrgID": "o-1" } }) },
        TRUST_REFUSED,
    ],
    "another service may assume its role": [
        { trust: trusted({}, "ecs.amazonaws.com") },
        TRUST_REFUSED,
    ],
};

import fc from "fast-check";
import type { Choices, Fragment } from "./fragments";
import { injection } from "./injections";
import { HOLDERS, type Document, type Plan } from "./plan";
import { document } from "./statements";
import { mostly, oneOf } from "./weights";

const sources = (...list: [string, string, string][]): Fragment[] =>
    list.map(([operator, key, value]) => ({ Condition: { [operator]: { [key]: value } } }));

const SOURCES: Choices = {
    right: sources(
        ["StringEquals", "aws:SourceAccount", "<own>"],
        ["ArnLike", "aws:SourceArn", "arn:aws:ecs:us-east-1:<own>:*"],
        ["StringLike", "aws:SourceArn", "arn:aws:ecs:*:<own>:*"],
    ),
    wrong: sources(
        ["StringEquals", "aws:SourceAccount", "<not-own>"],
        ["ArnLike", "aws:SourceArn", "arn:aws:ecs:eu-central-1:<own>:*"],
        ["StringEquals", "aws:SourceAccount", "<own>0"],
    ),
};

const trustStatement = (share: number): fc.Arbitrary<Fragment> =>
    fc
        .tuple(
            mostly(
                oneOf(
                    { Principal: { Service: "ecs-tasks.amazonaws.com" } },
                    { Principal: { Service: ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"] } },
                ),
                share,
                oneOf(
                    { Principal: { Service: "ecs.amazonaws.com" } },
                    { Principal: { Service: "ec2.amazonaws.com" } },
                    { Principal: { AWS: "<own>" } },
                ),
            ),
            mostly(
                oneOf(
                    { Action: "sts:AssumeRole" },
                    { Action: ["sts:AssumeRole", "sts:TagSession"] },
                ),
                share,
                oneOf({ Action: "sts:AssumeRoleWithWebIdentity" }, { Action: "sts:TagSession" }),
            ),
            mostly(oneOf({}, ...SOURCES.right), share, oneOf(...SOURCES.wrong)),
        )
        .map((parts): Fragment => Object.assign({}, ...parts) as Fragment);

/** Mostly one statement that lets Amazon ECS take the role. */
const trust: fc.Arbitrary<readonly Fragment[]> = fc
    .tuple(
        fc.array(trustStatement(96), { minLength: 1, maxLength: 2 }),
        mostly(fc.constant([]), 95, fc.tuple(trustStatement(50))),
    )
    .map(([allowed, denied]) => [
        ...allowed.map((one) => ({ Effect: "Allow", ...one })),
        ...denied.map((one) => ({ Effect: "Deny", ...one })),
    ]);

const ALL = ["secretsmanager:*", "ssm:*", "kms:*"];

/** Policies that limit what the others allow. */
const boundary: fc.Arbitrary<Document> = document(
    mostly(
        oneOf<Fragment[]>(
            [{ Effect: "Allow", Action: "*", Resource: "*" }],
            [{ Effect: "Allow", Action: ALL, Resource: "*" }],
            [{ Effect: "Allow", NotAction: "iam:*", Resource: "arn:aws:*:*:<own>:*" }],
        ),
        65,
        oneOf<Fragment[]>(
            [{ Effect: "Allow", Action: ["secretsmanager:*", "ssm:*"], Resource: "*" }],
            [{ Effect: "Allow", Action: ["kms:*", "logs:*"], Resource: "*" }],
            [
                { Effect: "Allow", Action: "*", Resource: "*" },
                { Effect: "Deny", Action: "ssm:GetParameters", Resource: "*" },
            ],
            [
                { Effect: "Allow", Action: "*", Resource: "*" },
                { Effect: "Deny", Action: "kms:Decrypt", Resource: "arn:aws:kms:us-east-1:*:*" },
            ],
        ),
    ),
);

/** Stacks, about as many that start as not. */
export const plan: fc.Arbitrary<Plan> = fc.record({
    injections: mostly(
        fc.tuple(injection),
        85,
        fc.array(injection, { minLength: 2, maxLength: 2 }),
    ),
    place: mostly(
        oneOf<Plan["place"]>("secrets"),
        80,
        oneOf<Plan["place"]>("secretOptions", "service connect"),
    ),
    holder: oneOf(...HOLDERS),
    version: mostly(oneOf("2012-10-17"), 97, oneOf("2008-10-17")),
    trust,
    boundary: mostly(fc.constant(null), 88, boundary),
    hasRole: mostly(fc.constant(true), 98, fc.constant(false)),
    hasStandardPolicy: fc.boolean(),
});

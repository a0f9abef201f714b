import assert from "node:assert/strict";
import {
    evaluateTrust,
    parseNamedPolicy,
    planRoleTrust,
    type TrustConditions,
} from "../../../../core";
import { LOCATION } from "../fixtures";

const OTHER = "210987654321";
const ECS = "ecs-tasks.amazonaws.com";
const account = { StringEquals: { "aws:SourceAccount": "123456789012" } };
const arn = { ArnLike: { "aws:SourceArn": "arn:aws:ecs:eu-west-1:123456789012:*" } };
const trust = (part: object) => ({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { Service: ECS },
            Action: "sts:AssumeRole",
            ...part,
        },
    ],
});

describe("planRoleTrust trusts Amazon ECS tasks", () => {
    const rows: [string, TrustConditions, object][] = [
        [
            "of the account",
            { sourceAccount: true, sourceArn: false },
            trust({ Condition: account }),
        ],
        [
            "of the account and region by their ARN",
            { sourceAccount: false, sourceArn: true },
            trust({ Condition: arn }),
        ],
        [
            "by account and ARN",
            { sourceAccount: true, sourceArn: true },
            trust({ Condition: { ...account, ...arn } }),
        ],
        ["without any condition", { sourceAccount: false, sourceArn: false }, trust({})],
    ];
    for (const [name, conditions, expected] of rows) {
        it(name, () => assert.deepEqual(planRoleTrust(LOCATION, conditions), expected));
    }

    it("of the partition of the location", () => {
        const china = { ...LOCATION, partition: "aws-cn", region: "cn-north-1" };
        assert.deepEqual(
            planRoleTrust(china, { sourceAccount: false, sourceArn: true }),
            trust({
                Condition: {
                    ArnLike: { "aws:SourceArn": "arn:aws-cn:ecs:cn-north-1:123456789012:*" },
                },
            }),
        );
    });

    const source = (id: string, region = "eu-west-1") => ({
        "aws:SourceAccount": [id],
        "aws:SourceArn": [`arn:aws:ecs:${region}:${id}:task/cluster/0`],
    });
    const deputies: [string, TrustConditions, Record<string, string[]>, string][] = [
        ["its own", { sourceAccount: true, sourceArn: true }, source("123456789012"), "allowed"],
        ["another's", { sourceAccount: true, sourceArn: false }, source(OTHER), "denied"],
        ["another's", { sourceAccount: false, sourceArn: true }, source(OTHER), "denied"],
        [
            "another region's",
            { sourceAccount: true, sourceArn: true },
            source("123456789012", "us-east-1"),
            "denied",
        ],
        ["another's", { sourceAccount: false, sourceArn: false }, source(OTHER), "allowed"],
    ];
    for (const [whose, conditions, context, answer] of deputies) {
        const by = JSON.stringify(conditions);
        it(`so that ${whose} tasks are ${answer} with ${by}`, () => {
            const policy = parseNamedPolicy("trust", planRoleTrust(LOCATION, conditions));
            assert.equal(evaluateTrust(policy, ECS, context).answer, answer);
        });
    }
});

import assert from "node:assert/strict";
import { evaluateIdentity, type ContextValue, type Verdict } from "../../../core/iam";
import { allowSecret, policy, readSecret } from "./fixtures";

type Row = [operator: string, values: unknown, actual: ContextValue, answer: Verdict["answer"]];

const ARN = "arn:aws:ecs:eu-west-1:123456789012:task/app";
const NONE: ContextValue = [];

const rows: Row[] = [
    ["StringEquals", "a", ["a"], "allowed"],
    ["StringEquals", ["b", "a"], ["a"], "allowed"],
    ["StringEquals", "a", ["A"], "denied"],
    ["StringEquals", "*", ["a"], "denied"],
    ["StringEquals", "a", NONE, "denied"],
    ["StringEquals", "a", "unknown", "undetermined"],
    ["StringEquals", "a", ["a", "b"], "undetermined"],
    ["StringEquals", 1, ["1"], "allowed"],
    ["StringEquals", "${$}{x}", ["${x}"], "allowed"],
    ["StringEquals", "${aws:username}", ["a"], "denied"],
    ["StringEqualsIfExists", "a", NONE, "allowed"],
    ["StringEqualsIfExists", "a", ["b"], "denied"],
    ["StringEqualsIfExists", "a", "unknown", "undetermined"],
    ["StringNotEquals", "a", ["b"], "allowed"],
    ["StringNotEquals", ["b", "a"], ["a"], "denied"],
    ["StringNotEquals", "a", NONE, "allowed"],
    ["StringNotEquals", "a", "unknown", "undetermined"],
    ["StringNotEqualsIfExists", "a", NONE, "allowed"],
    ["StringEqualsIgnoreCase", "aB", ["Ab"], "allowed"],
    ["StringNotEqualsIgnoreCase", "aB", ["Ab"], "denied"],
    ["StringLike", "a*c?", ["abbcd"], "allowed"],
    ["StringLike", "A*", ["abc"], "denied"],
    ["StringLike", "a${*}", ["abc"], "denied"],
    ["StringLike", "a${*}", ["a*"], "allowed"],
    ["StringNotLike", "a*", ["abc"], "denied"],
    ["ArnEquals", ARN, [ARN], "allowed"],
    ["ArnEquals", "arn:aws:ecs:*:123456789012:*", [ARN], "allowed"],
    ["ArnLike", "arn:aws:ecs:*", [ARN], "allowed"],
    ["ArnLike", "arn:aws:*:123456789012:task/app", [ARN], "denied"],
    ["ArnLike", "task/*", [ARN], "denied"],
    ["ArnLike", ARN, NONE, "denied"],
    ["ArnLike", ARN, "unknown", "undetermined"],
    ["ArnNotEquals", ARN, [ARN], "denied"],
    ["ArnNotLike", "arn:aws:ecs:*:*:*", [ARN], "denied"],
    ["ArnNotLike", "arn:aws:s3:*:*:*", [ARN], "allowed"],
    ["ArnNotLikeIfExists", ARN, NONE, "allowed"],
    ["ArnNotLike", "task/*", [ARN], "undetermined"],
    ["Bool", "true", ["true"], "allowed"],
    ["Bool", true, ["true"], "allowed"],
    ["Bool", "True", ["true"], "allowed"],
    ["Bool", "true", ["false"], "denied"],
    ["Bool", "false", NONE, "denied"],
    ["Bool", "yes", ["true"], "undetermined"],
    ["Bool", ["yes", "true"], ["true"], "allowed"],
    ["BoolIfExists", "true", NONE, "allowed"],
    ["Null", "true", NONE, "allowed"],
    ["Null", "false", NONE, "denied"],
    ["Null", "true", ["a"], "denied"],
    ["Null", false, ["a"], "allowed"],
    ["Null", "true", "unknown", "undetermined"],
    ["Null", "absent", NONE, "undetermined"],
    ["NullIfExists", "true", NONE, "undetermined"],
    ["ForAllValues:StringEquals", ["a", "b"], ["a", "b"], "allowed"],
    ["ForAllValues:StringEquals", ["a"], ["a", "b"], "denied"],
    ["ForAllValues:StringEquals", ["a"], NONE, "allowed"],
    ["ForAllValues:StringEquals", ["a"], "unknown", "undetermined"],
    ["ForAllValues:StringNotEquals", ["c"], ["a", "b"], "allowed"],
    ["ForAllValues:StringNotEquals", ["a"], ["a", "b"], "denied"],
    ["ForAnyValue:StringEquals", ["b"], ["a", "b"], "allowed"],
    ["ForAnyValue:StringEquals", ["c"], ["a", "b"], "denied"],
    ["ForAnyValue:StringEquals", ["c"], NONE, "denied"],
    ["ForAnyValue:StringLike", ["alias/*"], ["alias/app"], "allowed"],
    ["ForAnyValue:StringNotEquals", ["a"], ["a", "b"], "allowed"],
    ["ForAnyValue:StringNotEquals", ["a"], NONE, "denied"],
    ["ForAnyValue:StringEqualsIfExists", ["a"], NONE, "undetermined"],
    ["toString", "a", ["a"], "undetermined"],
];

function answer(Condition: unknown, context: Record<string, ContextValue>): Verdict {
    return evaluateIdentity({ ...readSecret, context }, [policy(allowSecret({ Condition }))]);
}

describe("a condition", () => {
    for (const [operator, values, actual, expected] of rows) {
        it(`${operator} ${JSON.stringify(values)} makes ${JSON.stringify(actual)} ${expected}`, () => {
            const verdict = answer({ [operator]: { "app:key": values } }, { "app:key": actual });
            assert.equal(verdict.answer, expected, verdict.explanation);
        });
    }

    it("finds its key without regard to case", () => {
        const context = { "KMS:viaservice": ["a"] };
        assert.equal(
            answer({ StringEquals: { "kms:ViaService": "a" } }, context).answer,
            "allowed",
        );
    });

    it("needs all of its keys", () => {
        const condition = { StringEquals: { "a:x": "1", "a:y": "1" } };
        assert.equal(answer(condition, { "a:x": ["1"], "a:y": ["1"] }).answer, "allowed");
        assert.equal(answer(condition, { "a:x": ["1"], "a:y": ["2"] }).answer, "denied");
        assert.equal(answer(condition, { "a:x": ["2"], "a:y": "unknown" }).answer, "denied");
        assert.equal(answer(condition, { "a:x": ["1"], "a:y": "unknown" }).answer, "undetermined");
    });

    it("takes a family of keys for unknown if the context says so", () => {
        const condition = { StringEquals: { "aws:ResourceTag/team": "app" } };
        assert.equal(answer(condition, { "aws:ResourceTag/*": "unknown" }).answer, "undetermined");
        assert.equal(
            answer(condition, { "aws:ResourceTag/*": "unknown", "aws:ResourceTag/team": ["x"] })
                .answer,
            "denied",
        );
    });

    it("takes a key that AWS fills in for unknown, unless the context says that it is absent", () => {
        const condition = { StringEquals: { "aws:SourceVpce": "vpce-1" } };
        assert.equal(answer(condition, {}).answer, "undetermined");
        assert.equal(answer(condition, { "aws:SourceVpce": [] }).answer, "denied");
    });

    it("knows the role, its account and the account of the resource from the request", () => {
        const condition = {
            ArnEquals: { "aws:PrincipalArn": readSecret.principalArn },
            StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" },
        };
        assert.equal(answer(condition, {}).answer, "allowed");
    });

    it("names the fact that is missing", () => {
        const verdict = answer({ StringEquals: { "app:key": "a" } }, { "app:key": "unknown" });
        assert.deepEqual(verdict.answer === "undetermined" && verdict.missing, [
            "the value of app:key, which StringEquals compares (statement 1 of the policy inline)",
        ]);
    });
});

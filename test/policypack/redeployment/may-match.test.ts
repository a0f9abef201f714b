import assert from "node:assert/strict";
import { mayMatch } from "../../../policypack/redeployment/may-match";
import { UNKNOWN } from "../../support/wire";

const OURS = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-AbCdEf";
const EVENT = {
    source: ["aws.secretsmanager"],
    resources: [OURS],
    detail: { name: ["web"], eventName: ["RotateSecret", "UpdateSecret"] },
};

const fitting: [name: string, pattern: unknown][] = [
    ["nothing asked for", {}],
    ["the value of a field", { source: ["aws.secretsmanager"] }],
    ["one of several values", { source: ["aws.ssm", "aws.secretsmanager"] }],
    ["one of several possible values", { detail: { eventName: ["UpdateSecret"] } }],
    ["the start of a value", { resources: [{ prefix: OURS.slice(0, 20) }] }],
    ["the end of a value", { detail: { name: [{ suffix: "eb" }] } }],
    ["a value in other letters", { detail: { name: [{ "equals-ignore-case": "WEB" }] } }],
    ["anything but another value", { detail: { name: [{ "anything-but": ["api"] }] } }],
    ["anything but what may not be there", { detail: { eventName: [{ "anything-but": "X" }] } }],
    ["a field that must be there", { detail: { name: [{ exists: true }] } }],
    ["a field of which nothing is known", { account: ["123456789012"] }],
    ["a field inside one of which nothing is known", { detail: { extra: { id: [OURS] } } }],
    ["one of two patterns", { $or: [{ source: ["aws.ssm"] }, { detail: { name: ["web"] } }] }],
    ["an operator of tomorrow", { detail: { name: [{ sounds: "like" }] } }],
    ["a value that is not known yet", { resources: [UNKNOWN] }],
    ["a start that is not known yet", { resources: [{ prefix: `${UNKNOWN}-` }] }],
    ["values that are not known yet", { resources: UNKNOWN }],
    ["fields that are not known yet", { detail: UNKNOWN }],
    ["a pattern that is not known yet", UNKNOWN],
];

const unfitting: [name: string, pattern: unknown][] = [
    ["another value", { source: ["aws.ssm"] }],
    ["another value of one field of two", { source: ["aws.secretsmanager"], resources: ["x"] }],
    ["no value at all", { source: [] }],
    ["another start", { resources: [{ prefix: "arn:aws:ssm" }] }],
    ["another end", { detail: { name: [{ suffix: "api" }] } }],
    ["another value in other letters", { detail: { name: [{ "equals-ignore-case": "API" }] } }],
    ["anything but the value", { detail: { name: [{ "anything-but": "web" }] } }],
    ["anything but values with it", { detail: { name: [{ "anything-but": ["api", "web"] }] } }],
    ["a field that must not be there", { detail: { name: [{ exists: false }] } }],
    ["another secret where an event carries one", { detail: { extra: { id: [`${OURS}x`] } } }],
    ["none of two patterns", { $or: [{ source: ["aws.ssm"] }, { detail: { name: ["api"] } }] }],
    ["a number for a text", { detail: { name: [1] } }],
    ["fields in a text", { source: { name: ["web"] } }],
    ["a text for a list", { source: "aws.secretsmanager" }],
    ["no pattern", null],
    ["a list for a pattern", [{}]],
];

describe("mayMatch", () => {
    const isOurs = (wanted: string) => !wanted.startsWith("arn:") || wanted === OURS;
    for (const [name, pattern] of fitting) {
        it(`takes ${name} to fit`, () => assert.equal(mayMatch(pattern, EVENT, isOurs), true));
    }
    for (const [name, pattern] of unfitting) {
        it(`does not take ${name} to fit`, () =>
            assert.equal(mayMatch(pattern, EVENT, isOurs), false));
    }

    it("takes a pattern of any depth to fit, in bounded time", () => {
        const deep = JSON.parse(
            `${'{"detail":'.repeat(100_000)}{}${"}".repeat(100_000)}`,
        ) as unknown;
        assert.equal(mayMatch(deep, EVENT, isOurs), true);
    });
});

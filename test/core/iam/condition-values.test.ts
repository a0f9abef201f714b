import assert from "node:assert/strict";
import {
    evaluateIdentity,
    EVALUATED_OPERATORS,
    type ContextValue,
    type Verdict,
} from "../../../core/iam";
import { allowSecret, policy, readSecret } from "./fixtures";

type Row = [operator: string, values: unknown, actual: ContextValue, answer: Verdict["answer"]];
const NONE: ContextValue = [];

const numbers: Row[] = [
    ["NumericEquals", "5", ["5"], "allowed"],
    ["NumericEquals", 5, ["5.0"], "allowed"],
    ["NumericEquals", "5", ["6"], "denied"],
    ["NumericEquals", "5", NONE, "denied"],
    ["NumericEquals", "5", "unknown", "undetermined"],
    ["NumericEquals", ["4", "5"], ["5"], "allowed"],
    ["NumericEqualsIfExists", "5", NONE, "allowed"],
    ["NumericNotEquals", "5", ["6"], "allowed"],
    ["NumericNotEquals", "5", ["5"], "denied"],
    ["NumericNotEquals", "5", NONE, "allowed"],
    ["NumericLessThan", "5", ["4.9"], "allowed"],
    ["NumericLessThan", "5", ["5"], "denied"],
    ["NumericLessThan", "-5", ["-6"], "allowed"],
    ["NumericLessThan", "10", ["9"], "allowed"],
    ["NumericLessThanEquals", "5", ["5"], "allowed"],
    ["NumericLessThanEquals", "5", ["6"], "denied"],
    ["NumericGreaterThan", "5", ["6"], "allowed"],
    ["NumericGreaterThan", "5", ["5"], "denied"],
    ["NumericGreaterThanEquals", "5", ["5"], "allowed"],
    ["NumericGreaterThanEquals", "5", ["4"], "denied"],
    ["ForAllValues:NumericLessThan", "5", ["1", "2"], "allowed"],
    ["ForAnyValue:NumericLessThan", "5", ["9", "2"], "allowed"],
    ["NumericEquals", "five", ["5"], "undetermined"],
    ["NumericEquals", "", ["0"], "undetermined"],
    ["NumericEquals", "0x5", ["5"], "undetermined"],
    ["NumericEquals", "5", ["five"], "undetermined"],
    ["NumericNotEquals", "five", ["5"], "undetermined"],
    ["NumericNotEquals", "five", NONE, "allowed"],
    ["NumericEquals", "9007199254740993", ["9007199254740992"], "undetermined"],
    ["NumericEquals", "${aws:EpochTime}", ["5"], "undetermined"],
];

const dates: Row[] = [
    ["DateEquals", "2026-01-02T03:04:05Z", ["2026-01-02T03:04:05Z"], "allowed"],
    ["DateEquals", "2026-01-02T03:04:05Z", ["2026-01-02T04:04:05+01:00"], "allowed"],
    ["DateEquals", "2026-01-02T00:00:00Z", ["2026-01-02"], "allowed"],
    ["DateEquals", "1767323045", ["2026-01-02T03:04:05Z"], "allowed"],
    ["DateEquals", 1767323045, ["1767323045"], "allowed"],
    ["DateEquals", "2026-01-02", NONE, "denied"],
    ["DateEquals", "2026-01-02", "unknown", "undetermined"],
    ["DateNotEquals", "2026-01-02", ["2026-01-03"], "allowed"],
    ["DateNotEquals", "2026-01-02", ["2026-01-02"], "denied"],
    ["DateNotEquals", "2026-01-02", NONE, "allowed"],
    ["DateLessThan", "2026-01-02", ["2026-01-01T23:59:59.999Z"], "allowed"],
    ["DateLessThan", "2026-01-02", ["2026-01-02"], "denied"],
    ["DateLessThanEquals", "2026-01-02", ["2026-01-02"], "allowed"],
    ["DateGreaterThan", "2026-01", ["2026-01-02"], "allowed"],
    ["DateGreaterThan", "2026-01-02", ["2026-01-02T00:00:00-00:01"], "allowed"],
    ["DateGreaterThan", "2026-01-02", ["2026-01-02"], "denied"],
    ["DateGreaterThanEquals", "2026-01-02", ["2026-01-02"], "allowed"],
    ["DateGreaterThanEquals", "2026-01-02", ["2026-01-01"], "denied"],
    ["DateLessThanIfExists", "2026-01-02", NONE, "allowed"],
    ["DateEquals", "2026-02-30", ["2026-03-02"], "undetermined"],
    ["DateEquals", "2026-13-01", ["2027-01-01"], "undetermined"],
    ["DateEquals", "2026", ["2026-01-01"], "undetermined"],
    ["DateEquals", "tomorrow", ["2026-01-01"], "undetermined"],
    ["DateNotEquals", "tomorrow", ["2026-01-01"], "undetermined"],
    ["DateEquals", "2026-01-02T03:04:05", ["2026-01-02T03:04:05Z"], "undetermined"],
];

const addresses: Row[] = [
    ["IpAddress", "192.0.2.0/24", ["192.0.2.1"], "allowed"],
    ["IpAddress", "192.0.2.0/24", ["192.0.3.1"], "denied"],
    ["IpAddress", "192.0.2.1", ["192.0.2.1"], "allowed"],
    ["IpAddress", "192.0.2.1", ["192.0.2.2"], "denied"],
    ["IpAddress", "192.0.2.1/32", ["192.0.2.1"], "allowed"],
    ["IpAddress", "0.0.0.0/0", ["198.51.100.7"], "allowed"],
    ["IpAddress", "0.0.0.0/0", ["2001:db8::1"], "denied"],
    ["IpAddress", ["198.51.100.0/25", "192.0.2.128/25"], ["192.0.2.129"], "allowed"],
    ["IpAddress", "192.0.2.128/25", ["192.0.2.127"], "denied"],
    ["IpAddress", "2001:db8::/32", ["2001:db8:1::1"], "allowed"],
    ["IpAddress", "2001:db8::/32", ["2001:db9::1"], "denied"],
    ["IpAddress", "2001:DB8:0:0:0:0:0:1", ["2001:db8::1"], "allowed"],
    ["IpAddress", "::/0", ["2001:db8::1"], "allowed"],
    ["IpAddress", "192.0.2.0/24", NONE, "denied"],
    ["IpAddress", "192.0.2.0/24", "unknown", "undetermined"],
    ["NotIpAddress", "192.0.2.0/24", ["192.0.3.1"], "allowed"],
    ["NotIpAddress", "192.0.2.0/24", ["192.0.2.1"], "denied"],
    ["NotIpAddress", "192.0.2.0/24", NONE, "allowed"],
    ["IpAddressIfExists", "192.0.2.0/24", NONE, "allowed"],
    ["IpAddress", "192.0.2.1/24", ["192.0.2.1"], "undetermined"],
    ["IpAddress", "192.0.2.0/33", ["192.0.2.0"], "undetermined"],
    ["IpAddress", "192.0.2.0/24/24", ["192.0.2.0"], "undetermined"],
    ["IpAddress", "192.0.2.0/", ["192.0.2.0"], "undetermined"],
    ["IpAddress", "192.0.2.256", ["192.0.2.1"], "undetermined"],
    ["IpAddress", "192.0.2", ["192.0.2.1"], "undetermined"],
    ["IpAddress", "2001::db8::1", ["2001:db8::1"], "undetermined"],
    ["IpAddress", "2001:db8", ["2001:db8::1"], "undetermined"],
    ["IpAddress", "1:2:3:4:5:6:7:8::", ["1:2:3:4:5:6:7:8"], "undetermined"],
    ["IpAddress", "192.0.2.0/24", ["somewhere"], "undetermined"],
    ["NotIpAddress", "everywhere", ["192.0.2.1"], "undetermined"],
    ["IpAddress", ["everywhere", "192.0.2.1"], ["192.0.2.1"], "allowed"],
];

const bytes: Row[] = [
    ["BinaryEquals", "YQ==", ["YQ=="], "allowed"],
    ["BinaryEquals", "YWI=", ["YWI="], "allowed"],
    ["BinaryEquals", "YWJj", ["YWJk"], "denied"],
    ["BinaryEquals", "YQ==", NONE, "denied"],
    ["BinaryEquals", "YQ==", "unknown", "undetermined"],
    ["BinaryEqualsIfExists", "YQ==", NONE, "allowed"],
    ["BinaryEquals", "YR==", ["YQ=="], "undetermined"],
    ["BinaryEquals", "no base 64", ["YQ=="], "undetermined"],
];

const EFFECTS = ["Allow", "Deny"] as const;

function evaluate([operator, values, actual]: Row, effect: (typeof EFFECTS)[number]): Verdict {
    const statement = allowSecret({
        Effect: effect,
        Condition: { [operator]: { "app:key": values } },
    });
    const statements = effect === "Deny" ? [statement, allowSecret()] : statement;
    const request = { ...readSecret, context: { "app:key": actual } };
    return evaluateIdentity(request, [policy(statements)]);
}

/** What a Deny answers where an Allow of the same condition answers this. */
const OPPOSITE = { allowed: "denied", denied: "allowed", undetermined: "undetermined" } as const;

describe("a condition on values with a notation of their own", () => {
    for (const row of [...numbers, ...dates, ...addresses, ...bytes]) {
        const [operator, values, actual, answer] = row;
        it(`${operator} ${JSON.stringify(values)} makes ${JSON.stringify(actual)} ${answer}, and a Deny the opposite`, () => {
            assert.equal(evaluate(row, "Allow").answer, answer);
            assert.equal(evaluate(row, "Deny").answer, OPPOSITE[answer]);
        });
    }

    it("says that a value is not written as it should be, and does not show it", () => {
        const { explanation } = evaluate(
            ["IpAddress", "everywhere", ["192.0.2.1"], "undetermined"],
            "Allow",
        );
        assert.equal(
            explanation,
            `a policy of the role may allow secretsmanager:GetSecretValue on ${readSecret.resource}; not known: what AWS makes of a value that is no IP address or range (statement 1 of the policy inline).`,
        );
    });

    it("is evaluated with every operator that AWS documents", () => {
        const families = ["Equals", "NotEquals", "LessThan", "LessThanEquals"];
        const ordered = [...families, "GreaterThan", "GreaterThanEquals"];
        const documented = [
            ...["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "BinaryEquals", "Bool"],
            ...["IpAddress", "NotIpAddress", "Null", "StringEquals", "StringEqualsIgnoreCase"],
            ...["StringLike", "StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike"],
            ...ordered.flatMap((name) => [`Date${name}`, `Numeric${name}`]),
        ];
        assert.deepEqual(EVALUATED_OPERATORS, documented.sort());
    });
});

import assert from "node:assert/strict";
import { countRotationRules, type RotationEntry } from "../../../../core/plan/rotation";

describe("countRotationRules counts", () => {
    const secrets = (count: number, length: number, label?: string): RotationEntry[] =>
        Array.from({ length: count }, () => ({
            store: "secretsmanager",
            length,
            ...(label !== undefined && { label }),
        }));
    const rows: [string, RotationEntry[], number][] = [
        ["no rule for nothing", [], 0],
        ["one rule for one secret", secrets(1, 80), 1],
        ["one rule for twenty ARNs of 81 characters, written as prefixes", secrets(20, 81), 1],
        ["two rules for one character more each", secrets(20, 82), 2],
        ["two rules for one ARN more", secrets(21, 81), 2],
        [
            "one rule for AWSCURRENT, by whatever name",
            [...secrets(1, 80), ...secrets(1, 80, "AWSCURRENT"), ...secrets(1, 80, "AWSPREVIOUS")],
            1,
        ],
        ["one rule for each label", [...secrets(1, 80), ...secrets(1, 80, "live")], 2],
        ["one rule for a parameter whose two names fit", [{ store: "ssm", length: 967 }], 1],
        ["two rules for one whose second name does not", [{ store: "ssm", length: 968 }], 2],
        ["one rule for each store", [...secrets(1, 80), { store: "ssm", length: 9 }], 2],
        ["a rule each for what never fits", secrets(3, 4_000), 3],
    ];
    for (const [name, entries, expected] of rows) {
        it(name, () => assert.equal(countRotationRules(entries), expected));
    }
});

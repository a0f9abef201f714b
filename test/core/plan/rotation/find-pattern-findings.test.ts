import assert from "node:assert/strict";
import { findPatternFindings } from "../../../../core/plan/rotation";

const tooLong = {
    path: "redeployOnRotation",
    reason: "watching one of the secrets takes an event pattern of 2049 characters, and Amazon EventBridge takes at most 2048",
    remedy: "Give the secret a shorter name, or the version stage a shorter label.",
};
const tooMany = {
    path: "redeployOnRotation",
    reason: "watching the secrets takes 2 event rules, and 1 were planned before all ARNs were known",
    remedy: "Name the secrets by plain text, which is measured beforehand, or give them shorter names.",
};

describe("findPatternFindings finds", () => {
    const rows: [string, string[], number, object[]][] = [
        ["nothing in no patterns", [], 0, []],
        ["nothing in a pattern of the most characters", ["x".repeat(2_048)], 1, []],
        ["a pattern of one character more", ["x".repeat(2_049)], 1, [tooLong]],
        ["a pattern without a rule", ["x", "y"], 1, [tooMany]],
        ["both", ["x".repeat(2_049), "y"], 1, [tooLong, tooMany]],
    ];
    for (const [name, patterns, count, expected] of rows) {
        it(name, () => {
            assert.deepEqual(findPatternFindings(patterns, count, "redeployOnRotation"), expected);
        });
    }
});

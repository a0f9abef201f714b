import assert from "node:assert/strict";
import fc from "fast-check";
import { detectSecret } from "../../../core/detection";
import { LEXICON } from "../../../core/detection/lexicon";

const known = [
    ...new Set(Object.values(LEXICON).flatMap((words) => [...words.keys()] as string[])),
];
const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("key", "keys", "auth", "password", "token", "secret") },
    { weight: 4, arbitrary: fc.constantFrom(...known.filter((text) => text.length > 1)) },
    { weight: 1, arbitrary: fc.stringMatching(/^[a-z]{2,9}$/) },
);
const words = fc.array(word, { minLength: 1, maxLength: 5 });
const value = fc.option(
    fc.oneof(
        fc.string({ maxLength: 60 }),
        fc.constantFrom(
            "true",
            "5",
            "/a/b",
            "${X}",
            "redis://:pw@h",
            "abc123",
            "https://x.example",
        ),
    ),
    { nil: undefined },
);

function camel(parts: readonly string[]): string {
    return parts
        .map((part, i) => (i === 0 ? part : part[0].toUpperCase() + part.slice(1)))
        .join("");
}

describe("detectSecret, whatever is given", () => {
    it("does not depend on how the words of a name are joined, or on case", () => {
        fc.assert(
            fc.property(words, value, (parts, text) => {
                const expected = detectSecret("environment", parts.join("_"), text);
                const forms = [
                    parts.join("_").toUpperCase(),
                    parts.join("-"),
                    parts.join("."),
                    camel(parts),
                ];
                for (const form of forms) {
                    assert.deepEqual(detectSecret("environment", form, text), expected, form);
                }
            }),
            { numRuns: 300 },
        );
    });

    it("never shows the value or a part of it", () => {
        const mark = fc.stringMatching(/^[qxz]{6}[0-9]{4}$/);
        const around = fc.constantFrom(
            ...["#", "redis://u:#@h", "Password=#;", '{"password":"#"}', "/run/#", "${#}"],
            ...["Bearer ###", `ghp_${"x".repeat(26)}#`, "op://#/#"],
        );
        fc.assert(
            fc.property(words, mark, around, (parts, canary, form) => {
                const found = detectSecret(
                    "environment",
                    parts.join("_"),
                    form.replaceAll("#", canary),
                );
                const shown = JSON.stringify(found);
                for (let start = 0; start + 4 <= canary.length; start++) {
                    assert.ok(!shown.includes(canary.slice(start, start + 4)), shown);
                }
            }),
            { numRuns: 200 },
        );
    });

    it("gives away nothing where nothing is given", () => {
        fc.assert(
            fc.property(
                words,
                (parts) => detectSecret("environment", parts.join("_"), "").verdict === "plain",
            ),
            { numRuns: 100 },
        );
    });

    it("never throws, and always gives a reason", () => {
        fc.assert(
            fc.property(
                fc.string({ unit: "binary" }),
                fc.string({ unit: "binary" }),
                (name, text) => {
                    assert.match(
                        detectSecret("environment", name, text).reason,
                        /^its (name|value) /,
                    );
                },
            ),
            { numRuns: 300 },
        );
    });

    it("answers in time for values made to be slow", () => {
        const parts = [
            "a",
            "://",
            "a:@",
            "password=",
            "Bearer ",
            "/a",
            "eyJa.",
            "${",
            '"auth":',
            " ",
            "x1_",
        ];
        const start = performance.now();
        for (const part of parts) {
            detectSecret("environment", "API_KEY", part.repeat(200_000));
            detectSecret("environment", part.repeat(200_000), "x");
        }
        // 22 values of up to 1.8 MB; a pattern that is not linear takes minutes.
        assert.ok(performance.now() - start < 2_000);
    });
});

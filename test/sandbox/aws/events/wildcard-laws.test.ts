import assert from "node:assert/strict";
import fc from "fast-check";
import {
    matchesWildcard,
    parseWildcard,
    type Wildcard,
} from "../../../../sandbox/aws/events/wildcard";

const texts = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 });
const parts = fc.array(fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
});

/** The parsed pattern, which must be one. */
function parsed(text: string): Wildcard {
    const wildcard = parseWildcard(text);
    assert.notEqual(typeof wildcard, "string");
    return wildcard as Wildcard;
}

describe("a wildcard in an event pattern", () => {
    it("matches what a regular expression with .* matches", () => {
        fc.assert(
            fc.property(parts, texts, (between, text) => {
                const expected = new RegExp(`^${between.join(".*")}$`).test(text);
                assert.equal(matchesWildcard(between, text), expected);
            }),
            { numRuns: 5000 },
        );
    });

    it("matches the very text that is escaped, whatever it holds", () => {
        const any = fc.string({ unit: fc.constantFrom("a", "*", "\\"), maxLength: 8 });
        fc.assert(
            fc.property(any, any, (text, other) => {
                const wildcard = parsed(text.replace(/[*\\]/g, "\\$&"));
                assert.equal(matchesWildcard(wildcard, text), true);
                assert.equal(matchesWildcard(wildcard, other), text === other);
            }),
            { numRuns: 2000 },
        );
    });

    it("takes no time for a text that nearly matches", () => {
        const wildcard = parsed(`${"a*".repeat(500)}b`);
        const begin = Date.now();
        assert.equal(matchesWildcard(wildcard, "a".repeat(100_000)), false);
        assert.ok(Date.now() - begin < 1000);
    });
});

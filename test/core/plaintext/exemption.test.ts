import fc from "fast-check";
import assert from "node:assert/strict";
import {
    canBegin,
    formatExemption,
    isExpired,
    matchesExemption,
    parseExemption,
    type ExemptionPlace,
} from "../../../core";
import { matchesPattern, parsePattern } from "../../../core/iam/pattern";

const URN = "urn:pulumi:dev::shop::aws:ecs/taskDefinition:TaskDefinition::web";
const WRITTEN = { urn: "*::web", reason: "known", expires: "2026-12-31" };

const exemption = (change: object = {}) => {
    const { exemption: read, findings } = parseExemption(
        { ...WRITTEN, ...change },
        "exemptions[0]",
    );
    assert.deepEqual(findings, []);
    assert.ok(read);
    return read;
};

const MATCHES: readonly [name: string, change: object, place: Partial<ExemptionPlace>, boolean][] =
    [
        ["is for its resource", {}, {}, true],
        ["is for everything in its resource", {}, { container: "a", variable: "B" }, true],
        ["is for every resource of a stack", { urn: "urn:pulumi:dev::*" }, {}, true],
        ["is not for another stack", { urn: "urn:pulumi:prod::*" }, {}, false],
        ["is for one container", { container: "web" }, { container: "web", variable: "A" }, true],
        ["is not for another container", { container: "web" }, { container: "webs" }, false],
        ["is not for what is in no container", { container: "web" }, { variable: "A" }, false],
        [
            "is not for no container, where one character is asked for",
            { container: "?" },
            {},
            false,
        ],
        ["is for no container, where any will do", { container: "*" }, {}, true],
        ["is for one variable", { variable: "A_?" }, { variable: "A_1" }, true],
        ["is not for another variable", { variable: "A_?" }, { variable: "A_12" }, false],
        ["knows capitals from small letters", { variable: "a" }, { variable: "A" }, false],
        [
            "needs both",
            { container: "web", variable: "A" },
            { container: "web", variable: "B" },
            false,
        ],
    ];

const BEGINNINGS: readonly [pattern: string, start: string, can: boolean][] = [
    ["*", "urn:pulumi:dev::shop::", true],
    ["*::web", "urn:pulumi:dev::shop::", true],
    ["urn:pulumi:dev::*", "urn:pulumi:dev::shop::", true],
    ["urn:pulumi:prod::*", "urn:pulumi:dev::shop::", false],
    ["urn:pulumi:d?v::shop::a::b", "urn:pulumi:dev::shop::", true],
    ["urn:pulumi:dev::shop::a::b", "urn:pulumi:dev::shop::", true],
    ["urn:pulumi:dev", "urn:pulumi:dev::shop::", false],
    ["web*", "urn:pulumi:dev::shop::", false],
    ["", "", true],
    ["", "u", false],
];

describe("an exemption", () => {
    for (const [name, change, place, expected] of MATCHES) {
        it(name, () => {
            assert.equal(matchesExemption(exemption(change), { urn: URN, ...place }), expected);
        });
    }

    it("is not for another resource", () => {
        assert.equal(matchesExemption(exemption(), { urn: `${URN}-2` }), false);
    });

    it("holds on its last day, and not on the next", () => {
        const days = ["2026-12-30", "2026-12-31", "2027-01-01"];
        assert.deepEqual(
            days.map((day) => isExpired(exemption(), day)),
            [false, false, true],
        );
    });

    it("is told by its patterns, what does not show in them being escaped", () => {
        const told = formatExemption(exemption({ container: "w\u202Eb", variable: "A?" }));
        assert.equal(told, "urn *::web, container w\\u{202e}b, variable A?");
    });

    it("takes exactly the days of the calendar", () => {
        const two = (n: number) => String(n).padStart(2, "0");
        const parts = [fc.integer({ min: 1000, max: 9999 }), fc.nat(14), fc.nat(33)] as const;
        fc.assert(
            fc.property(...parts, (year, month, day) => {
                const expires = `${year}-${two(month)}-${two(day)}`;
                const time = new Date(`${expires}T00:00:00Z`);
                const isDay =
                    !Number.isNaN(time.getTime()) && time.toISOString().startsWith(expires);
                const { findings } = parseExemption({ ...WRITTEN, expires }, "e");
                assert.equal(findings.length === 0, isDay, expires);
            }),
        );
    });

    it("that is anything at all is read or told to be wrong, never both and never neither", () => {
        const field = fc.oneof(fc.string(), fc.anything());
        const shapes = fc.oneof(
            fc.anything(),
            fc.record({ urn: field, reason: field, expires: field, container: field }),
        );
        fc.assert(
            fc.property(shapes, (value) => {
                const { exemption: read, findings } = parseExemption(value, "e");
                assert.equal(read === undefined, findings.length > 0);
            }),
        );
    });
});

describe("a pattern", () => {
    for (const [pattern, start, can] of BEGINNINGS) {
        it(`"${pattern}" ${can ? "can" : "cannot"} match what begins with "${start}"`, () => {
            assert.equal(canBegin(parsePattern(pattern), start), can);
        });
    }

    it("that matches a text can match what begins like it", () => {
        const letters = fc.array(fc.constantFrom("a", "b", ":"), { maxLength: 8 });
        const tokens = fc.array(fc.constantFrom("a", "b", ":", "*", "?"), { maxLength: 6 });
        fc.assert(
            fc.property(tokens, letters, fc.nat(8), (written, chars, length) => {
                const pattern = parsePattern(written.join(""));
                const text = chars.join("");
                fc.pre(matchesPattern(pattern, text));
                assert.ok(canBegin(pattern, text.slice(0, length)));
            }),
        );
    });

    it("that can match what begins like a text matches a text that does", () => {
        const letters = fc.array(fc.constantFrom("a", "b"), { maxLength: 4 });
        const tokens = fc.array(fc.constantFrom("a", "b", "*", "?"), { maxLength: 6 });
        fc.assert(
            fc.property(tokens, letters, (written, chars) => {
                const pattern = parsePattern(written.join(""));
                fc.pre(canBegin(pattern, chars.join("")));
                // What the pattern says literally follows, after the text or as its rest.
                const rest = written.map((token) => (token === "?" ? "a" : token));
                const found = rest.some((_, i) =>
                    matchesPattern(
                        pattern,
                        chars.join("") + rest.slice(i).join("").replaceAll("*", ""),
                    ),
                );
                assert.ok(found || matchesPattern(pattern, chars.join("")));
            }),
        );
    });
});

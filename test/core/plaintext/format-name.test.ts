import assert from "node:assert/strict";
import fc from "fast-check";
import { formatName, formatPlace, UNKNOWN_PART } from "../../../core";

describe("formatName writes", () => {
    const rows: [string, string, string][] = [
        ["a name as it is", "DB_PASSWORD", "DB_PASSWORD"],
        ["letters of any script as they are", "contraseña 密码 🔑", "contraseña 密码 🔑"],
        ["controls so that no terminal obeys", "A\u001b[2J\r\nB", "A\\u{1b}[2J\\u{d}\\u{a}B"],
        ["marks of direction so that they show", "A\u202eB\u200b", "A\\u{202e}B\\u{200b}"],
        ["separators of lines so that they part none", "A\u2028B\u0085", "A\\u{2028}B\\u{85}"],
        ["halves of characters as numbers", "A\ud800B\udc00", "A\\u{d800}B\\u{dc00}"],
        ["what is not known yet in words", `DB_${UNKNOWN_PART}`, "DB_<not known yet>"],
        ["a hundred characters in full", "A".repeat(100), "A".repeat(100)],
        ["more than that cut", "A".repeat(101), `${"A".repeat(100)}…`],
        ["a cut that halves no character", "🔑".repeat(101), `${"🔑".repeat(100)}…`],
        [
            "no credential that stands in its place",
            "postgres://app:canary-0000@db/app",
            "<a name that is itself a credential>",
        ],
        ["no value that was written into the name", "API_TOKEN=canary-0000", "API_TOKEN=…"],
        ["a sign that nothing follows", "API_TOKEN=", "API_TOKEN="],
        ["nothing as nothing", "", ""],
    ];
    for (const [name, input, output] of rows) {
        it(name, () => assert.equal(formatName(input), output));
    }

    it("any text without controls, in bounded length", () => {
        fc.assert(
            fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
                const written = formatName(name);
                assert.ok(!/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(written));
                assert.ok(written.length <= 1001);
            }),
        );
    });
});

describe("formatPlace", () => {
    it("names container, path and name, written as names are", () => {
        assert.equal(
            formatPlace({ container: "w\u0007eb", path: "environment", name: "A\nB" }),
            "container w\\u{7}eb: environment A\\u{a}B",
        );
    });

    it("names the path alone where there is nothing else", () => {
        assert.equal(formatPlace({ path: "user data", name: "" }), "user data");
    });
});

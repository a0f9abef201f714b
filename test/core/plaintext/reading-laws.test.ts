import assert from "node:assert/strict";
import fc from "fast-check";
import {
    type Assignment,
    readEnvFile,
    readJson,
    readScript,
    readWords,
} from "../../../core/plaintext";

const readers: Readonly<Record<string, (text: string) => readonly Assignment[]>> = {
    readScript,
    readEnvFile,
    "readWords of one word": (text) => readWords([text]),
    "readWords of many words": (text) => readWords(text.split(" ")),
    "readWords of a script": (text) => readWords(["sh", "-c", text]),
    "readJson of a text": (text) => readJson({ a: text }),
    "readJson of commands": (text) => readJson({ command: text, commands: [text, text] }),
};

const SLOWEST = ["readScript", "readWords of many words", "readJson of commands"];

// What opens, closes and separates in one of the languages that are read.
const PARTS = [
    ...["a", "'", '"', "$(", "${", "`", "<<A\n", "a'", "a'\n", "x=", "--a ", "\\", "|", "(", ")"],
    ...["[", "{", "- ", "- a\n", "a: b\n", 'a: [b,"c\n', '$a="', '"$(', "${a:-", "; ", "<a "],
    ...["-----BEGIN X\n", "name: x\nvalue: y\n", '["', "\n", " ", "sed s|a|b| ", '{"a":', "\r"],
    ...["=\t", "$a=1;", "<<A\nA\n", "- [a\n", "sh -c 'x' ", "env:a ", "$(a 'b' \"c\" ", "$"],
    ...['a="-x y" ', 'a="b c=d" ', "echo 'a: \"b' | passwd\n", "\ufdd0", "\ud800", "CMD-SHELL"],
];
const hostile = fc
    .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: "binary", maxLength: 8 })), {
        maxLength: 40,
    })
    .map((parts) => parts.join(""));
const variable = fc.stringMatching(/^[A-Z][A-Z0-9_]{1,12}$/);
const word = fc.stringMatching(/^[a-z0-9./:]{1,12}$/);

function has(found: readonly Assignment[], name: string, value: string): boolean {
    return found.some((one) => one.name === name && one.value === value);
}

function size(found: readonly Assignment[]): number {
    return found.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
}

describe("what texts are read into, whatever they hold:", () => {
    for (const [title, read] of Object.entries(readers)) {
        it(`${title} never throws, and gives at most some times what it got`, () => {
            fc.assert(
                fc.property(hostile, (text) => {
                    assert.ok(size(read(text)) <= 20 * text.length + 100);
                }),
                { numRuns: 400 },
            );
        });
    }

    it("the work grows as the text does", () => {
        for (const part of PARTS) {
            const text = part.repeat(Math.ceil(100_000 / part.length));
            for (const title of SLOWEST) {
                const read = readers[title];
                const start = performance.now();
                read(text);
                // What is not linear takes minutes.
                assert.ok(performance.now() - start < 6_000, `${title}: ${part}`);
            }
        }
    }).timeout(120_000);

    it("what a shell is given in quotes is read back", () => {
        const value = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
        fc.assert(
            fc.property(variable, value, word, (name, text, before) => {
                const quoted = `'${text.replaceAll("'", `'\\''`)}'`;
                // Documents are read key by key, and A==1 is a version.
                // A text of several assignments is read as such.
                fc.pre(!/^\s*[[{]|^=[\d*]|\s[A-Za-z_][\w.]*=/.test(text));
                const found = readScript(`${before}; ${name}=${quoted}; ls`);
                assert.ok(has(found, name, text), JSON.stringify(found));
            }),
            { numRuns: 500 },
        );
    });

    it("words around an assignment neither hide nor change it", () => {
        fc.assert(
            fc.property(
                fc.array(word, { maxLength: 6 }),
                fc.array(word, { maxLength: 6 }),
                variable,
                word,
                (before, after, name, value) => {
                    fc.pre(!before.includes("sed"));
                    const words = [...before, `${name}=${value}`, ...after];
                    assert.ok(has(readWords(words), name, value));
                    const option = [...before, `--${name}`, value, ...after];
                    assert.ok(has(readWords(option), name, value));
                },
            ),
            { numRuns: 500 },
        );
    });

    it("lines in any order give the same names their values", () => {
        const lines = fc.uniqueArray(fc.tuple(variable, word), { selector: ([name]) => name });
        fc.assert(
            fc.property(lines, fc.boolean(), (pairs, isExported) => {
                const write = (given: typeof pairs) =>
                    given.map(([name, value]) => `${isExported ? "export " : ""}${name}=${value}`);
                const readSorted = (given: typeof pairs, read: typeof readScript) =>
                    read(write(given).join("\n"))
                        .filter(({ name }) => name !== "")
                        .map(({ name, value }) => `${name} ${value}`)
                        .sort();
                const reversed = [...pairs].reverse();
                assert.deepEqual(readSorted(reversed, readScript), readSorted(pairs, readScript));
                assert.equal(readSorted(pairs, readScript).length, pairs.length);
            }),
            { numRuns: 200 },
        );
    });

    it("a key of a document is read back at its path", () => {
        const keys = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 2, maxLength: 6 });
        fc.assert(
            fc.property(keys, word, (path, value) => {
                const other = (key: string) => !/^(?:command|entrypoint|cmd|args)$/.test(key);
                fc.pre(path.every(other));
                const document = path.reduceRight<unknown>(
                    (inner, key) => ({ [key]: inner }),
                    value,
                );
                const name = path.at(-1) ?? "";
                const expected = [{ name, value, path: path.slice(0, -1).join(".") }];
                assert.deepEqual(readJson(document), expected);
            }),
            { numRuns: 200 },
        );
    });
});

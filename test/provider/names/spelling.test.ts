import assert from "node:assert/strict";
import { parseRuntime } from "../../../provider/names/parse-runtime";
import { spellName, spellingOf } from "../../../provider/names/spelling";

describe("parseRuntime", () => {
    const rows: readonly (readonly [title: string, text: string, runtime: string | undefined])[] = [
        ["reads a name", "name: p\nruntime: python\n", "python"],
        ["reads a name in quotes", 'runtime: "go"\n', "go"],
        ["reads a name in single quotes", "'runtime': 'go'\n", "go"],
        ["reads past a comment", "runtime: yaml # not python\n", "yaml"],
        ["reads lines that end as on Windows", "name: p\r\nruntime: dotnet\r\n", "dotnet"],
        [
            "reads an object",
            "runtime:\n  name: python\n  options:\n    virtualenv: venv\n",
            "python",
        ],
        [
            "reads an object whose name stands last",
            "runtime:\n  options:\n    a: b\n  name: go\nname: p\n",
            "go",
        ],
        [
            "reads an object in braces",
            "runtime: {name: python, options: {virtualenv: venv}}\n",
            "python",
        ],
        [
            "reads an object in braces on many lines",
            'runtime: {\n  options: {},\n  name: "dotnet"\n}\nname: p\n',
            "dotnet",
        ],
        ["reads past the mark that some editors begin a file with", "\uFEFFruntime: go\n", "go"],
        ["reads JSON", '{"name": "p", "runtime": "python"}', "python"],
        ["reads an object in JSON", '{"runtime": {"name": "go"}}', "go"],
        ["takes no name of the project for one", "runtime:\nname: python\n", undefined],
        [
            "takes no other key for the runtime",
            "config:\n  runtime: python\nruntimes: go\n",
            undefined,
        ],
        ["takes no comment for the runtime", "# runtime: python\n", undefined],
        ["finds none in a file without one", "name: p\n", undefined],
        ["finds none in an empty file", "", undefined],
        ["finds none in what it does not know", "runtime: &anchor\n  name: go\n", undefined],
    ];
    for (const [title, text, runtime] of rows) {
        it(title, () => assert.equal(parseRuntime(text), runtime));
    }
});

describe("spellName", () => {
    const rows = [
        ["nodejs", "kmsKeyId"],
        ["yaml", "kmsKeyId"],
        ["java", "kmsKeyId"],
        ["bun", "kmsKeyId"],
        ["python", "kms_key_id"],
        ["go", "KmsKeyId"],
        ["dotnet", "KmsKeyId"],
        ["constructor", "kmsKeyId"],
        [undefined, "kmsKeyId"],
    ] as const;
    for (const [runtime, name] of rows) {
        it(`writes ${name} for a program of runtime ${runtime ?? "none"}`, () => {
            assert.equal(spellName("kmsKeyId", spellingOf(runtime)), name);
        });
    }

    it("leaves a name of one word as it is in Python", () => {
        assert.equal(spellName("containers", "snake_case"), "containers");
    });
});

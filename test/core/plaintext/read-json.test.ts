import assert from "node:assert/strict";
import { readJson } from "../../../core/plaintext";

type Row = readonly [
    sentence: string,
    document: unknown,
    found: readonly (readonly [path: string, name: string, value: string])[],
];

const overrides = {
    ContainerOverrides: [
        {
            Environment: [{ Name: "TOKEN", Value: "x" }],
            Command: ["--requirepass", "y"],
        },
    ],
};

describe("readJson reads", () => {
    const rows: readonly Row[] = [
        ["a key", { token: "x" }, [["", "token", "x"]]],
        ["a key below another", { a: { token: "x" } }, [["a", "token", "x"]]],
        ["a number", { pin: 12 }, [["", "pin", "12"]]],
        ["a switch", { password: true }, [["", "password", "true"]]],
        ["nothing in null", { password: null }, []],
        ["a list under its key", { tokens: ["x", "y"] }, [["", "tokens", "x"], ["", "tokens", "y"]]], // prettier-ignore
        ["a list of its own", ["x"], [["", "", "x"]]],
        ["pairs", [{ name: "A", value: "x" }], [["", "A", "x"]]],
        ["pairs of tags", { Tags: [{ Key: "A", Value: "x" }] }, [["Tags", "A", "x"]]],
        ["a pair with more", [{ name: "A", value: "x", type: "T" }], [["", "A", "x"], ["[0]", "type", "T"]]], // prettier-ignore
        [
            "a pair whose value is a document",
            [{ name: "A", value: { b: "x" } }],
            [["[0].value", "b", "x"]],
        ],
        ["a name without a value", { name: "A", valueFrom: "x" }, [["", "name", "A"], ["", "valueFrom", "x"]]], // prettier-ignore
        [
            "overrides of a task",
            { Parameters: { Overrides: overrides } },
            [
                ["Parameters.Overrides.ContainerOverrides[0].Environment", "TOKEN", "x"],
                ["Parameters.Overrides.ContainerOverrides[0].Command", "requirepass", "y"],
            ],
        ],
        ["a document in a text", { Input: '{"token":"x"}' }, [["Input", "token", "x"]]],
        ["a text that is nearly one", { Input: '{"token":x}' }, [["", "Input", '{"token":x}']]],
        ["a command as one text", { command: "app --token x" }, [["command", "", "app"], ["command", "token", "x"]]], // prettier-ignore
        ["no command elsewhere", { title: "app --token x" }, [["", "title", "app --token x"]]],
        ["lines of commands", { commands: ["cat <<E", "TOKEN=x", "E"] }, [["commands", "", "cat"], ["commands", "TOKEN", "x"]]], // prettier-ignore
        ["user data", { userData: "export TOKEN=x" }, [["userData", "", "export"], ["userData", "TOKEN", "x"]]], // prettier-ignore
        ["an expression of States Language", { "token.$": "$.x" }, [["", "token", "$.x"]]],
        [
            "a key that objects have of old",
            JSON.parse('{"__proto__":{"token":"x"}}'),
            [["__proto__", "token", "x"]],
        ],
        ["a text alone", "x", [["", "", "x"]]],
        ["nothing in nothing", undefined, []],
    ];
    for (const [sentence, document, expected] of rows) {
        it(sentence, () =>
            assert.deepEqual(
                readJson(document),
                expected.map(([path, name, value]) => ({ name, value, path })),
            ),
        );
    }
    it("a document below a path", () =>
        assert.deepEqual(readJson({ a: [{ token: "x" }] }, "input"), [
            { name: "token", value: "x", path: "input.a[0]" },
        ]));
});

describe("readJson ends", () => {
    it("where lists nest deeper than calls may", () => {
        let nested: unknown = { token: "x" };
        for (let depth = 0; depth < 100_000; depth++) {
            nested = [nested];
        }
        const [found, ...others] = readJson(nested);
        assert.deepEqual([found.name, found.value, others], ["token", "x", []]);
        assert.ok(found.path.length < 1_000);
    });
    it("where keys nest deeper than calls may, and their names are long", () => {
        let nested: unknown = "x";
        for (let depth = 0; depth < 100_000; depth++) {
            nested = { ["k".repeat(1_000)]: nested };
        }
        const [found] = readJson(nested);
        assert.equal(found.value, "x");
        assert.ok(found.path.length < 10_000);
    });
    it("where an object holds itself", () => {
        const round: Record<string, unknown> = { token: "x" };
        round.round = round;
        assert.equal(readJson(round)[0].value, "x");
    });
});

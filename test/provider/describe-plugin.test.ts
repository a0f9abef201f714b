import assert from "node:assert/strict";
import { describePlugin } from "../../provider/describe-plugin";

const SCHEMA = { name: "ecs-secrets", version: "1.2.3" };

describe("describePlugin", () => {
    const rows: readonly (readonly [title: string, words: readonly string[], first: unknown])[] = [
        ["says the version", ["--version"], "1.2.3"],
        [
            "says what it is",
            ["--help"],
            "ecs-secrets 1.2.3: the plugin that gives Pulumi programs in every language the components of pulumi-ecs-secrets.",
        ],
        ["says nothing to an engine", ["127.0.0.1:4000"], undefined],
        [
            "says nothing to an engine that logs",
            ["--logtostderr", "-v=9", "127.0.0.1:1"],
            undefined,
        ],
        ["says nothing to who starts it to debug it", [], undefined],
    ];
    for (const [title, words, first] of rows) {
        it(title, () => assert.equal(describePlugin(words, SCHEMA)?.split("\n")[0], first));
    }
});

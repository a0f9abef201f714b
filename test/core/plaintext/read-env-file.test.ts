import assert from "node:assert/strict";
import { readEnvFile } from "../../../core/plaintext";

describe("readEnvFile reads", () => {
    const rows: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
        ["a line", "TOKEN=x", [["TOKEN", "x"]]],
        ["lines of Windows", "A=1\r\nB=2\r\n", [["A", "1"], ["B", "2"]]], // prettier-ignore
        ["further signs as part of the value", "A=b=c==", [["A", "b=c=="]]],
        ["quotes as part of the value", 'A="b c"', [["A", '"b c"']]],
        ["blanks as part of the value", "A= b ", [["A", " b "]]],
        ["a mark behind a value as part of it", "A=b #c", [["A", "b #c"]]],
        ["an empty value", "A=", [["A", ""]]],
        ["no comment", "#TOKEN=x\nA=1", [["A", "1"]]],
        ["no empty line", "\n \nA=1\n", [["A", "1"]]],
        ["what ECS passes over", "=x\nword", [["", "=x"], ["", "word"]]], // prettier-ignore
        ["a file with a byte order mark", "\uFEFFA=1", [["A", "1"]]],
        ["nothing in an empty file", "", []],
        ["a line of YAML, which ECS passes over", "TOKEN: x", [["TOKEN", "x"]]],
        ["a line of YAML whose value has a sign", 'TOKEN: "eA=="', [["TOKEN", "eA=="]]],
        ["a colon and no blank as part of a name", "a:TOKEN=x", [["a:TOKEN", "x"]]],
        ["a name behind export", "export TOKEN=x", [["export TOKEN", "x"]]],
        ["blanks around a name", " TOKEN =x", [["TOKEN", "x"]]],
        ["no name in signs that no name has", "a;PW>eA=b", [["", "a;PW>eA=b"]]],
        ["no name in words before the sign", "set TOKEN eA=b", [["", "set TOKEN eA=b"]]],
    ];
    for (const [sentence, text, expected] of rows) {
        it(sentence, () =>
            assert.deepEqual(
                readEnvFile(text),
                expected.map(([name, value]) => ({ name, value })),
            ),
        );
    }
});

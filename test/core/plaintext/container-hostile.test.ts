import assert from "node:assert/strict";
import fc from "fast-check";
import {
    findPlaintextSecrets,
    parseContainerDefinitions,
    readContainerPlaintext,
    UNKNOWN_PART,
} from "../../../core";

const CANARY = "canary-value-0000";

/** All that is said of a text that should be container definitions. */
function judge(json: string): string[] {
    const { definitions, findings } = parseContainerDefinitions(json);
    const reading = readContainerPlaintext(definitions);
    return [
        ...findPlaintextSecrets(reading.plaintext).map(({ path, reason }) => `${path} ${reason}`),
        ...[...findings, ...reading.findings].map(({ path, reason }) => `${path}: ${reason}`),
    ];
}

const PASSWORD = `"environment":[{"name":"DB_PASSWORD","value":"${CANARY}"}]`;
const FOUND = "container web: environment DB_PASSWORD is plaintext: its name reads as a password";
const AT = "containerDefinitions[0]";

const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("container definitions that are badly made", () => {
    const rows: [name: string, json: string, said: string[]][] = [
        [
            "are judged beside an element that is none",
            `[null,{"name":"web",${PASSWORD}}]`,
            [FOUND, "containerDefinitions: an element of the array is not an object"],
        ],
        [
            "are judged where every other field has a wrong type",
            `[{"name":"web",${PASSWORD},"secrets":1,"command":"run","entryPoint":{},"healthCheck":[],"dockerLabels":"a","environmentFiles":{},"logConfiguration":"x","firelensConfiguration":false,"repositoryCredentials":"y"}]`,
            [
                FOUND,
                `${AT}.secrets: is not an array`,
                `${AT}.command: is not an array`,
                `${AT}.entryPoint: is not an array`,
                `${AT}.healthCheck: is not an object`,
                `${AT}.dockerLabels: is not an object`,
                `${AT}.environmentFiles: is not an array`,
                `${AT}.logConfiguration: is not an object`,
                `${AT}.firelensConfiguration: is not an object`,
                `${AT}.repositoryCredentials: is not an object`,
            ],
        ],
        [
            "are judged where what is inside has a wrong type",
            `[{"name":"web",${PASSWORD},"command":["a",1],"healthCheck":{"command":"CMD"},"dockerLabels":{"a":1},"logConfiguration":{"logDriver":3,"options":[],"secretOptions":[1]},"firelensConfiguration":{"options":"z"},"repositoryCredentials":{"credentialsParameter":4},"environmentFiles":[{"value":5}]}]`,
            [
                FOUND,
                `${AT}.command[1]: is not a string`,
                `${AT}.healthCheck.command: is not an array`,
                `${AT}.dockerLabels: holds a value that is not a string`,
                `${AT}.logConfiguration.logDriver: is not a string`,
                `${AT}.logConfiguration.options: is not an object`,
                `${AT}.logConfiguration.secretOptions[0]: cannot be read`,
                `${AT}.firelensConfiguration.options: is not an object`,
                `${AT}.repositoryCredentials.credentialsParameter: is not a string`,
                `${AT}.environmentFiles[0]: cannot be read`,
            ],
        ],
        [
            "may lack a name, or have none that is a text",
            `[{${PASSWORD}},{"name":{"toString":1},${PASSWORD}}]`,
            [
                FOUND.replace("web", "without a name"),
                FOUND.replace("web", "without a name"),
                "containerDefinitions[1].name: is not a string",
            ],
        ],
        [
            "may hold a value that is an object with a prototype's names",
            `[{"name":"web","environment":[{"name":"DB_PASSWORD","value":{"toString":1,"toJSON":2}}]}]`,
            [FOUND, `${AT}.environment[0].value: is not a string`],
        ],
        [
            "may name what every object has",
            `[{"name":"web","__proto__":{"environment":1},"constructor":1,${PASSWORD},"dockerLabels":{"__proto__":"a","api_token":"${CANARY}"},"logConfiguration":{"logDriver":"constructor","options":{"hasOwnProperty":"b","toString":"c"}}}]`,
            [
                "container web: dockerLabels api_token is plaintext: its name reads as a token",
                FOUND,
            ],
        ],
        [
            "are told where a field is given twice, so that one is never read",
            `[{"name":"web",${PASSWORD},"environment":[]}]`,
            [
                "containerDefinitions: an object has one field twice, of which the last alone is read",
            ],
        ],
        [
            "are told where a field is given in two spellings",
            `[{"name":"web",${PASSWORD},"Environment":[]}]`,
            [`${AT}: has one field twice, in two spellings, of which the last alone is read`],
        ],
        [
            "may hold keys that only look to be given twice",
            String.raw`[{"name":"web","dockerLabels":{"a":"\"a\":\\","\"a":"b"}}]`,
            [],
        ],
        [
            "are told where one of them is nested too deeply",
            `[{"name":"web","ulimits":${deep(100)},${PASSWORD}}]`,
            [FOUND, `${AT}: is nested too deeply to be read to the end`],
        ],
        [
            "may hold halves of characters and controls, which no message holds",
            String.raw`[{"name":"w\u001b[2Jeb","environment":[{"name":"\ud800_PASSWORD","value":"canary-value-0000"}]}]`,
            [
                "container w\\u{1b}[2Jeb: environment \\u{d800}_PASSWORD is plaintext: its name reads as a password",
            ],
        ],
        [
            "may be unknown in part: a value",
            `[{"name":"web","environment":[{"name":"DB_PASSWORD","value":"x-${UNKNOWN_PART}"}]}]`,
            [
                "container web: environment DB_PASSWORD is undetermined: its name reads as a password, and its value is not known yet",
            ],
        ],
        [
            "may be unknown in part: a name and a field",
            `[{"name":"web-${UNKNOWN_PART}","environment":"${UNKNOWN_PART}","command":["--token","${UNKNOWN_PART}"]}]`,
            [
                "container web-<not known yet>: command token is undetermined: its name reads as a token, and its value is not known yet",
                `${AT}.environment: is not known yet`,
            ],
        ],
        [
            "may be unknown in part: where no text is",
            `[{"name":"web","cpu":${UNKNOWN_PART}}]`,
            ["containerDefinitions: the text is not JSON"],
        ],
    ];
    for (const [name, json, said] of rows) {
        it(name, () => assert.deepEqual(judge(json), said));
    }

    it("may be nested 100,000 deep, anywhere", () => {
        const depth = 100_000;
        const tooDeep = [`${AT}: is nested too deeply to be read to the end`];
        assert.deepEqual(judge(deep(depth)), [
            "containerDefinitions: an element of the array is not an object",
        ]);
        for (const field of ["ulimits", "linuxParameters"]) {
            assert.deepEqual(judge(`[{"name":"web","${field}":${deep(depth)}}]`), tooDeep);
        }
        assert.deepEqual(judge("[".repeat(depth)), ["containerDefinitions: the text is not JSON"]);
    });

    it("are told a hundred mistakes of, and the number of the others", () => {
        const said = judge(`[${Array(5000).fill('{"name":1,"command":[2]}').join()}]`);
        assert.equal(said.length, 101);
        assert.equal(said.at(-1), "containerDefinitions: 9900 more places cannot be read");
    });
});

describe("container definitions, whatever they are", () => {
    const FIELDS = ["name", "environment", "secrets", "command", "entryPoint", "healthCheck"];
    const MORE = ["dockerLabels", "logConfiguration", "firelensConfiguration", "environmentFiles"];
    const PARTS = ["value", "valueFrom", "options", "secretOptions", "logDriver", "__proto__"];
    const key = fc.oneof(fc.constantFrom(...FIELDS, ...MORE, ...PARTS), fc.string());
    const value = fc.letrec<{ any: unknown }>((tie) => ({
        any: fc.oneof(
            { maxDepth: 5 },
            fc.string({ unit: "binary" }),
            fc.constantFrom(null, 1, true, "CMD-SHELL", "--token", UNKNOWN_PART, "DB_PASSWORD"),
            fc.array(tie("any"), { maxLength: 4 }),
            fc.array(fc.tuple(key, tie("any")), { maxLength: 5 }).map(Object.fromEntries),
        ),
    })).any;

    it("are judged without an exception (2,000 of them)", () => {
        fc.assert(
            fc.property(fc.array(value), (definitions) => {
                for (const line of judge(JSON.stringify(definitions))) {
                    assert.ok(!/[\p{Cc}\p{Cs}]/u.test(line), "no message holds a control");
                }
            }),
            { numRuns: 2000 },
        );
    });

    it("never hide a password that stands beside (1,000 of them)", () => {
        const environment = [{ name: "DB_PASSWORD", value: CANARY }];
        fc.assert(
            fc.property(fc.dictionary(key, value), (fields) => {
                const said = judge(JSON.stringify([{ ...fields, name: "web", environment }]));
                assert.ok(said.includes(FOUND));
                assert.ok(!said.join("\n").includes(CANARY));
            }),
            { numRuns: 1000 },
        );
    });

    it("that are ten times as long take no more than some thirty times as long", () => {
        const many = (count: number) =>
            `[{"name":"web","environment":[${Array(count).fill('{"name":"A","value":"b"}').join()}]}]`;
        const measure = (count: number) => {
            const json = many(count);
            const start = process.hrtime.bigint();
            judge(json);
            return Number(process.hrtime.bigint() - start);
        };
        measure(3000);
        assert.ok(measure(30_000) < 30 * measure(3000) + 50e6);
    });
});

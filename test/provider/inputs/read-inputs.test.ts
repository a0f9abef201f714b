import assert from "node:assert/strict";
import { Held, UNKNOWN } from "../../../provider/inputs/held";
import { readInputs, type Reading } from "../../../provider/inputs/read-inputs";
import { SMALL_INPUTS, SMALL_SCHEMA } from "../small-schema";

/** An Output of which is said what stands there. */
interface Given {
    readonly output: unknown;
    readonly secret?: true;
    readonly of?: readonly string[];
}

const reading: Reading = {
    types: SMALL_SCHEMA.types,
    give: (output, { isSecret, dependencies }): Given => ({
        output,
        ...(isSecret && { secret: true }),
        ...(dependencies.length > 0 && { of: dependencies as string[] }),
    }),
};

const secret = (value: unknown) => new Held(value, true, []);
const of = (value: unknown, ...urns: string[]) => new Held(value, false, urns);
const known = (value: unknown) => new Held(value, false, []);

type Row = readonly [title: string, inputs: Record<string, unknown>, args: Record<string, unknown>];

const rows: readonly Row[] = [
    [
        "leaves alone what is plain",
        { cluster: "c", cpu: 256, tags: { a: "b" }, redeployOnRotation: false },
        { cluster: "c", cpu: 256, tags: { a: "b" }, redeployOnRotation: false },
    ],
    [
        "leaves out what is null, at any depth, and keeps the places of a list",
        {
            cluster: null,
            cpu: known(null),
            containers: { web: { image: "i", command: ["a", null], healthCheck: null } },
        },
        { containers: { web: { image: "i", command: ["a", null] } } },
    ],
    [
        "leaves to the component what is null under a key of the user's own",
        {
            secrets: { a: null },
            containers: { web: { environment: { A: null, B: of(null, "u") } } },
        },
        {
            secrets: { a: null },
            containers: { web: { environment: { A: null, B: { output: null, of: ["u"] } } } },
        },
    ],
    [
        "takes apart an Output of which nothing is said",
        { cluster: known(known("c")) },
        { cluster: "c" },
    ],
    ["keeps a secret", { cluster: secret("c") }, { cluster: { output: "c", secret: true } }],
    ["keeps where a value comes from", { cpu: of(256, "u") }, { cpu: { output: 256, of: ["u"] } }],
    [
        "keeps what is not known",
        { cluster: of(UNKNOWN, "u"), cpu: UNKNOWN },
        { cluster: { output: UNKNOWN, of: ["u"] }, cpu: { output: UNKNOWN } },
    ],
    [
        "says of each entry what is said of a record whose keys must be known",
        { containers: of({ web: { image: "i", environment: { A: "a", B: secret("b") } } }, "u") },
        {
            containers: {
                web: {
                    image: { output: "i", of: ["u"] },
                    environment: {
                        A: { output: "a", of: ["u"] },
                        B: { output: "b", secret: true, of: ["u"] },
                    },
                },
            },
        },
    ],
    [
        "joins what is said at each depth, once",
        { containers: of({ web: of({ image: of(secret("i"), "v", "u") }, "u") }, "u") },
        { containers: { web: { image: { output: "i", secret: true, of: ["u", "v"] } } } },
    ],
    [
        "knows the entries beside one that is not known",
        { containers: of({ web: { image: UNKNOWN, command: ["a", UNKNOWN] } }, "u") },
        {
            containers: {
                web: {
                    image: { output: UNKNOWN, of: ["u"] },
                    command: [
                        { output: "a", of: ["u"] },
                        { output: UNKNOWN, of: ["u"] },
                    ],
                },
            },
        },
    ],
    [
        "takes what must be known out of a record that holds a secret",
        { secrets: secret({ a: { store: "ssm", value: "v" } }) },
        { secrets: { a: { store: "ssm", value: { output: "v", secret: true } } } },
    ],
    [
        "takes what must be known out of an Output of its own",
        { secrets: { a: { store: of("ssm", "u"), value: "v" } }, redeployOnRotation: known(true) },
        { secrets: { a: { store: "ssm", value: "v" } }, redeployOnRotation: true },
    ],
    [
        "leaves to the component what must be known and is not, or is secret itself",
        { secrets: { a: { store: UNKNOWN }, b: { store: secret("ssm") }, c: UNKNOWN } },
        {
            secrets: {
                a: { store: { output: UNKNOWN } },
                b: { store: { output: "ssm", secret: true } },
                c: { output: UNKNOWN },
            },
        },
    ],
    [
        "keeps the keys of what is secret as a whole secret",
        { tags: secret({ a: of("b", "u"), c: null }) },
        { tags: { output: { a: "b" }, secret: true, of: ["u"] } },
    ],
    [
        "knows nothing of what is secret as a whole and not known in part",
        { tags: secret({ a: UNKNOWN }) },
        { tags: { output: UNKNOWN, secret: true } },
    ],
    [
        "keeps where what is empty comes from, unless it must be known",
        { tags: of({}, "u"), secrets: of({}, "u") },
        { tags: { output: {}, of: ["u"] }, secrets: {} },
    ],
    [
        "reads the elements of lists",
        { containers: { web: { image: "i", portMappings: of([{ containerPort: 80 }], "u") } } },
        {
            containers: {
                web: { image: "i", portMappings: [{ containerPort: { output: 80, of: ["u"] } }] },
            },
        },
    ],
    [
        "reads an object that is one of several types",
        { containers: { web: { image: "i", user: of({ startPeriod: 1 }, "u") } } },
        { containers: { web: { image: "i", user: { startPeriod: { output: 1, of: ["u"] } } } } },
    ],
    [
        "hands on a property that there is not, for the component to refuse",
        { clutser: "c", secrets: { a: { vale: secret("v"), constructor: of("x", "u") } } },
        {
            clutser: "c",
            secrets: {
                a: {
                    vale: { output: "v", secret: true },
                    constructor: { output: "x", of: ["u"] },
                },
            },
        },
    ],
    [
        "hands on a value of another kind",
        { cluster: ["c"], containers: "web", cpu: "256", tags: 1 },
        { cluster: ["c"], containers: "web", cpu: "256", tags: 1 },
    ],
];

describe("readInputs", () => {
    for (const [title, inputs, args] of rows) {
        it(title, () => {
            assert.deepEqual(readInputs(inputs, SMALL_INPUTS, reading), args);
        });
    }
});

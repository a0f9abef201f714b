import fc from "fast-check";
import { UNKNOWN_PART } from "../../../core";
import { judgeHostile, WAYS } from "../../../fuzz/judge";

/** How many inputs are tried; a million is for an evening. */
const INPUTS = Number(process.env.ECS_SECRETS_HOSTILE_INPUTS ?? 4_000);

const MADE_UP = "made-up-4711";

const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom(
        ...["\ud800", "\udfff\ud800", "\u0000\u001b[2J", "\u202e", "\r\n", UNKNOWN_PART, "", " "],
        ...["__proto__", "constructor", "toString", "${", "$(", "{{", "}}", '"', "'", "\\", "`"],
        ...[`redis://:${MADE_UP}@h`, `Password=${MADE_UP};`, `-----BEGIN PRIVATE KEY-----`],
        ...[`--password=${MADE_UP}`, `export TOKEN='${MADE_UP}'`, `password: ${MADE_UP}`],
    ),
);

/** Fields of a container definition, and what other fields may be mistaken for. */
const fields = fc.constantFrom(
    ...["name", "Name", "value", "valueFrom", "image", "environment", "Environment", "secrets"],
    ...["command", "entryPoint", "healthCheck", "logConfiguration", "options", "secretOptions"],
    ...["dockerLabels", "firelensConfiguration", "logDriver", "type", "environmentFiles"],
    ...["repositoryCredentials", "credentialsParameter", "__proto__", "constructor", "length"],
);

const { json } = fc.letrec<{ json: unknown; object: unknown }>((tie) => ({
    json: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        texts,
        fc.constantFrom(null, true, 0, -1, 1e308),
        fc.array(tie("json"), { maxLength: 4 }),
        tie("object"),
    ),
    object: fc
        .array(fc.tuple(fc.oneof(fields, texts), tie("json")), { maxLength: 6 })
        .map((entries) => Object.fromEntries(entries)),
}));

const documents = fc.oneof(
    json.map((value) => JSON.stringify([value])),
    json.map((value) => JSON.stringify([{ name: "web", environment: [value], command: value }])),
    json.map((value) => JSON.stringify(value) ?? ""),
    texts,
);

describe("what stands in plaintext, however hostile", function () {
    this.timeout(3_600_000);

    for (const way of WAYS) {
        it(`is judged without an exception and without a value in a message: ${way}`, () => {
            const input = way === "definitions" || way === "json" ? documents : fc.array(texts);
            fc.assert(
                fc.property(texts, input, (name, given) =>
                    judgeHostile(way, name, typeof given === "string" ? given : given.join("\n")),
                ),
                { numRuns: Math.ceil(INPUTS / WAYS.length) },
            );
        });
    }
});

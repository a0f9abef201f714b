import assert from "node:assert/strict";
import { findShapeFindings } from "../../../core/plan/shape/find-shape-findings";
import { SERVICE_SHAPE } from "../../../core/plan/shape/service-shape";
import { TASK_DEFINITION_SHAPE } from "../../../core/plan/shape/task-shape";
import { REFERENCE_SHAPE } from "../../../core/plan/shape/reference-shape";
import { readSchemaFile } from "../../../provider/package-schema";
import { createSpellText } from "../../../provider/names/spell-text";
import { spellName } from "../../../provider/names/spelling";

const { schema } = readSchemaFile();

const names = [
    ...Object.values(schema.resources).flatMap((one) => Object.keys(one.inputProperties)),
    ...Object.values(schema.types).flatMap((one) => Object.keys(one.properties ?? {})),
];

/** Words of Python, after which Pulumi's generator writes an underscore. */
const KEYWORDS = (
    "and as assert async await break class continue def del elif else except exec False finally " +
    "for from global if import in is lambda None nonlocal not or pass print property raise return " +
    "self True try while with yield"
).split(" ");

describe("the names of the schema", () => {
    it("are such that spelling them needs no knowledge of acronyms", () => {
        const odd = names.filter((name) => !/^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)*$/.test(name));
        assert.deepEqual(odd, []);
    });

    it("are no words of Python's own", () => {
        const odd = names.filter((name) => KEYWORDS.includes(spellName(name, "snake_case")));
        assert.deepEqual(odd, []);
    });
});

describe("what is said elsewhere than in TypeScript", () => {
    const spellText = createSpellText(schema, "snake_case");
    const rows = [
        ["key", "must be a string that names a key. Give the key's ARN, id or alias."],
        ["role", "must be a string that names a role. Give the role's ARN."],
        ["secret", "must be a string that names a secret. Give a key of secrets."],
    ] as const;

    for (const [of, text] of rows) {
        it(`asks for no resource in the place of a ${of}`, () => {
            const [{ reason, remedy }] = findShapeFindings(1, { kind: "resource", of }, "x");
            assert.equal(spellText(`${reason}. ${remedy}`), text);
        });
    }

    it("asks for an object in the place of a reference", () => {
        const [{ reason, remedy }] = findShapeFindings(1, REFERENCE_SHAPE, "x");
        assert.equal(
            spellText(`${reason}. ${remedy}`),
            "is no reference to a secret. Give an object with secret or value_from.",
        );
    });

    for (const [component, shape] of Object.entries({ SERVICE_SHAPE, TASK_DEFINITION_SHAPE })) {
        it(`names no function among what can be given: ${component}`, () => {
            const token = `ecs-secrets:index:SecretInjected${component === "SERVICE_SHAPE" ? "Service" : "TaskDefinition"}`;
            const known = Object.keys(schema.resources[token].inputProperties).sort();
            const findings = findShapeFindings({ vale: 1 }, shape, "");
            const [{ remedy }] = findings.filter(({ path }) => path === "vale");
            assert.equal(
                createSpellText(schema, "camelCase")(remedy),
                `Remove it, or use one of: ${known.join(", ")}.`,
            );
        });
    }

    it("leads from a function to the option of Pulumi's", () => {
        const [{ reason, remedy }] = findShapeFindings(1, { kind: "function" }, "transform.task");
        assert.equal(
            spellText(`${reason}. ${remedy}`),
            "is for TypeScript alone. Use the resource option transforms.",
        );
    });
});

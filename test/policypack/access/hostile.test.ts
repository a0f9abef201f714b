import assert from "node:assert/strict";
import { UNKNOWN } from "../../support/wire";
import { policy, SECRET } from "../kms-decrypt/stack";
import { DOCUMENTS, RIGHT, runInTime, withProps } from "./hostile-stack";

const DECRYPT = "ecs-execution-role-require-kms-decrypt";
const READ = "ecs-execution-role-require-secret-access";
const TRUST = "ecs-execution-role-require-trust";

/** What is said, by the resource that holds the document; nothing of those that are not here. */
type Said = Readonly<Record<string, readonly string[]>>;

/** Nothing can be known of the document, wherever it stands. */
const OPEN: Said = {
    keyPolicy: [`advisory ${DECRYPT}`],
    secretPolicy: [`advisory ${READ}`],
    role: [`advisory ${TRUST}`],
    rights: [`advisory ${DECRYPT}`, `advisory ${READ}`],
    managed: [`advisory ${DECRYPT}`, `advisory ${READ}`],
};

/** It is no text of a document at all: what is not there yet. */
const SILENT: Said = {};

/** It can be read, and gives nothing of what is needed. */
const DENIED: Said = {
    keyPolicy: [`mandatory ${DECRYPT}`],
    role: [`mandatory ${TRUST}`],
    rights: [`mandatory ${DECRYPT}`, `mandatory ${READ}`],
};

const nested = (depth: number, open: string, close: string) =>
    open.repeat(depth) + close.repeat(depth);
const many = (count: number, statement: object) => policy(...Array<object>(count).fill(statement));

const documents: readonly (readonly [name: string, document: unknown, says: Said])[] = [
    ["a megabyte of text", "x".repeat(1_000_000), OPEN],
    ["a megabyte of blanks", `${" ".repeat(1_000_000)}{}`, OPEN],
    ["a list 10,000 levels deep", nested(10_000, "[", "]"), OPEN],
    [
        "objects 10,000 levels deep",
        `{"Statement":${'{"a":'.repeat(10_000)}1${"}".repeat(10_001)}`,
        OPEN,
    ],
    [
        "a condition 10,000 levels deep",
        `{"Statement":{"Condition":${nested(10_000, "[", "]")}}}`,
        OPEN,
    ],
    ["a member __proto__", '{"__proto__":{"Statement":[]},"Statement":[]}', OPEN],
    [
        "a condition operator __proto__",
        '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"__proto__":{"a":"b"}}}}',
        // Of something that allows no more is known than that it may.
        { ...OPEN, secretPolicy: [], managed: [] },
    ],
    [
        "a principal constructor",
        '{"Statement":{"Effect":"Allow","Principal":{"constructor":"*"},"Action":"*","Resource":"*"}}',
        OPEN,
    ],
    [
        "an object",
        JSON.parse(policy(RIGHT)),
        // It is as good as a text, and lets in nobody.
        { keyPolicy: OPEN.keyPolicy, role: DENIED.role },
    ],
    ["a list of lists", [[[[policy(RIGHT)]]]], OPEN],
    ["20,000 statements", many(20_000, RIGHT), OPEN],
    [
        "a wildcard made to take long",
        policy({ ...RIGHT, Principal: "*", Resource: `${"*a".repeat(3000)}b` }),
        DENIED,
    ],
    [
        "a condition made to take long",
        policy({
            ...RIGHT,
            Principal: "*",
            Condition: { StringLike: { "aws:PrincipalArn": `${"*s".repeat(3000)}b` } },
        }),
        DENIED,
    ],
    [
        "an ARN of 60 KB",
        policy({ ...RIGHT, Principal: "*", Resource: SECRET + "a".repeat(60_000) }),
        DENIED,
    ],
    [
        "an ARN of 200 KB",
        policy({ ...RIGHT, Principal: "*", Resource: SECRET + "a".repeat(200_000) }),
        OPEN,
    ],
    ["null", null, SILENT],
    ["a number", 4711, SILENT],
    ["false", false, SILENT],
    ["an empty text", "", SILENT],
    ["a text with a value that is not known", `{"Statement":"${UNKNOWN}"}`, SILENT],
    ["an empty list", [], OPEN],
    ["text that is encoded again and again", "%25".repeat(100_000), OPEN],
    ["a text that is cut off", policy(RIGHT).slice(0, -10), OPEN],
];

describe("a policy document made to do harm, wherever it stands,", () => {
    for (const [name, document, says] of documents) {
        it(`is judged in time: ${name}`, async () => {
            for (const [resource, property] of DOCUMENTS) {
                const said = await runInTime(withProps(resource, { [property]: document }));
                assert.deepEqual(said, says[resource] ?? [], resource);
            }
        }).timeout(20_000);
    }
});

import assert from "node:assert/strict";
import { parsePolicyDocument } from "../../../core/iam";
import { allowSecret, isUnknown, SECRET, UNKNOWN } from "./fixtures";

const document = { Version: "2012-10-17", Statement: [allowSecret({ Sid: "A" })] };
const model = {
    version: "2012-10-17",
    statements: [
        {
            sid: "A",
            effect: "Allow",
            actions: ["secretsmanager:GetSecretValue"],
            resources: [SECRET],
            conditions: [],
            unknownElements: [],
            hasUnknown: false,
        },
    ],
};

describe("parsePolicyDocument", () => {
    const valid: [string, unknown][] = [
        ["an object", document],
        ["JSON", JSON.stringify(document)],
        ["JSON with space around it", `\n ${JSON.stringify(document)} \n`],
        ["URL-encoded JSON", encodeURIComponent(JSON.stringify(document))],
        ["a single statement instead of a list", { ...document, Statement: document.Statement[0] }],
        ["a document with an Id", { Id: "x", ...document }],
    ];
    for (const [name, input] of valid) {
        it(`reads ${name}`, () => {
            assert.deepEqual(parsePolicyDocument(input), { document: model, findings: [] });
        });
    }

    it("takes a document without Version for one of 2008", () => {
        const parsed = parsePolicyDocument({ Statement: [] });
        assert.deepEqual(parsed.document, { version: "2008-10-17", statements: [] });
    });

    const invalid: [string, unknown, string[]][] = [
        ["text that is no JSON", "{", [""]],
        ["a percent sign that encodes nothing", "%7B%", [""]],
        ["nothing", undefined, [""]],
        ["null", null, [""]],
        ["a list", [], [""]],
        ["a number", 1, [""]],
        ["no statement", { Version: "2012-10-17" }, ["Statement"]],
        [
            "lower case",
            { version: "2012-10-17", statement: [] },
            ["Statement", "statement", "version"],
        ],
        ["another version", { ...document, Version: "2012-10-18" }, ["Version"]],
        ["a statement that is a text", { Statement: ["x"] }, ["Statement[0]"]],
        [
            "a bad effect",
            { Statement: [allowSecret(), allowSecret({ Effect: "allow" })] },
            ["Statement[1].Effect"],
        ],
        ["no effect", { Statement: { Action: "*", Resource: "*" } }, ["Statement[0].Effect"]],
        [
            "neither Action nor NotAction",
            { Statement: { Effect: "Allow", Resource: "*" } },
            ["Statement[0]"],
        ],
        [
            "both Action and NotAction",
            { Statement: allowSecret({ NotAction: "*" }) },
            ["Statement[0]"],
        ],
        [
            "both Resource and NotResource",
            { Statement: allowSecret({ NotResource: "*" }) },
            ["Statement[0]"],
        ],
        [
            "an action without a service",
            { Statement: allowSecret({ Action: "GetSecretValue" }) },
            ["Statement[0].Action"],
        ],
        ["an empty list", { Statement: allowSecret({ Resource: [] }) }, ["Statement[0].Resource"]],
        [
            "an object as a resource",
            { Statement: allowSecret({ Resource: {} }) },
            ["Statement[0].Resource"],
        ],
        [
            "a misspelt Condition",
            { Statement: allowSecret({ Conditions: {} }) },
            ["Statement[0].Conditions"],
        ],
        [
            "a condition that is a text",
            { Statement: allowSecret({ Condition: "x" }) },
            ["Statement[0].Condition"],
        ],
        [
            "an operator without keys",
            { Statement: allowSecret({ Condition: { Bool: "x" } }) },
            ["Statement[0].Condition.Bool"],
        ],
        [
            "an object as a value",
            { Statement: allowSecret({ Condition: { Bool: { k: {} } } }) },
            ["Statement[0].Condition.Bool.k"],
        ],
        [
            "a principal that is a text",
            { Statement: allowSecret({ Principal: "x" }) },
            ["Statement[0].Principal"],
        ],
        [
            "a kind of principal that there is not",
            { Statement: allowSecret({ Principal: { Role: "x" } }) },
            ["Statement[0].Principal.Role"],
        ],
        ["a Sid that is no text", { Statement: allowSecret({ Sid: 1 }) }, ["Statement[0].Sid"]],
    ];
    for (const [name, input, paths] of invalid) {
        it(`finds fault with ${name}`, () => {
            const { document: none, findings } = parsePolicyDocument(input);
            assert.equal(none, undefined);
            assert.deepEqual(
                findings.map(({ path }) => path),
                paths,
            );
        });
    }

    it("keeps a document that is unknown as one unknown statement", () => {
        for (const input of [
            UNKNOWN,
            `{"Statement":${UNKNOWN}}`,
            { ...document, Version: UNKNOWN },
        ]) {
            const { document: parsed, findings } = parsePolicyDocument(input, isUnknown);
            assert.deepEqual(findings, []);
            assert.equal(parsed?.statements.length, 1);
            assert.ok(parsed?.statements[0].unknownElements.includes("Effect"));
        }
    });

    it("keeps the known parts beside the unknown ones", () => {
        const input = JSON.stringify({
            Statement: allowSecret({ Resource: [SECRET, `${UNKNOWN}/*`] }),
        });
        const [statement] = parsePolicyDocument(input, isUnknown).document?.statements ?? [];
        assert.deepEqual(statement.resources, [SECRET]);
        assert.deepEqual(statement.unknownElements, ["Resource"]);
        assert.equal(statement.hasUnknown, true);
    });
});

import assert from "node:assert/strict";
import { evaluateAccess, parseNamedPolicy, parsePolicyDocument } from "../../../core/iam";
import { allowSecret, decrypt, policy, readSecret, ROLE, SECRET } from "./fixtures";

const nested = (depth: number, open: string, close: string) =>
    open.repeat(depth) + close.repeat(depth);
const many = (count: number, statement: object) => Array<object>(count).fill(statement);

const cyclic: Record<string, unknown> = { Version: "2012-10-17" };
cyclic.Statement = [cyclic, { Effect: "Allow", Action: cyclic, Resource: cyclic }];

const throwing = {
    get Statement(): unknown {
        throw new Error("made up");
    },
};

/** Documents that AWS would not take, and the path of what is found first. */
const refused: [name: string, document: unknown, path: string][] = [
    ["a megabyte of text", "x".repeat(1_000_000), ""],
    ["a megabyte of a list within a list", nested(500_000, "[", "]"), ""],
    ["a list within a list, as deep as a document may be long", nested(65_000, "[", "]"), ""],
    ["objects within objects", `{"Statement":${nested(20_000, '{"a":', "1}")}}`, ""],
    ["a Statement nested deeply", `{"Statement":${nested(60_000, "[", "]")}}`, "Statement[0]"],
    ["a document that holds itself", cyclic, ""],
    ["100,000 statements", { Statement: many(100_000, allowSecret()) }, ""],
    [
        "a statement with 100,000 resources",
        { Statement: allowSecret({ Resource: Array<string>(100_000).fill(SECRET) }) },
        "",
    ],
    [
        "a megabyte of a resource",
        { Statement: allowSecret({ Resource: "*a".repeat(500_000) }) },
        "",
    ],
    ["a member __proto__", '{"__proto__":{"Statement":[]},"Statement":[]}', "__proto__"],
    [
        "a member __proto__ of a statement",
        '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","__proto__":{}}}',
        "Statement[0].__proto__",
    ],
    ["members that throw when they are read", throwing, ""],
    ["members of prototypes", Object.create({ Statement: [allowSecret()] }), "Statement"],
    [
        "an element that is code",
        { Statement: allowSecret({ Action: () => "*" }) },
        "Statement[0].Action",
    ],
];

describe("a document made to do harm", () => {
    for (const [name, document, path] of refused) {
        it(`is refused for ${name}, and says nothing`, () => {
            const parsed = parsePolicyDocument(document);
            assert.equal(parsed.document, undefined);
            assert.equal(parsed.findings[0]?.path, path);
            const identity = [parseNamedPolicy("inline", document)];
            const verdict = evaluateAccess(readSecret, { identity, resource: { kind: "none" } });
            assert.equal(`${verdict.answer} ${verdict.reason}`, "undetermined unknown-policy");
        }).timeout(2000);
    }

    const taken: [name: string, statements: unknown, answer: string][] = [
        [
            "a pattern made to take long",
            allowSecret({
                Resource: `arn:aws:secretsmanager:eu-west-1:123456789012:${"*a".repeat(30_000)}b`,
            }),
            "denied no-allow",
        ],
        [
            "an action made to take long",
            allowSecret({ Action: `secretsmanager:${"*e".repeat(30_000)}x` }),
            "denied no-allow",
        ],
        [
            "as many statements as a document can hold",
            many(800, allowSecret({ Resource: `${SECRET}x` })),
            "denied no-allow",
        ],
        [
            "a condition on a key named __proto__",
            allowSecret({ Condition: JSON.parse('{"StringEquals":{"__proto__":"x"}}') }),
            "denied no-allow",
        ],
        [
            "a condition with an operator named __proto__",
            allowSecret({ Condition: JSON.parse('{"__proto__":{"a:b":"x"}}') }),
            "undetermined possible-allow",
        ],
        [
            "a condition with an operator named constructor",
            allowSecret({ Condition: { constructor: { "a:b": "x" } } }),
            "undetermined possible-allow",
        ],
        [
            "a condition with 10,000 values",
            allowSecret({
                Condition: {
                    StringLike: { "aws:ResourceTag/team": Array<string>(10_000).fill("*b*c") },
                },
            }),
            "denied no-allow",
        ],
        [
            "variables without end",
            allowSecret({ Resource: "${".repeat(60_000) }),
            "denied no-allow",
        ],
        [
            "as many variables as fit",
            allowSecret({ Resource: `arn:aws:secretsmanager:::${"${*}".repeat(25_000)}` }),
            "denied no-allow",
        ],
    ];
    for (const [name, statements, expected] of taken) {
        it(`is ${expected} soon for ${name}`, () => {
            const verdict = evaluateAccess(readSecret, {
                identity: [policy(statements)],
                boundary: policy({ Effect: "Allow", Action: "*", Resource: "*" }),
                resource: {
                    kind: "policy",
                    policy: policy({ ...allowSecret(), Principal: { AWS: `${ROLE}-2` } }),
                },
            });
            assert.equal(`${verdict.answer} ${verdict.reason}`, expected, verdict.explanation);
            assert.ok(
                verdict.explanation.length < 6000,
                `${verdict.explanation.length} characters`,
            );
        }).timeout(2000);
    }

    it("says how much more there is than it tells", () => {
        const { explanation } = evaluateAccess(readSecret, {
            identity: [policy(many(30, allowSecret({ Resource: "foo" })))],
            resource: { kind: "none" },
        });
        assert.match(explanation, /; and 20 more\.$/);
    });

    it("is not read for the members of a context named as those of all objects", () => {
        const context = JSON.parse('{"__proto__":["x"],"constructor":["y"]}');
        const statement = allowSecret({
            Condition: { StringEquals: { constructor: "y", toString: "z" } },
        });
        const verdict = evaluateAccess(
            { ...readSecret, context },
            { identity: [policy(statement)], resource: { kind: "none" } },
        );
        assert.equal(verdict.reason, "no-allow");
    });

    it("is evaluated for an action, a resource and a role that are none", () => {
        const request = { action: "", resource: "", principalArn: "", context: {} };
        const verdict = evaluateAccess(request, {
            identity: [],
            resource: { kind: "key", policy: "default", grants: [] },
        });
        assert.equal(verdict.answer, "denied");
        assert.equal(
            evaluateAccess(
                { ...decrypt, resource: ":".repeat(100_000) },
                { identity: [policy(allowSecret({ Action: "*" }))], resource: { kind: "none" } },
            ).answer,
            "denied",
        );
    });
});

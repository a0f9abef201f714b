import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { TestAccount } from "../../support/simulated-aws";

const TOKEN = "aws:iam/getPolicyDocument:getPolicyDocument";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const statement = { actions: ["s3:GetObject"], resources: ["*"] };
const rendered = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const json = (...statements: object[]) => JSON.stringify({ Statement: statements });

/** Arguments, and the statements that the document gets. */
const rows: Record<string, [Properties, object[]]> = {
    "allows, where nothing is said of the effect": [{ statements: [statement] }, [rendered]],
    "writes a list of one as a text, and longer ones sorted downwards": [
        {
            statements: [
                { sid: "Read", effect: "Deny", actions: ["a:A", "b:B"], notResources: [SECRET] },
            ],
        },
        [{ Sid: "Read", Effect: "Deny", Action: ["b:B", "a:A"], NotResource: SECRET }],
    ],
    "writes principals by their kinds, and those of one kind together": [
        {
            statements: [
                {
                    actions: ["sts:AssumeRole"],
                    principals: [
                        { type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] },
                        { type: "AWS", identifiers: ["111111111111"] },
                        { type: "AWS", identifiers: ["222222222222"] },
                    ],
                },
            ],
        },
        [
            {
                Effect: "Allow",
                Action: "sts:AssumeRole",
                Principal: {
                    AWS: ["222222222222", "111111111111"],
                    Service: "ecs-tasks.amazonaws.com",
                },
            },
        ],
    ],
    "writes everybody as a star, and everybody of AWS as such": [
        {
            statements: [
                { ...statement, principals: [{ type: "*", identifiers: ["*"] }] },
                { ...statement, notPrincipals: [{ type: "AWS", identifiers: ["*"] }] },
            ],
        },
        [
            { ...rendered, Principal: "*" },
            { ...rendered, NotPrincipal: { AWS: "*" } },
        ],
    ],
    "writes conditions by test and key, and their values in their order": [
        {
            statements: [
                {
                    ...statement,
                    conditions: [
                        { test: "StringLike", variable: "kms:ViaService", values: ["b", "a"] },
                        { test: "Bool", variable: "aws:SecureTransport", values: ["true"] },
                        { test: "StringLike", variable: "aws:PrincipalArn", values: ["&{x}"] },
                        { test: "StringLike", variable: "kms:ViaService", values: ["c"] },
                    ],
                },
            ],
        },
        [
            {
                ...rendered,
                Condition: {
                    Bool: { "aws:SecureTransport": "true" },
                    StringLike: {
                        "aws:PrincipalArn": "${x}",
                        "kms:ViaService": ["b", "a", "c"],
                    },
                },
            },
        ],
    ],
    "puts the statements of other documents before, and lets its own replace them": [
        {
            sourcePolicyDocuments: [
                json({ Sid: "A", Effect: "Deny", Action: "*", Resource: "*" }),
                json({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
            ],
            statements: [{ ...statement, sid: "A" }, statement],
        },
        [{ Sid: "A", ...rendered }, { Effect: "Allow", Action: "s3:*", Resource: "*" }, rendered],
    ],
    "lets other documents override it": [
        {
            statements: [{ ...statement, sid: "A" }],
            overridePolicyDocuments: [json({ Sid: "A", ...rendered, Effect: "Deny" })],
        },
        [{ Sid: "A", ...rendered, Effect: "Deny" }],
    ],
};

describe("a policy document of the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());
    const look = (args: Properties) => provider.invoke(account.account, TOKEN, args);

    for (const [title, [args, statements]] of Object.entries(rows)) {
        it(title, () => {
            const document = { Version: "2012-10-17", Statement: statements };
            const answer = look(args);
            assert.equal(answer.minifiedJson, JSON.stringify(document));
            assert.equal(answer.json, JSON.stringify(document, undefined, 2));
            assert.equal(answer.id, look(args).id);
        });
    }

    it("has the version and the id that it is given, and variables in the newer one alone", () => {
        const named = { ...statement, resources: ["&{aws:username}"] };
        const args = { version: "2008-10-17", policyId: "web", statements: [named] };
        assert.deepEqual(JSON.parse(String(look(args).json)), {
            Version: "2008-10-17",
            Id: "web",
            Statement: [{ ...rendered, Resource: "&{aws:username}" }],
        });
    });

    const twice = { ...statement, sid: "A" };
    const broken: Record<string, [Properties, message: string]> = {
        "a Sid that is there twice": [
            { statements: [twice, twice] },
            "simulated AWS: duplicate Sid (A) found",
        ],
        "a Sid that is twice in the documents to merge": [
            { sourcePolicyDocuments: [json({ Sid: "A" }), json({ Sid: "A" })] },
            "simulated AWS: duplicate Sid (A) found in source_policy_documents",
        ],
        "a document to merge that is no JSON": [
            { sourcePolicyDocuments: ["{"] },
            "simulated AWS: a policy document to merge is no JSON",
        ],
    };
    for (const [title, [args, message]] of Object.entries(broken)) {
        it(`is refused for ${title}`, () => {
            assert.throws(() => look(args), { message });
        });
    }
});

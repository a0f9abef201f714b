import assert from "node:assert/strict";
import fc from "fast-check";
import { findBreadths, parsePolicyDocument, type Breadth } from "../../../core";

const UNKNOWN = "<unknown>";
const NAMED = "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db-AbCdEf";

const oneOrMore = (...texts: string[]) =>
    fc.oneof(fc.constantFrom(...texts), fc.array(fc.constantFrom(...texts), { minLength: 1 }));
const action = oneOrMore("*", "secretsmanager:*", "ssm:GetParameters", "kms:Decrypt", "iam:*");
const resource = oneOrMore("*", NAMED, "arn:aws:ssm:*:*:parameter/*", "arn:aws:kms:*:*:key/*");
const operator = fc.constantFrom("StringEquals", "StringLike", "StringNotEquals", "Null");
const key = fc.constantFrom("aws:ResourceTag/team", "kms:ViaService", "secretsmanager:SecretId");
const condition = fc
    .tuple(operator, key, oneOrMore("*", "app", "true"))
    .map(([name, of, values]) => ({ [name]: { [of]: values } }));
const statement = fc
    .tuple(
        fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
        fc.constantFrom("Action", "Action", "NotAction"),
        action,
        fc.constantFrom("Resource", "Resource", "NotResource"),
        resource,
        fc.option(condition, { nil: undefined }),
    )
    .map(([Effect, act, actions, on, resources, Condition]) => ({
        Effect,
        [act]: actions,
        [on]: resources,
        ...(Condition && { Condition }),
    }));
const statements = fc.array(statement, { minLength: 1, maxLength: 4 });

function breadthsOf(Statement: unknown): Breadth[] {
    const input = { Version: "2012-10-17", Statement };
    const { document } = parsePolicyDocument(input, (text) => text.includes(UNKNOWN));
    return document ? findBreadths(document) : assert.fail("the document is malformed");
}

/** What is open, by statement. */
const openIn = (input: unknown) =>
    breadthsOf(input).flatMap(({ statement: which, kinds }) =>
        kinds.map((kind) => `${which} ${kind}`),
    );
const isWithin = (some: string[], all: string[]) => some.every((one) => all.includes(one));

/** Every document that hides one text of a document. */
function listHidden(value: unknown): unknown[] {
    if (typeof value === "string") {
        return [UNKNOWN];
    }
    const entries = Object.entries(value as object);
    return entries.flatMap(([name, field]) =>
        listHidden(field).map((hidden) =>
            Array.isArray(value)
                ? value.map((one: unknown, index) => (String(index) === name ? hidden : one))
                : { ...(value as object), [name]: hidden },
        ),
    );
}

describe("what is found of breadth", () => {
    it("is no more when any text of the document is hidden", () => {
        fc.assert(
            fc.property(statements, (input) => {
                const known = openIn(input);
                for (const hidden of listHidden(input)) {
                    assert.ok(isWithin(openIn(hidden), known));
                }
            }),
            { numRuns: 150 },
        );
    });
    it("is no more when a Deny is added", () => {
        fc.assert(
            fc.property(statements, statement, (input, other) => {
                const more = [...input, { ...other, Effect: "Deny" }];
                assert.ok(isWithin(openIn(more), openIn(input)));
            }),
            { numRuns: 400 },
        );
    });
    it("is no less when an Allow is added", () => {
        fc.assert(
            fc.property(statements, statement, (input, other) => {
                const more = [...input, { ...other, Effect: "Allow" }];
                assert.ok(isWithin(openIn(input), openIn(more)));
            }),
            { numRuns: 400 },
        );
    });
    it("is nothing where every Allow names one secret", () => {
        fc.assert(
            fc.property(statements, (input) => {
                const named = input.map(({ Effect, ...rest }) =>
                    Effect === "Deny"
                        ? { Effect, ...rest }
                        : { Effect, ...rest, Resource: NAMED, NotResource: undefined },
                );
                assert.deepEqual(openIn(JSON.parse(JSON.stringify(named))), []);
            }),
            { numRuns: 200 },
        );
    });
    it("is found at all in enough of the documents", () => {
        const samples = fc.sample(statements, { numRuns: 200, seed: 1 });
        assert.ok(samples.filter((input) => openIn(input).length > 0).length > 40);
    });
});

import assert from "node:assert/strict";
import { findBreadths, parsePolicyDocument, type Breadth } from "../../../core";

export const UNKNOWN = "<unknown>";
export const SECRETS = "arn:aws:secretsmanager:*:*:secret:*";
export const NAMED = "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db-AbCdEf";
export const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-00000000000a";

export const allow = (Action: unknown, Resource: unknown = "*", more: object = {}) => ({
    Effect: "Allow",
    Action,
    Resource,
    ...more,
});
export const deny = (Action: unknown, more: object) => ({ Effect: "Deny", Action, ...more });
export const when = (operator: string, key: string, value: unknown) => ({
    Condition: { [operator]: { [key]: value } },
});
export const read = (more: object = {}) => allow("secretsmanager:GetSecretValue", "*", more);
export const decrypt = (more: object = {}) => allow("kms:Decrypt", "*", more);

/** What is found in a document of statements. */
export function breadthsOf(...statements: unknown[]): Breadth[] {
    const input = { Version: "2012-10-17", Statement: statements };
    const { document, findings } = parsePolicyDocument(input, (text) => text.includes(UNKNOWN));
    assert.deepEqual(findings, []);
    return findBreadths(document ?? { version: "2012-10-17", statements: [] });
}

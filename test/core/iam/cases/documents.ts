import { evaluateAccess, parseNamedPolicy } from "../../../../core/iam";
import { isUnknown, readSecret, SECRET, UNKNOWN } from "../fixtures";
import { withPolicy, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

/** Rights of one role for all that bears its tag: secrets by tag, parameters by path, keys by store. */
const DOCUMENT = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: SECRET }],
};
const written = (name: string, expected: Expected, document: unknown): Case => ({
    name,
    source: PAGES.grammar,
    expected,
    evaluate: () =>
        evaluateAccess(readSecret, {
            identity: [parseNamedPolicy("inline", document, isUnknown)],
            resource: withPolicy(),
        }),
});

/** How the documents of programs are written. */
export const documents: Case[] = [
    written("a document may be an object", "allowed identity-policy", DOCUMENT),
    written("a document may be JSON", "allowed identity-policy", JSON.stringify(DOCUMENT)),
    written(
        "a document may be URL-encoded JSON",
        "allowed identity-policy",
        encodeURIComponent(JSON.stringify(DOCUMENT)),
    ),
    written("a document may have one statement instead of a list", "allowed identity-policy", {
        ...DOCUMENT,
        Statement: DOCUMENT.Statement[0],
    }),
    written("a document that is not known yet may allow", "pending possible-allow", UNKNOWN),
    written("a statement that is not known yet may allow", "pending possible-allow", {
        ...DOCUMENT,
        Statement: [UNKNOWN],
    }),
    written("a document that is no JSON says nothing", "undetermined unknown-policy", "{"),
];

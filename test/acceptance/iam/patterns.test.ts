import assert from "node:assert/strict";
import { renderPattern, type PatternReading } from "../../../acceptance/iam/patterns";

const nothing: PatternReading = {
    escapesSigns: false,
    knowsAnyOne: false,
    keepsToSegments: false,
    requiresParts: false,
    replacesVariables: false,
};
const signs = { ...nothing, escapesSigns: true };
const anyOne = { ...nothing, knowsAnyOne: true };
const segments = { ...nothing, keepsToSegments: true };
const fields = { ...nothing, requiresParts: true };
const variables = { ...nothing, replacesVariables: true };

const rows: [what: string, reading: PatternReading, text: string, rendered: string][] = [
    ["all as it is", nothing, "arn:aws:s3:::a.b+c/?*${*}", "arn:aws:s3:::a.b+c/?*${*}"],
    ["signs as numbers", signs, "a.b+(c)[d]$", "a\\x2eb\\x2b\\x28c\\x29\\x5bd\\x5d\\x24"],
    ["no wildcard as a sign", signs, "a*b?c", "a*b?c"],
    ["a variable as signs while it is not replaced", signs, "${*}", "\\x24\\x7b\\x2a\\x7d"],
    ["? as any sign", anyOne, "a?b", "a.b"],
    ["* at the end of a segment as it is", segments, "arn:aws:s3:*:x", "arn:aws:s3:*:x"],
    ["* at the end of all as it is", segments, "arn:aws:s3*", "arn:aws:s3*"],
    [
        "* inside of a segment without colons",
        segments,
        "arn:aws:s3:e*1:x",
        "arn:aws:s3:e[^:]{0,}1:x",
    ],
    ["* in the name as it is", segments, "arn:aws:s3:::a*b:c", "arn:aws:s3:::a*b:c"],
    [
        "? in a segment as any sign but a colon",
        { ...segments, knowsAnyOne: true },
        "arn:aws:s3:eu?1:1:a?b",
        "arn:aws:s3:eu[^:]1:1:a.b",
    ],
    ["the beginning of an ARN as never", fields, "arn:aws:s3*:a/b", "(?!)"],
    ["a part of an ARN that is in a variable as never", fields, "arn:aws:${x:y:z}:a", "(?!)"],
    ["the beginning of an ARN that goes on as it is", fields, "arn:aws:s3:*", "arn:aws:s3:*"],
    ["all resources as they are", fields, "*", "*"],
    ["an ARN without region and account as it is", fields, "arn:aws:s3:::a", "arn:aws:s3:::a"],
    ["a tag by its value", variables, "secret:${aws:PrincipalTag/team}/*", "secret:app/*"],
    ["an escaped sign as that sign", variables, "a${*}b${?}c${$}", "a\\x2ab\\x3fc\\x24"],
    ["a tag that is absent as never", variables, "a${aws:PrincipalTag/x}", "(?!)"],
    ["a key that is absent as never", variables, "a${aws:username}b", "(?!)"],
];

describe("renderPattern", () => {
    for (const [what, reading, text, rendered] of rows) {
        it(`writes ${what}`, () => {
            assert.equal(renderPattern(text, reading), rendered);
        });
    }
});

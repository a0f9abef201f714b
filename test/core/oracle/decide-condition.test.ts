import assert from "node:assert";

import { decide, unspecified } from "../../oracle/decide";
import { AWS, when, type Row } from "../../oracle/hand-made";

const rows: Row[] = [
    [
        "takes a literal star from ${*}",
        when({ StringLike: { "app:Label": "${*}*${*}*" } }),
        false,
        AWS.variables,
    ],
    [
        "fits a literal star with ${*}",
        when({ StringLike: { "app:Label": "a${*}?" } }),
        true,
        AWS.variables,
    ],
    [
        "is false for an absent key",
        when({ StringEquals: { "app:None": "x" } }),
        false,
        AWS.operators,
    ],
    [
        "is true for an absent key when negated",
        when({ StringNotEquals: { "app:None": "x" } }),
        true,
        AWS.operators,
    ],
    [
        "is true for an absent key with IfExists",
        when({ NumericLessThanIfExists: { "app:None": "1" } }),
        true,
        AWS.operators,
    ],
    [
        "knows an absent key by Null",
        when({ Null: { "aws:TokenIssueTime": "true" } }),
        true,
        AWS.operators,
    ],
    [
        "takes none of several values when negated",
        when({ StringNotEquals: { "aws:PrincipalTag/team": ["web", "app"] } }),
        false,
        AWS.logic,
    ],
    [
        "does not compare case with IgnoreCase",
        when({ StringEqualsIgnoreCase: { "aws:PrincipalTag/team": "APP" } }),
        true,
        AWS.operators,
    ],
    [
        "compares ARNs segment by segment",
        when({ ArnLike: { "app:Source": "arn:aws:ecs:*:task/app/1" } }),
        false,
        AWS.operators,
    ],
    [
        "compares numbers as numbers",
        when({ NumericEquals: { "app:Size": "10.0" } }),
        true,
        AWS.operators,
    ],
    [
        "compares dates across zones",
        when({ DateEquals: { "aws:CurrentTime": "2026-03-01T14:00:00+02:00" } }),
        true,
        AWS.operators,
    ],
    [
        "knows an address range",
        when({ IpAddress: { "aws:SourceIp": "10.0.1.4/31" } }),
        true,
        AWS.operators,
    ],
    [
        "knows the next address range",
        when({ IpAddress: { "aws:SourceIp": "10.0.1.6/31" } }),
        false,
        AWS.operators,
    ],
    [
        "takes a boolean without quotation marks",
        when({ Bool: { "aws:SecureTransport": true } }),
        true,
        AWS.operators,
    ],
    [
        "needs every value with ForAllValues",
        when({ "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } }),
        false,
        AWS.sets,
    ],
    [
        "needs one value with ForAnyValue",
        when({ "ForAnyValue:StringEquals": { "aws:TagKeys": ["team"] } }),
        true,
        AWS.sets,
    ],
    [
        "is true for an absent key with ForAllValues",
        when({ "ForAllValues:StringEquals": { "app:None": "x" } }),
        true,
        AWS.sets,
    ],
    [
        "is false for an absent key with ForAnyValue",
        when({ "ForAnyValue:StringNotEquals": { "app:None": "x" } }),
        false,
        AWS.sets,
    ],
];

describe("oracle: condition", () => {
    rows.forEach(([sentence, world, allowed, link]) =>
        it(`${sentence} (${link})`, () => {
            assert.strictEqual(unspecified(world), undefined);
            assert.strictEqual(decide(world), allowed);
        }),
    );
});

import { allowSecret, readSecret, UNKNOWN } from "../fixtures";
import { byIdentity, type Case, type Expected, type IdentityRow } from "./case";
import { PAGES } from "./sources";

const when = (
    name: string,
    source: string,
    expected: Expected,
    Condition: unknown,
): IdentityRow => [name, source, expected, allowSecret({ Condition })];
const denyWhen = (
    name: string,
    source: string,
    expected: Expected,
    Condition: unknown,
): IdentityRow => [
    name,
    source,
    expected,
    [allowSecret(), { Effect: "Deny", Action: "*", Resource: "*", Condition }],
];

/** Conditions of a Deny, and those on what is not in a program. */
export const denyConditions: Case[] = [
    ...byIdentity(readSecret, [
        when(
            "the address of the caller is not in the program",
            PAGES.conditionIp,
            "undetermined possible-allow",
            { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
        ),
        when(
            "the time of the call is not in the program",
            PAGES.conditionDate,
            "undetermined possible-allow",
            { DateGreaterThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } },
        ),
        when(
            "the age of a sign-in with a second factor is not in the program",
            PAGES.conditionNumeric,
            "undetermined possible-allow",
            { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
        ),
        when(
            "the endpoint that the call goes through is not in the program",
            PAGES.conditionKeys,
            "undetermined possible-allow",
            { StringEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } },
        ),
        when(
            "the organisation of the account is not in the program",
            PAGES.conditionKeys,
            "undetermined possible-allow",
            { StringEquals: { "aws:PrincipalOrgID": "o-example" } },
        ),
        when(
            "a value that is not known yet may be the right one",
            PAGES.condition,
            "pending possible-allow",
            { StringEquals: { "aws:ResourceTag/team": UNKNOWN } },
        ),
        when(
            "the right value beside one that is not known yet suffices",
            PAGES.conditionLogic,
            "allowed identity-policy",
            { StringEquals: { "aws:ResourceTag/team": [UNKNOWN, "app"] } },
        ),
        when(
            "a tag that is not known may be the right one",
            PAGES.secretTags,
            "undetermined possible-allow",
            { StringEquals: { "aws:ResourceTag/owner": "app" } },
        ),
        denyWhen(
            "a Deny of calls without TLS does not apply",
            PAGES.conditionBoolean,
            "allowed identity-policy",
            { Bool: { "aws:SecureTransport": "false" } },
        ),
        denyWhen(
            "a Deny outside of a range of addresses may apply",
            PAGES.conditionIp,
            "undetermined possible-deny",
            { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
        ),
        denyWhen(
            "a Deny after a date may apply",
            PAGES.conditionDate,
            "undetermined possible-deny",
            { DateGreaterThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } },
        ),
        denyWhen(
            "a Deny of all tags but one applies where the tag is absent",
            PAGES.conditionString,
            "denied explicit-deny",
            { StringNotEquals: { "aws:ResourceTag/none": "app" } },
        ),
        denyWhen(
            "a Deny of another tag does not apply",
            PAGES.conditionString,
            "allowed identity-policy",
            { StringEquals: { "aws:ResourceTag/team": "ops" } },
        ),
        denyWhen(
            "a Deny with an operator that is not evaluated may apply",
            PAGES.condition,
            "undetermined possible-deny",
            { StringAlmost: { "aws:ResourceTag/team": "ops" } },
        ),
        denyWhen(
            "a Deny with ForAllValues applies where its key is absent",
            PAGES.conditionSets,
            "denied explicit-deny",
            { "ForAllValues:StringEquals": { "aws:TagKeys": "team" } },
        ),
        denyWhen(
            "a Deny with ForAnyValue does not apply where its key is absent",
            PAGES.conditionSets,
            "allowed identity-policy",
            { "ForAnyValue:StringEquals": { "aws:TagKeys": "team" } },
        ),
    ]),
];

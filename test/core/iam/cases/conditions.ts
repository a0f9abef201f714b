import { ACCOUNT, allowSecret, readSecret, SECRET } from "../fixtures";
import { byIdentity, type Case, type Expected, type IdentityRow } from "./case";
import { PAGES } from "./sources";

const when = (
    name: string,
    source: string,
    expected: Expected,
    Condition: unknown,
): IdentityRow => [name, source, expected, allowSecret({ Condition })];

/** Conditions, by the families of their operators. */
export const conditions: Case[] = [
    ...byIdentity(readSecret, [
        when(
            "StringEquals holds if one of its values is equal",
            PAGES.conditionLogic,
            "allowed identity-policy",
            { StringEquals: { "aws:ResourceTag/team": ["ops", "app"] } },
        ),
        when("StringEquals is about case", PAGES.conditionString, "denied no-allow", {
            StringEquals: { "aws:ResourceTag/team": "App" },
        }),
        when(
            "StringEqualsIgnoreCase is not about case",
            PAGES.conditionString,
            "allowed identity-policy",
            { StringEqualsIgnoreCase: { "aws:ResourceTag/team": "APP" } },
        ),
        when("StringEquals has no wildcards", PAGES.conditionString, "denied no-allow", {
            StringEquals: { "aws:ResourceTag/team": "a*" },
        }),
        when("StringLike has wildcards", PAGES.conditionString, "allowed identity-policy", {
            StringLike: { "aws:ResourceTag/team": "a*" },
        }),
        when(
            "StringNotLike is the opposite of StringLike",
            PAGES.conditionString,
            "denied no-allow",
            { StringNotLike: { "aws:ResourceTag/team": "a*" } },
        ),
        when(
            "the names of keys are compared without regard to case",
            PAGES.condition,
            "allowed identity-policy",
            { StringEquals: { "AWS:resourcetag/Team": "app" } },
        ),
        when(
            "a positive operator fails where its key is absent",
            PAGES.conditionString,
            "denied no-allow",
            { StringEquals: { "aws:ResourceTag/none": "app" } },
        ),
        when(
            "a negated operator holds where its key is absent",
            PAGES.conditionString,
            "allowed identity-policy",
            { StringNotEquals: { "aws:ResourceTag/none": "app" } },
        ),
        when(
            "…IfExists holds where its key is absent",
            PAGES.conditionIfExists,
            "allowed identity-policy",
            { StringEqualsIfExists: { "aws:ResourceTag/none": "app" } },
        ),
        when(
            "…IfExists compares where its key is there",
            PAGES.conditionIfExists,
            "denied no-allow",
            { StringEqualsIfExists: { "aws:ResourceTag/team": "ops" } },
        ),
        when("all keys of an operator must hold", PAGES.conditionLogic, "denied no-allow", {
            StringEquals: {
                "aws:ResourceTag/team": "app",
                "secretsmanager:VersionStage": "AWSPENDING",
            },
        }),
        when("all operators must hold", PAGES.conditionLogic, "denied no-allow", {
            StringEquals: { "aws:ResourceTag/team": "app" },
            Null: { "aws:ResourceTag/team": "true" },
        }),
        when(
            "secretsmanager:VersionStage is AWSCURRENT unless another is asked for",
            PAGES.secretConditions,
            "allowed identity-policy",
            { "ForAnyValue:StringEquals": { "secretsmanager:VersionStage": "AWSCURRENT" } },
        ),
        when(
            "secretsmanager:SecretId is the ARN that is asked for",
            PAGES.secretConditions,
            "allowed identity-policy",
            { ArnEquals: { "secretsmanager:SecretId": SECRET } },
        ),
        when("Null asks that a key be absent", PAGES.conditionNull, "allowed identity-policy", {
            Null: { "aws:ResourceTag/none": "true" },
        }),
        when("Null false asks that a key be there", PAGES.conditionNull, "denied no-allow", {
            Null: { "aws:ResourceTag/none": "false" },
        }),
        when(
            "ArnLike compares the parts of an ARN",
            PAGES.conditionArn,
            "allowed identity-policy",
            { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/*` } },
        ),
        when(
            "a * in ArnLike does not cross a colon of the first parts",
            PAGES.conditionArn,
            "denied no-allow",
            { ArnLike: { "aws:PrincipalArn": `arn:aws:*:${ACCOUNT}:role/*` } },
        ),
        when("ArnNotEquals leaves out whom it names", PAGES.conditionArn, "denied no-allow", {
            ArnNotEquals: { "aws:PrincipalArn": readSecret.principalArn },
        }),
        when("Amazon ECS reads secrets by TLS", PAGES.conditionKeys, "allowed identity-policy", {
            Bool: { "aws:SecureTransport": "true" },
        }),
        when(
            "a boolean is a true or a false",
            PAGES.conditionBoolean,
            "undetermined possible-allow",
            { Bool: { "aws:SecureTransport": "yes" } },
        ),
        when(
            "an operator that AWS does not document is not evaluated",
            PAGES.condition,
            "undetermined possible-allow",
            { StringAlmost: { "aws:ResourceTag/team": "app" } },
        ),
    ]),
];

import { evaluateIdentity, parseNamedPolicy } from "../../../../core/iam";
import { ACCOUNT, allowSecret, readSecret, SECRET } from "../fixtures";
import {
    byIdentity,
    byWorld,
    own,
    withPolicy,
    type Case,
    type Expected,
    type IdentityRow,
} from "./case";
import { PAGES } from "./sources";

const named = (name: string, expected: Expected, by: string, version?: string): IdentityRow => [
    name,
    PAGES.variables,
    expected,
    allowSecret({ Resource: SECRET.replace("app/", `${by}/`) }),
    version,
];
const compared = (
    name: string,
    expected: Expected,
    Condition: object,
    version?: string,
): IdentityRow => [name, PAGES.variables, expected, allowSecret({ Condition }), version];
const TAG = "aws:ResourceTag/team";

/** Policy variables. */
export const variables: Case[] = [
    ...byIdentity(readSecret, [
        named(
            "a variable stands for a tag of the role",
            "allowed identity-policy",
            "${aws:PrincipalTag/team}",
        ),
        named(
            "the name of a variable is not about case",
            "allowed identity-policy",
            "${AWS:principaltag/TEAM}",
        ),
        named(
            "a variable that is absent makes its statement not apply",
            "denied no-allow",
            "${aws:PrincipalTag/none}",
        ),
        named(
            "a variable that is absent stands for its default",
            "allowed identity-policy",
            "${aws:PrincipalTag/none, 'app'}",
        ),
        named(
            "a variable that is there does not stand for its default",
            "allowed identity-policy",
            "${aws:PrincipalTag/team, 'ops'}",
        ),
        named(
            "a default needs its quotation marks",
            "denied no-allow",
            "${aws:PrincipalTag/none, app}",
        ),
        named("aws:username is absent where a role calls", "denied no-allow", "${aws:username}"),
        named(
            "a variable that is not in the program may be the right one",
            "undetermined possible-allow",
            "${aws:userid}",
        ),
        named("${*} is a literal asterisk", "denied no-allow", "${*}"),
        named("a variable without its end is text", "denied no-allow", "${aws:PrincipalTag/team"),
        named(
            "the language of 2008 has no variables",
            "denied no-allow",
            "${aws:PrincipalTag/team}",
            "2008-10-17",
        ),
        [
            "${?} is a literal question mark",
            PAGES.variables,
            "denied no-allow",
            allowSecret({ Resource: SECRET.replace("AbCdEf", "${?}bCdEf") }),
        ],
        [
            "${$} is a literal dollar sign",
            PAGES.variables,
            "denied no-allow",
            allowSecret({ Resource: SECRET.replace("app", "${$}pp") }),
        ],
        [
            "a variable has no place before the fifth colon",
            PAGES.variables,
            "undetermined possible-allow",
            allowSecret({ Resource: SECRET.replace(ACCOUNT, "${aws:PrincipalAccount}") }),
        ],
        compared("a variable may be compared with", "allowed identity-policy", {
            StringEquals: { [TAG]: "${aws:PrincipalTag/team}" },
        }),
        compared("a variable may be compared with by pattern", "allowed identity-policy", {
            StringLike: { [TAG]: "${aws:PrincipalTag/team}*" },
        }),
        compared(
            "in the language of 2008 a variable is compared as text",
            "denied no-allow",
            { StringEquals: { [TAG]: "${aws:PrincipalTag/team}" } },
            "2008-10-17",
        ),
    ]),
    {
        name: "a document without Version is of 2008",
        source: PAGES.version,
        expected: "denied no-allow",
        evaluate: () =>
            evaluateIdentity(readSecret, [
                parseNamedPolicy("inline", {
                    Statement: allowSecret({
                        Resource: SECRET.replace("app/", "${aws:PrincipalTag/team}/"),
                    }),
                }),
            ]),
    },
    ...byWorld(readSecret, [
        [
            "a wildcard in what a variable stands for is text",
            PAGES.variables,
            "denied no-allow",
            {
                identity: own(
                    allowSecret({ Resource: SECRET.replace("app/", "${aws:PrincipalTag/team}/") }),
                ),
                resource: withPolicy(),
            },
            { principalTags: { team: "*" } },
        ],
        [
            "tags of the role that are not known may be the right ones",
            PAGES.variables,
            "undetermined possible-allow",
            {
                identity: own(
                    allowSecret({ Resource: SECRET.replace("app/", "${aws:PrincipalTag/team}/") }),
                ),
                resource: withPolicy(),
            },
            { principalTags: "unknown" },
        ],
        [
            "tags of the role that are not known yet may be the right ones",
            PAGES.variables,
            "pending possible-allow",
            {
                identity: own(
                    allowSecret({ Resource: SECRET.replace("app/", "${aws:PrincipalTag/team}/") }),
                ),
                resource: withPolicy(),
            },
            { principalTags: "pending" },
        ],
    ]),
];

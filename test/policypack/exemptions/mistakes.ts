import type { PackConfig } from "../../support/pack-config";
import type { ReportedRow } from "../../support/policy-table";
import { at, base, DECRYPT, exempting, EXEMPTION, SECRETS } from "./base";

const DATE = "Write the last day on which the exemption holds as YYYY-MM-DD, in UTC.";
const PATTERN = "Write a pattern, in which * and ? are wildcards";

function mistake(name: string, config: PackConfig, ...messages: string[]): ReportedRow {
    return { ...base, name, config, messages };
}

const field = (name: string, change: object, message: string) =>
    mistake(name, exempting(change), at(message));

/** What nobody can have meant. */
export const MISTAKES: readonly ReportedRow[] = [
    field(
        "a month that there is not",
        { expires: "2026-13-40" },
        `.expires 2026-13-40 is no day of the calendar. ${DATE}`,
    ),
    field(
        "a day that the month has not",
        { expires: "2026-02-29" },
        `.expires 2026-02-29 is no day of the calendar. ${DATE}`,
    ),
    field(
        "the 29th of February of a century",
        { expires: "2100-02-29" },
        `.expires 2100-02-29 is no day of the calendar. ${DATE}`,
    ),
    field(
        "the 31st of a month of 30 days",
        { expires: "2026-11-31" },
        `.expires 2026-11-31 is no day of the calendar. ${DATE}`,
    ),
    field(
        "another form of a date",
        { expires: "31.12.2026" },
        `.expires 31.12.2026 is no day of the calendar. ${DATE}`,
    ),
    field("a date that is no text", { expires: 20261231 }, `.expires is no text. ${DATE}`),
    field("no date", { expires: undefined }, `.expires is missing. ${DATE}`),
    field(
        "no reason",
        { reason: undefined },
        ".reason is missing. Say why the team lives with the finding.",
    ),
    field(
        "a reason of blanks",
        { reason: "  " },
        ".reason is empty, or no text. Say why the team lives with the finding.",
    ),
    field("no URN", { urn: undefined }, `.urn is missing. ${PATTERN}.`),
    field("an empty pattern of a URN", { urn: "" }, `.urn is empty, or no text. ${PATTERN}.`),
    field(
        "an empty pattern of a variable",
        { variable: "" },
        `.variable is empty, or no text. ${PATTERN}, or leave it out.`,
    ),
    field(
        "a list of containers",
        { container: ["web"] },
        `.container is empty, or no text. ${PATTERN}, or leave it out.`,
    ),
    field(
        "the name of a resource where its URN is asked for",
        { urn: "task" },
        ".urn task can match no URN. A URN reads urn:pulumi:<stack>::<project>::<type>::<name>; write *::<type>::<name>, for example.",
    ),
    field(
        "a URN without its type",
        { urn: "urn:pulumi:dev::project::task" },
        ".urn urn:pulumi:dev::project::task can match no URN. A URN reads urn:pulumi:<stack>::<project>::<type>::<name>; write *::<type>::<name>, for example.",
    ),
    field(
        "an ARN where a URN is asked for",
        { urn: "arn:aws:ecs:*" },
        ".urn arn:aws:ecs:* can match no URN. A URN reads urn:pulumi:<stack>::<project>::<type>::<name>; write *::<type>::<name>, for example.",
    ),
    field(
        "a field that is misspelt",
        { variabel: "DB_*" },
        ".variabel is no field of an exemption of this policy. Its fields are urn, container, variable, reason, expires.",
    ),
    mistake(
        "an exemption that is no object",
        { [SECRETS]: { exemptions: ["task"] } },
        at(" is no object. Write an object with urn, reason and expires."),
    ),
    mistake(
        "a setting that is misspelt, which the engine lets pass",
        { [SECRETS]: { exemption: [EXEMPTION] } },
        `${SECRETS}: exemption is no setting of this policy. Its settings are enforcementLevel, likely, allow, deny, exemptions.`,
    ),
    mistake(
        "an exemption by variable of a policy that knows none",
        { [DECRYPT]: { exemptions: [{ ...EXEMPTION, container: undefined }] } },
        `${DECRYPT}: exemptions[0].variable is no field of an exemption of this policy. Its fields are urn, reason, expires.`,
    ),
    mistake(
        "a setting of another policy, whose value is of no matter then",
        { [DECRYPT]: { likely: "loud" } },
        `${DECRYPT}: likely is no setting of this policy. Its settings are enforcementLevel, suspected, exemptions.`,
    ),
    mistake(
        "a level that there is not",
        { [SECRETS]: { likely: "loud" } },
        `${SECRETS}: likely is none of its values. Write advisory, mandatory or disabled.`,
    ),
    mistake(
        "one exemption that is no list",
        { [SECRETS]: { exemptions: EXEMPTION } },
        `${SECRETS}: exemptions is no list. Write it in brackets: [ … ].`,
    ),
    mistake(
        "names that are no patterns, in the order of their places",
        { [SECRETS]: { allow: ["", "A_*"], deny: "B_*" } },
        `${SECRETS}: allow[0] is empty, or no text. Write a name, in which * and ? are wildcards.`,
        `${SECRETS}: deny is no list. Write it in brackets: [ … ].`,
    ),
    mistake(
        "a setting of its own that is misspelt",
        { "ecs-exemption-require-use": { lists: true } },
        "ecs-exemption-require-use: lists is no setting of this policy. Its settings are enforcementLevel, list.",
    ),
];

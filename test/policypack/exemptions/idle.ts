import type { PolicyRow, ReportedRow } from "../../support/policy-table";
import {
    at,
    base,
    DECRYPT,
    exempting,
    EXEMPTION,
    SECRETS,
    TASK,
    taskWith,
    TODAY,
    UNKNOWN,
    UNKNOWN_VALUE,
} from "./base";

const UNUSED = (what: string) =>
    at(
        ` (${what}) matches nothing in this stack. Remove it, or correct its patterns; for another stack, begin urn with urn:pulumi:<stack>::.`,
    );

/** Exemptions that are in force and needed, or that another stack needs. */
export const NEEDED: readonly PolicyRow[] = [
    { ...base, name: "no configuration" },
    { ...base, name: "an empty list of exemptions", config: { [SECRETS]: { exemptions: [] } } },
    { ...base, name: "an exemption that hides a finding", config: exempting() },
    {
        ...base,
        name: "an exemption on its last day",
        config: exempting({ expires: TODAY }),
    },
    {
        ...base,
        name: "the 29th of February of a leap year",
        config: exempting({ expires: "2028-02-29" }),
    },
    {
        ...base,
        name: "an exemption for what cannot be read before the update",
        stack: UNKNOWN,
        config: exempting(),
    },
    {
        ...base,
        name: "an exemption of another stack, expired or not",
        config: {
            [SECRETS]: {
                exemptions: [
                    { ...EXEMPTION, urn: "urn:pulumi:prod::project::*" },
                    { ...EXEMPTION, urn: "urn:pulumi:prod::*", expires: "2020-01-01" },
                ],
            },
        },
    },
    {
        ...base,
        name: "the exemptions of a policy that is disabled",
        config: {
            [SECRETS]: {
                enforcementLevel: "disabled",
                exemptions: [{ ...EXEMPTION, expires: "never" }],
            },
        },
    },
    {
        ...base,
        name: "two exemptions for the same finding: both are for it",
        config: { [SECRETS]: { exemptions: [EXEMPTION, EXEMPTION] } },
    },
];

/** Exemptions that help nobody, and a list of the others. */
export const IDLE: readonly ReportedRow[] = [
    {
        ...base,
        name: "an exemption on the day after its last: what it hid is named",
        config: exempting({ expires: "2026-06-14" }),
        messages: [
            at(
                ` (urn ${EXEMPTION.urn}, container web, variable DB_PASSWORD) expired on 2026-06-14, and what it hid is reported again: resource task, container web, DB_PASSWORD. Mend that, or give the exemption a later day.`,
            ),
        ],
    },
    {
        ...base,
        name: "an expired exemption that nothing needs any more",
        config: exempting({ expires: "2026-06-14", variable: "OTHER" }),
        messages: [
            at(
                ` (urn ${EXEMPTION.urn}, container web, variable OTHER) expired on 2026-06-14, and matches nothing in this stack. Remove it.`,
            ),
        ],
    },
    {
        ...base,
        name: "an expired exemption for what cannot be read before the update",
        stack: UNKNOWN,
        config: exempting({ expires: "2026-06-14" }),
        messages: [
            at(
                ` (urn ${EXEMPTION.urn}, container web, variable DB_PASSWORD) expired on 2026-06-14. Give it a later day, or remove it.`,
            ),
        ],
    },
    {
        ...base,
        name: "an exemption for another variable",
        config: exempting({ variable: "OTHER_*" }),
        messages: [UNUSED(`urn ${EXEMPTION.urn}, container web, variable OTHER_*`)],
    },
    {
        ...base,
        name: "an exemption for another variable than the one that is not known yet",
        stack: taskWith(
            JSON.stringify([
                { name: "web", environment: [{ name: "DB_PASSWORD", value: UNKNOWN_VALUE }] },
            ]),
        ),
        config: exempting({ variable: "OTHER" }),
        messages: [UNUSED(`urn ${EXEMPTION.urn}, container web, variable OTHER`)],
    },
    {
        ...base,
        name: "an exemption for another container",
        config: exempting({ container: "sidecar" }),
        messages: [UNUSED(`urn ${EXEMPTION.urn}, container sidecar, variable DB_PASSWORD`)],
    },
    {
        ...base,
        name: "an exemption for another resource, though something else cannot be read",
        stack: UNKNOWN,
        config: exempting({ urn: `*::${TASK}::other` }),
        messages: [UNUSED(`urn *::${TASK}::other, container web, variable DB_PASSWORD`)],
    },
    {
        ...base,
        name: "an exemption of a policy on stacks, where the stack has nothing for it",
        stack: {},
        config: {
            [DECRYPT]: {
                exemptions: [{ ...EXEMPTION, container: undefined, variable: undefined }],
            },
        },
        messages: [
            `${DECRYPT}: exemptions[0] (urn ${EXEMPTION.urn}) matches nothing in this stack. Remove it, or correct its patterns; for another stack, begin urn with urn:pulumi:<stack>::.`,
        ],
    },
    {
        ...base,
        name: "an expired exemption as such alone, where it is asked what is exempted",
        config: {
            ...exempting({ expires: "2026-06-14", variable: undefined }),
            "ecs-exemption-require-use": { list: true },
        },
        messages: [
            at(
                ` (urn ${EXEMPTION.urn}, container web) expired on 2026-06-14, and what it hid is reported again: resource task, container web, DB_PASSWORD. Mend that, or give the exemption a later day.`,
            ),
        ],
    },
    {
        ...base,
        name: "what is exempted, where it is asked for",
        config: { ...exempting(), "ecs-exemption-require-use": { list: true } },
        messages: [
            at(
                " hides until 2026-12-31: resource task, container web, DB_PASSWORD. Reason given: legacy, being moved",
            ),
        ],
    },
];

import {
    allowDecrypt,
    allowSecret,
    decrypt,
    policy,
    readParameter,
    readSecret,
    ROLE,
    type Statement,
} from "../fixtures";
import {
    byWorld,
    own,
    withKeyPolicy,
    withPolicy,
    type AccessRow,
    type Case,
    type Expected,
} from "./case";
import { PAGES } from "./sources";

const EVERYTHING = { Effect: "Allow", Action: "*", Resource: "*" };
const NOTHING = { Effect: "Allow", Action: "logs:*", Resource: "*" };
const within = (...statements: Statement[]) => policy(statements, "2012-10-17", "limit");
const key = (
    name: string,
    expected: Expected,
    limit: Statement,
    identity: Statement[],
    ...statements: Statement[]
): AccessRow => [
    name,
    PAGES.boundary,
    expected,
    { identity: own(...identity), boundary: within(limit), resource: withKeyPolicy(...statements) },
];

/** Permissions boundaries on keys and parameters, and those that are not known. */
export const boundaryElsewhere: Case[] = [
    ...byWorld(readSecret, [
        [
            "a boundary that is not known may limit",
            PAGES.boundary,
            "undetermined permissions-boundary",
            {
                identity: own(allowSecret()),
                boundary: { name: "limit", kind: "unknown", why: "another stack" },
                resource: withPolicy(),
            },
        ],
        [
            "a boundary that is not known yet may limit",
            PAGES.boundary,
            "pending permissions-boundary",
            {
                identity: own(allowSecret()),
                boundary: { name: "limit", kind: "unknown", why: "not yet", isPending: true },
                resource: withPolicy(),
            },
        ],
        [
            "a boundary that is not known does not turn a Deny into anything else",
            PAGES.denyAllow,
            "denied explicit-deny",
            {
                identity: own(allowSecret(), { ...EVERYTHING, Effect: "Deny" }),
                boundary: { name: "limit", kind: "unknown", why: "another stack" },
                resource: withPolicy(),
            },
        ],
        [
            "a boundary that is not known does not allow what nothing allows",
            PAGES.boundary,
            "denied no-allow",
            {
                identity: [],
                boundary: { name: "limit", kind: "unknown", why: "another stack" },
                resource: withPolicy(),
            },
        ],
    ]),
    ...byWorld(readParameter, [
        [
            "a boundary limits the reading of parameters as well",
            PAGES.boundary,
            "denied permissions-boundary",
            { identity: own(EVERYTHING), boundary: within(NOTHING), resource: { kind: "none" } },
        ],
    ]),
    ...byWorld(decrypt, [
        key(
            "a boundary limits what the identity policies allow on a key",
            "denied permissions-boundary",
            NOTHING,
            [allowDecrypt()],
        ),
        key(
            "a boundary limits what a key policy allows the role's ARN",
            "denied permissions-boundary",
            NOTHING,
            [],
            allowDecrypt({ Principal: { AWS: ROLE } }),
        ),
        key(
            "a boundary that allows the key limits nothing of it",
            "allowed key-policy-and-identity-policy",
            allowDecrypt(),
            [allowDecrypt()],
        ),
        [
            "whether a boundary limits what a grant gives is not documented",
            PAGES.grants,
            "undetermined permissions-boundary",
            {
                identity: [],
                boundary: within(NOTHING),
                resource: {
                    kind: "key",
                    policy: "default",
                    grants: [
                        { name: "tasks", grantee: ROLE, operations: ["Decrypt"], constraints: [] },
                    ],
                },
            },
        ],
    ]),
];

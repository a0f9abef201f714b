import {
    ACCOUNT,
    allowSecret,
    policy,
    readSecret,
    ROLE,
    SECRET,
    UNKNOWN,
    type Statement,
} from "../fixtures";
import { byWorld, own, withPolicy, type AccessRow, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

const EVERYTHING = { Effect: "Allow", Action: "*", Resource: "*" };
const NOTHING = { Effect: "Allow", Action: "logs:*", Resource: "*" };
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/app-execution/task`;
const within = (...statements: Statement[]) => policy(statements, "2012-10-17", "limit");
const lets = (Principal: unknown) => allowSecret({ Principal });
const row = (
    name: string,
    expected: Expected,
    limit: Statement,
    identity: Statement[],
    ...resource: Statement[]
): AccessRow => [
    name,
    PAGES.boundaryAndRole,
    expected,
    { identity: own(...identity), boundary: within(limit), resource: withPolicy(...resource) },
];

/** Permissions boundaries. */
export const boundary: Case[] = [
    ...byWorld(readSecret, [
        row("a boundary that allows all limits nothing", "allowed identity-policy", EVERYTHING, [
            allowSecret(),
        ]),
        row(
            "a boundary that allows just this limits nothing of it",
            "allowed identity-policy",
            allowSecret(),
            [EVERYTHING],
        ),
        row(
            "a boundary that allows other things limits the identity policies",
            "denied permissions-boundary",
            NOTHING,
            [allowSecret()],
        ),
        row(
            "a boundary for another secret limits the identity policies",
            "denied permissions-boundary",
            allowSecret({ Resource: SECRET.replace("db", "api") }),
            [allowSecret()],
        ),
        row("a boundary allows nothing by itself", "denied no-allow", EVERYTHING, []),
        row(
            "a boundary that denies is a Deny",
            "denied explicit-deny",
            { ...EVERYTHING, Effect: "Deny" },
            [allowSecret()],
        ),
        row(
            "a boundary that may deny may deny",
            "pending permissions-boundary",
            { ...EVERYTHING, Resource: UNKNOWN },
            [allowSecret()],
        ),
        row(
            "a boundary limits what a secret's policy allows the role's ARN",
            "denied permissions-boundary",
            NOTHING,
            [],
            lets({ AWS: ROLE }),
        ),
        row(
            "a boundary does not limit what a secret's policy allows a session",
            "undetermined possible-allow",
            NOTHING,
            [],
            lets({ AWS: SESSION }),
        ),
        row(
            "whether a boundary limits what everybody is allowed is not documented",
            "undetermined permissions-boundary",
            NOTHING,
            [],
            lets("*"),
        ),
        row(
            "a boundary that allows all does not limit what everybody is allowed",
            "allowed resource-policy",
            EVERYTHING,
            [],
            lets("*"),
        ),
        row(
            "a boundary that allows all does not limit what the role's ARN is allowed",
            "allowed resource-policy",
            EVERYTHING,
            [],
            lets({ AWS: ROLE }),
        ),
        row(
            "a Deny with NotPrincipal always applies to a role with a boundary",
            "denied explicit-deny",
            EVERYTHING,
            [allowSecret()],
            {
                Effect: "Deny",
                NotPrincipal: { AWS: [ROLE, `arn:aws:iam::${ACCOUNT}:root`] },
                Action: "*",
                Resource: "*",
            },
        ),
    ]),
];

import { ACCOUNT, allowSecret, readSecret, ROLE, SECRET, type Statement } from "../fixtures";
import { byWorld, OTHER, own, withPolicy, type AccessRow, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const theirs = (arn: string) => arn.replace(ACCOUNT, OTHER);
const SHARED = theirs(SECRET);
const READ = allowSecret({ Resource: SHARED });
const lets = (Principal: unknown, change: Statement = {}) => ({
    Effect: "Allow",
    Principal,
    Action: "*",
    Resource: "*",
    ...change,
});
const secret = (
    name: string,
    expected: Expected,
    identity: Statement[],
    ...resource: Statement[]
): AccessRow => [
    name,
    PAGES.crossAccount,
    expected,
    { identity: own(...identity), resource: withPolicy(...resource) },
];
const NOTHING = own({ Effect: "Allow", Action: "logs:*", Resource: "*" })[0];

/** Access to what is of another account, which both sides must allow. */
export const crossAccount: Case[] = [
    ...byWorld({ ...readSecret, resource: SHARED }, [
        secret(
            "a secret of another account needs both policies",
            "allowed resource-policy-and-identity-policy",
            [READ],
            lets({ AWS: ROLE }),
        ),
        secret(
            "a secret's policy may leave it to the role's account",
            "allowed resource-policy-and-identity-policy",
            [READ],
            lets({ AWS: ROOT }),
        ),
        secret(
            "a secret's policy for everybody lets other accounts in",
            "allowed resource-policy-and-identity-policy",
            [READ],
            lets("*"),
        ),
        secret(
            "the policy of a secret of another account does not suffice",
            "denied no-allow",
            [],
            lets({ AWS: ROLE }),
        ),
        secret(
            "the role's policy does not suffice for a secret of another account",
            "denied resource-policy",
            [READ],
        ),
        secret(
            "the policy of a secret of another account must name the role or its account",
            "denied resource-policy",
            [READ],
            lets({ AWS: OTHER }),
        ),
        secret(
            "a Deny on the other side overrides",
            "denied explicit-deny",
            [READ],
            lets({ AWS: ROOT }),
            lets({ AWS: ROLE }, { Effect: "Deny" }),
        ),
        [
            "a boundary limits the role's side",
            PAGES.crossAccount,
            "denied permissions-boundary",
            { identity: own(READ), boundary: NOTHING, resource: withPolicy(lets({ AWS: ROLE })) },
        ],
        [
            "a secret of another account whose policy is not known may let the role in",
            PAGES.secretCrossAccount,
            "undetermined possible-allow",
            {
                identity: own(READ),
                resource: {
                    kind: "policy",
                    policy: { name: "secret", kind: "unknown", why: "another account" },
                },
            },
        ],
        [
            "a secret whose account is not known may need both policies",
            PAGES.crossAccount,
            "undetermined possible-allow",
            { identity: own(allowSecret({ Resource: "*" })), resource: withPolicy() },
            { resource: "unknown", context: {} },
        ],
        [
            "a secret whose account is not known, with both policies, is allowed",
            PAGES.crossAccount,
            "allowed resource-policy-and-identity-policy",
            {
                identity: own(allowSecret({ Resource: "*" })),
                resource: withPolicy(lets({ AWS: ROLE })),
            },
            { resource: "unknown", context: {} },
        ],
    ]),
];

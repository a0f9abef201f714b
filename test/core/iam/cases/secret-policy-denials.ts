import { ACCOUNT, allowSecret, readSecret, ROLE, type Statement } from "../fixtures";
import { byWorld, own, withPolicy, type AccessRow, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const lets = (Principal: unknown, change: Statement = {}) =>
    allowSecret({ Principal, Resource: "*", ...change });
const beside = (
    name: string,
    source: string,
    expected: Expected,
    ...statements: Statement[]
): AccessRow => [
    name,
    source,
    expected,
    { identity: own(allowSecret()), resource: withPolicy(...statements) },
];

/** What the policy of a secret takes away. */
export const secretPolicyDenials: Case[] = [
    ...byWorld(readSecret, [
        beside(
            "a secret without a policy of its own leaves it to the identity policies",
            PAGES.secretPolicy,
            "allowed identity-policy",
        ),
        beside(
            "the policy of a secret that speaks of others does not take anything away",
            PAGES.secretPolicy,
            "allowed identity-policy",
            lets({ AWS: `${ROLE}-2` }),
        ),
        beside(
            "a Deny in the policy of a secret overrides the identity policies",
            PAGES.secretPolicy,
            "denied explicit-deny",
            lets({ AWS: ROLE }, { Effect: "Deny" }),
        ),
        beside(
            "a Deny of everybody is a Deny of the role",
            PAGES.principal,
            "denied explicit-deny",
            lets("*", { Effect: "Deny" }),
        ),
        beside(
            "a Deny of the account is a Deny of the role",
            PAGES.principal,
            "denied explicit-deny",
            lets({ AWS: ACCOUNT }, { Effect: "Deny" }),
        ),
        beside(
            "a Deny of another role is none of this one",
            PAGES.principal,
            "allowed identity-policy",
            lets({ AWS: `${ROLE}-2` }, { Effect: "Deny" }),
        ),
        beside(
            "a Deny of all but another role applies",
            PAGES.notPrincipal,
            "denied explicit-deny",
            lets(undefined, { Effect: "Deny", NotPrincipal: { AWS: `${ROLE}-2` } }),
        ),
        beside(
            "a Deny of all but the role may apply to its sessions",
            PAGES.notPrincipal,
            "undetermined possible-deny",
            lets(undefined, { Effect: "Deny", NotPrincipal: { AWS: [ROLE, ROOT] } }),
        ),
        beside(
            "a Deny of everybody but the role's ARN does not apply",
            PAGES.notPrincipal,
            "allowed identity-policy",
            lets("*", {
                Effect: "Deny",
                Condition: { ArnNotEquals: { "aws:PrincipalArn": ROLE } },
            }),
        ),
        beside(
            "a Deny of a canonical user may be one of the account",
            PAGES.principal,
            "undetermined possible-deny",
            lets(
                {
                    CanonicalUser:
                        "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
                },
                { Effect: "Deny" },
            ),
        ),
    ]),
];

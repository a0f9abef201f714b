import { allowSecret, KEY, readSecret, UNKNOWN } from "../fixtures";
import { byIdentity, byWorld, own, type Case } from "./case";
import { PAGES } from "./sources";

const deny = { Effect: "Deny", Action: "*", Resource: "*" };
const NO_POLICY = { kind: "policy", policy: "none" } as const;

/** What the policies of a role say together, and what AWS would refuse. */
export const policiesTogether: Case[] = [
    ...byIdentity(readSecret, [
        [
            "a Deny with NotAction denies all else",
            PAGES.notAction,
            "denied explicit-deny",
            [allowSecret(), { Effect: "Deny", NotAction: "ssm:*", Resource: "*" }],
        ],
        [
            "a Deny with NotResource denies on all else",
            PAGES.notResource,
            "denied explicit-deny",
            [allowSecret(), { Effect: "Deny", Action: "*", NotResource: KEY }],
        ],
        [
            "an explicit Deny overrides an Allow",
            PAGES.evaluation,
            "denied explicit-deny",
            [allowSecret(), deny],
        ],
        [
            "an explicit Deny overrides an Allow that comes after it",
            PAGES.evaluation,
            "denied explicit-deny",
            [deny, allowSecret()],
        ],
        [
            "a Deny of another action does not count",
            PAGES.denyAllow,
            "allowed identity-policy",
            [allowSecret(), { ...deny, Action: "secretsmanager:PutSecretValue" }],
        ],
        [
            "a Deny on a resource that is not known yet may apply",
            PAGES.denyAllow,
            "pending possible-deny",
            [allowSecret(), { ...deny, Resource: UNKNOWN }],
        ],
        [
            "what nothing allows is denied",
            PAGES.denyAllow,
            "denied no-allow",
            allowSecret({ Action: "s3:GetObject" }),
        ],
        [
            "what may only be denied is denied, for nothing allows it",
            PAGES.denyAllow,
            "denied no-allow",
            { ...deny, Resource: UNKNOWN },
        ],
        [
            "a document with an element that AWS does not know says nothing",
            PAGES.grammar,
            "undetermined unknown-policy",
            allowSecret({ Conditions: {} }),
        ],
        [
            "a document with an effect in lower case says nothing",
            PAGES.effect,
            "undetermined unknown-policy",
            allowSecret({ Effect: "allow" }),
        ],
    ]),
    ...byWorld(readSecret, [
        [
            "a role without any policy may do nothing",
            PAGES.denyAllow,
            "denied no-allow",
            { identity: [], resource: NO_POLICY },
        ],
        [
            "one of several policies suffices",
            PAGES.evaluation,
            "allowed identity-policy",
            {
                identity: [...own(allowSecret({ Action: "a:B" })), ...own(allowSecret())],
                resource: NO_POLICY,
            },
        ],
        [
            "a Deny in another policy of the role counts",
            PAGES.evaluation,
            "denied explicit-deny",
            { identity: [...own(allowSecret()), ...own(deny)], resource: NO_POLICY },
        ],
        [
            "a managed policy that is not recorded may allow",
            PAGES.managedPolicies,
            "undetermined unknown-policy",
            {
                identity: [{ name: "team", kind: "unknown", why: "not recorded" }],
                resource: NO_POLICY,
            },
        ],
        [
            "a policy that is not known yet may deny",
            PAGES.denyAllow,
            "pending possible-deny",
            {
                identity: [
                    ...own(allowSecret()),
                    { name: "team", kind: "unknown", why: "not yet", isPending: true },
                ],
                resource: NO_POLICY,
            },
        ],
        [
            "a Deny counts whatever is not known",
            PAGES.denyAllow,
            "denied explicit-deny",
            {
                identity: [...own(deny), { name: "team", kind: "unknown", why: "another stack" }],
                resource: NO_POLICY,
            },
        ],
    ]),
];

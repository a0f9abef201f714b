import {
    ACCOUNT,
    allowDecrypt,
    decrypt,
    KEY,
    PARAMETER,
    readParameter,
    ROLE,
    type Statement,
} from "../fixtures";
import {
    byWorld,
    OTHER,
    own,
    withKeyPolicy,
    type AccessRow,
    type Case,
    type Expected,
} from "./case";
import { PAGES } from "./sources";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const theirs = (arn: string) => arn.replace(ACCOUNT, OTHER);
const SHARED_KEY = theirs(KEY);
const USE = allowDecrypt({ Resource: SHARED_KEY });
const lets = (Principal: unknown, change: Statement = {}) => ({
    Effect: "Allow",
    Principal,
    Action: "*",
    Resource: "*",
    ...change,
});
const key = (
    name: string,
    expected: Expected,
    identity: Statement[],
    ...resource: Statement[]
): AccessRow => [
    name,
    PAGES.keyCrossAccount,
    expected,
    { identity: own(...identity), resource: withKeyPolicy(...resource) },
];
const GRANTED = {
    kind: "key",
    policy: "default",
    grants: [{ name: "tasks", grantee: ROLE, operations: ["Decrypt"], constraints: [] }],
} as const;

/** Keys and parameters of another account. */
export const crossAccountKeys: Case[] = [
    ...byWorld({ ...decrypt, resource: SHARED_KEY }, [
        key(
            "a key of another account needs both policies",
            "allowed key-policy-and-identity-policy",
            [USE],
            lets({ AWS: ROLE }),
        ),
        key(
            "the policy of a key of another account may leave it to the role's account",
            "allowed key-policy-and-identity-policy",
            [USE],
            lets({ AWS: ROOT }),
        ),
        key(
            "a key policy does not suffice for a role of another account",
            "denied key-policy-leaves-it-to-identity-policies",
            [],
            lets({ AWS: ROLE }),
        ),
        key("the default key policy lets no other account in", "denied key-policy", [USE]),
        [
            "a grant and an identity policy give a key of another account",
            PAGES.grants,
            "allowed grant-and-identity-policy",
            { identity: own(USE), resource: GRANTED },
        ],
        [
            "whether a grant alone gives a key of another account is not documented",
            PAGES.grants,
            "undetermined possible-allow",
            { identity: [], resource: GRANTED },
        ],
    ]),
    ...byWorld({ ...readParameter, resource: theirs(PARAMETER) }, [
        [
            "whether a parameter of another account is shared is not in the program",
            PAGES.parameterShared,
            "undetermined other-account",
            {
                identity: own({ Effect: "Allow", Action: "ssm:*", Resource: "*" }),
                resource: { kind: "none" },
            },
        ],
        [
            "a parameter of another account needs the role's policy in any case",
            PAGES.parameterShared,
            "denied no-allow",
            { identity: [], resource: { kind: "none" } },
        ],
        [
            "a Deny decides about a parameter of another account",
            PAGES.denyAllow,
            "denied explicit-deny",
            {
                identity: own({ Effect: "Deny", Action: "ssm:*", Resource: "*" }),
                resource: { kind: "none" },
            },
        ],
    ]),
    ...byWorld(readParameter, [
        [
            "a parameter of the account needs the role's policy alone",
            PAGES.parameterAccess,
            "allowed identity-policy",
            {
                identity: own({
                    Effect: "Allow",
                    Action: "ssm:GetParameters",
                    Resource: PARAMETER,
                }),
                resource: { kind: "none" },
            },
        ],
        [
            "a parameter whose ARN is known once the program has run may be of the account",
            PAGES.parameterAccess,
            "pending other-account",
            {
                identity: own({ Effect: "Allow", Action: "ssm:GetParameters", Resource: "*" }),
                resource: { kind: "none" },
            },
            { resource: "pending" },
        ],
    ]),
];

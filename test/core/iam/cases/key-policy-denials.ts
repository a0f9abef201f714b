import { ACCOUNT, allowDecrypt, decrypt, KEY, ROLE, UNKNOWN, type Statement } from "../fixtures";
import { byWorld, own, withKeyPolicy, type Case, rowsOf } from "./case";
import { PAGES } from "./sources";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const lets = (Principal: unknown, change: Statement = {}) => ({
    Effect: "Allow",
    Principal,
    Action: "kms:*",
    Resource: "*",
    ...change,
});
const { alone, beside } = rowsOf(withKeyPolicy, allowDecrypt());
const BOTH = "allowed key-policy-and-identity-policy";
const unknown = (isPending: boolean) =>
    ({ name: "key", kind: "unknown", why: "not said", isPending }) as const;

/** Key policies that deny, or are not known, or are of another key. */
export const keyPolicyDenials: Case[] = [
    ...byWorld(decrypt, [
        alone(
            "a principal of a key policy that is not known yet may be the role",
            PAGES.keyPolicy,
            "pending possible-allow",
            lets({ AWS: UNKNOWN }),
        ),
        beside(
            "an account that is not known yet beside the right one is no obstacle",
            PAGES.keyPolicy,
            BOTH,
            lets({ AWS: [ROOT, UNKNOWN] }),
        ),
        beside(
            "a Deny of the role in the key policy overrides all",
            PAGES.keyEvaluation,
            "denied explicit-deny",
            lets({ AWS: ROOT }),
            lets({ AWS: ROLE }, { Effect: "Deny" }),
        ),
        beside(
            "a Deny in the key policy for calls by another store does not apply",
            PAGES.keyViaService,
            BOTH,
            lets({ AWS: ROOT }),
            lets("*", {
                Effect: "Deny",
                Condition: {
                    StringNotEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" },
                },
            }),
        ),
        [
            "a Deny in an identity policy overrides the key policy",
            PAGES.keyEvaluation,
            "denied explicit-deny",
            {
                identity: own({ Effect: "Deny", Action: "kms:*", Resource: "*" }),
                resource: withKeyPolicy(lets({ AWS: ROLE })),
            },
        ],
        [
            "a key policy that is not known could refuse what identity policies allow",
            PAGES.keyEvaluation,
            "undetermined unknown-key-policy",
            {
                identity: own(allowDecrypt()),
                resource: { kind: "key", policy: unknown(false), grants: [] },
            },
        ],
        [
            "a key policy that is not known could allow alone",
            PAGES.keyEvaluation,
            "undetermined unknown-key-policy",
            { identity: [], resource: { kind: "key", policy: unknown(false), grants: [] } },
        ],
        [
            "a key policy that is not known yet could allow alone",
            PAGES.keyEvaluation,
            "pending unknown-key-policy",
            { identity: [], resource: { kind: "key", policy: unknown(true), grants: [] } },
        ],
        [
            "a replica has a key policy of its own",
            PAGES.keyMultiRegion,
            "denied key-policy",
            {
                identity: own(allowDecrypt({ Resource: KEY.replace("eu-west-1", "*") })),
                resource: withKeyPolicy(lets({ AWS: `${ROLE}-2` })),
            },
            { resource: KEY.replace("eu-west-1", "us-east-1").replace("key/", "key/mrk-") },
        ],
        [
            "which key an alias stands for is not known here",
            PAGES.keyAliases,
            "undetermined possible-allow",
            { identity: own(allowDecrypt()), resource: withKeyPolicy() },
            {
                resource: KEY.replace(/key\/.*/, "alias/app"),
                context: { ...decrypt.context, "aws:ResourceAccount": [ACCOUNT] },
            },
        ],
    ]),
];

import {
    ACCOUNT,
    allowSecret,
    readSecret,
    ROLE,
    SECRET,
    UNKNOWN,
    type Statement,
} from "../fixtures";
import { byWorld, own, withPolicy, type Case, rowsOf } from "./case";
import { PAGES } from "./sources";

const lets = (Principal: unknown, change: Statement = {}) =>
    allowSecret({ Principal, Resource: "*", ...change });
const { alone, beside } = rowsOf(withPolicy, allowSecret());
const FILE = "arn:aws:s3:::app-config/web.env";
const allowFile = {
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::app-config/*",
};

/** The policies of buckets, and those that are not known. */
export const bucketPolicy: Case[] = [
    ...byWorld(readSecret, [
        alone(
            "a principal that is not known yet may be the role",
            PAGES.principal,
            "pending possible-allow",
            lets({ AWS: UNKNOWN }),
        ),
        beside(
            "a Deny of all but a principal that is not known yet may apply",
            PAGES.notPrincipal,
            "pending possible-deny",
            lets(undefined, { Effect: "Deny", NotPrincipal: { AWS: UNKNOWN } }),
        ),
        [
            "the policy of a secret that is not known may deny",
            PAGES.secretPolicy,
            "undetermined possible-deny",
            {
                identity: own(allowSecret()),
                resource: {
                    kind: "policy",
                    policy: { name: "secret", kind: "unknown", why: "another stack" },
                },
            },
        ],
        [
            "the policy of a secret that is not known may allow",
            PAGES.secretPolicy,
            "undetermined unknown-policy",
            {
                identity: [],
                resource: {
                    kind: "policy",
                    policy: { name: "secret", kind: "unknown", why: "another stack" },
                },
            },
        ],
        [
            "the policy of a secret that is not known yet may deny",
            PAGES.secretPolicy,
            "pending possible-deny",
            {
                identity: own(allowSecret()),
                resource: {
                    kind: "policy",
                    policy: { name: "secret", kind: "unknown", why: "not yet", isPending: true },
                },
            },
        ],
        [
            "the ARN of the role that is not known yet may be the one that is named",
            PAGES.principal,
            "pending possible-allow",
            { identity: [], resource: withPolicy(lets({ AWS: ROLE })) },
            { principalArn: "pending", context: { "aws:PrincipalAccount": [ACCOUNT] } },
        ],
    ]),
    ...byWorld(
        {
            ...readSecret,
            action: "s3:GetObject",
            resource: FILE,
            context: { "aws:ResourceAccount": [ACCOUNT] },
        },
        [
            [
                "s3:GetObject on the objects of a bucket reads an environment file",
                PAGES.environmentFiles,
                "allowed identity-policy",
                { identity: own(allowFile), resource: withPolicy() },
            ],
            [
                "s3:GetObject on the bucket alone reads no file in it",
                PAGES.s3Actions,
                "denied no-allow",
                {
                    identity: own({ ...allowFile, Resource: "arn:aws:s3:::app-config" }),
                    resource: withPolicy(),
                },
            ],
            [
                "s3:GetBucketLocation on the objects of a bucket is not asked for",
                PAGES.environmentFiles,
                "denied no-allow",
                {
                    identity: own({ ...allowFile, Action: "s3:GetBucketLocation" }),
                    resource: withPolicy(),
                },
            ],
            [
                "the policy of a bucket that names the role suffices within the account",
                PAGES.evaluation,
                "allowed resource-policy",
                { identity: [], resource: withPolicy({ ...allowFile, Principal: { AWS: ROLE } }) },
            ],
            [
                "a bucket whose account is not known may need both policies",
                PAGES.crossAccount,
                "undetermined possible-allow",
                { identity: own(allowFile), resource: withPolicy() },
                { context: {} },
            ],
        ],
    ),
    ...byWorld({ ...readSecret, resource: SECRET.replace("db", "api") }, [
        [
            "the policy of a secret that names another secret says nothing of this one",
            PAGES.secretPolicy,
            "denied no-allow",
            { identity: [], resource: withPolicy(lets({ AWS: ROLE }, { Resource: SECRET })) },
        ],
    ]),
];

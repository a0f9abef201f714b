import assert from "node:assert/strict";
import {
    explainAccess,
    formatExplanation,
    type AccessRequest,
    type AccessWorld,
} from "../../../core/iam";
import {
    ACCOUNT,
    allowDecrypt,
    allowSecret,
    decrypt,
    KEY,
    policy,
    readSecret,
    ROLE,
    SECRET,
    UNKNOWN,
} from "./fixtures";

interface Row {
    readonly request: AccessRequest;
    readonly world: AccessWorld;
    /** The lines from the verdict's reason on; those of the request are the same in all. */
    readonly first: string;
    readonly below: readonly string[];
}

const own = (list: unknown, name = "app") => policy(list, "2012-10-17", name);
const DEFAULT = { kind: "key", policy: "default", grants: [] } as const;

const rows: Record<string, Row> = {
    "an explanation says of each statement that does not apply what keeps it": {
        request: readSecret,
        world: {
            identity: [
                own([
                    allowSecret({ Sid: "ReadDb", Resource: `${SECRET}:password::` }),
                    allowDecrypt(),
                ]),
            ],
            resource: { kind: "policy", policy: "none" },
        },
        first: `no statement of the role's policies allows secretsmanager:GetSecretValue on ${SECRET}; statement ReadDb of the policy app allows the action but names the ARN with its JSON key suffix.`,
        below: [
            "denied: no-allow",
            "policies of the role:",
            "  the policy app:",
            "    statement ReadDb (Allow): does not apply",
            "      resource: not covered: names the ARN with its JSON key suffix",
            "    statement 2 (Allow): does not apply",
            "      action: not covered: allows kms:Decrypt",
            "permissions boundary: none",
            "policy of the resource: none",
            "grants: none",
        ],
    },
    "an explanation says that the default key policy leaves it to the account": {
        request: decrypt,
        world: { identity: [own(allowDecrypt({ Sid: "DecryptDb" }))], resource: DEFAULT },
        first: `the default key policy leaves it to the account, and statement DecryptDb of the policy app allows kms:Decrypt on ${KEY}.`,
        below: [
            "allowed: key-policy-and-identity-policy",
            "policies of the role:",
            "  the policy app:",
            "    statement DecryptDb (Allow): applies, and decides",
            "permissions boundary: none",
            "policy of the resource:",
            "  the default key policy: leaves it to the account of the key, and decides",
            "grants: none",
        ],
    },
    "an explanation shows what the boundary lacks, and for whom a grant is": {
        request: decrypt,
        world: {
            identity: [own(allowDecrypt({ Sid: "DecryptDb" }))],
            boundary: own(allowSecret({ Resource: "*" }), "limit"),
            resource: {
                ...DEFAULT,
                grants: [
                    {
                        name: "batch",
                        grantee: `${ROLE}-2`,
                        operations: ["Decrypt"],
                        constraints: [],
                    },
                ],
            },
        },
        first: `the permissions boundary limit does not allow kms:Decrypt on ${KEY}, which statement DecryptDb of the policy app allows.`,
        below: [
            "denied: permissions-boundary",
            "policies of the role:",
            "  the policy app:",
            "    statement DecryptDb (Allow): applies",
            "permissions boundary:",
            "  the policy limit:",
            "    statement 1 (Allow): does not apply",
            "      action: not covered: allows secretsmanager:GetSecretValue",
            "policy of the resource:",
            "  the default key policy: leaves it to the account of the key",
            "grants:",
            "  the grant batch (Allow): does not apply",
            `    grant: not covered: is for ${ROLE}-2 (the grant batch)`,
        ],
    },
    "an explanation points at what leaves the verdict open": {
        request: decrypt,
        world: {
            identity: [
                { name: "vendor", kind: "unknown", why: "is not a resource of this stack" },
                own(allowDecrypt({ Sid: "DecryptDb", Resource: UNKNOWN })),
            ],
            resource: {
                kind: "key",
                policy: own(
                    {
                        Sid: "Account",
                        Effect: "Allow",
                        Principal: { AWS: ACCOUNT },
                        Action: "kms:*",
                        Resource: "*",
                    },
                    "of the key",
                ),
                grants: [],
            },
        },
        first: `policies may allow kms:Decrypt on ${KEY}; not known: its Resource (statement DecryptDb of the policy app), the policy vendor (is not a resource of this stack).`,
        below: [
            "undetermined: possible-allow",
            "policies of the role:",
            "  the policy app:",
            "    statement DecryptDb (Allow): may apply, and leaves it open",
            "      resource: not known yet: its Resource",
            "  the policy vendor: not known: is not a resource of this stack, and leaves it open",
            "permissions boundary: none",
            "policy of the resource:",
            "  the policy of the key:",
            "    statement Account (Allow): applies",
            "grants: none",
        ],
    },
    "an explanation of a Deny shows the Allow that it outweighs": {
        request: readSecret,
        world: {
            identity: [own(allowSecret({ Sid: "ReadDb" }))],
            resource: {
                kind: "policy",
                policy: own(
                    {
                        Sid: "OnlyAdmins",
                        Effect: "Deny",
                        Principal: "*",
                        Action: "secretsmanager:*",
                        Resource: "*",
                        Condition: { StringNotEquals: { "aws:PrincipalTag/team": "admin" } },
                    },
                    "of the secret",
                ),
            },
        },
        first: `statement OnlyAdmins of the policy of the secret denies secretsmanager:GetSecretValue on ${SECRET}.`,
        below: [
            "denied: explicit-deny",
            "policies of the role:",
            "  the policy app:",
            "    statement ReadDb (Allow): applies",
            "permissions boundary: none",
            "policy of the resource:",
            "  the policy of the secret:",
            "    statement OnlyAdmins (Deny): applies, and decides",
            "grants: none",
        ],
    },
    "an explanation keeps to its lines, whatever a policy is called": {
        request: decrypt,
        world: {
            identity: [own(allowDecrypt({ Sid: "Two\nlines" }), "a\r\nb")],
            resource: { ...DEFAULT, policy: { unknown: "the key is not of this stack" } },
        },
        first: `the role's policies allow kms:Decrypt on ${KEY}, and the key policy, which could refuse it, is not known; not known: the policy of the key (the key is not of this stack).`,
        below: [
            "undetermined: unknown-key-policy",
            "policies of the role:",
            "  the policy a b:",
            "    statement Two lines (Allow): applies",
            "permissions boundary: none",
            "policy of the resource:",
            "  the policy of the key: not known: the key is not of this stack, and leaves it open",
            "grants: none",
        ],
    },
};

describe("formatExplanation", () => {
    for (const [name, { request, world, first, below }] of Object.entries(rows)) {
        it(name, () => {
            const [reason, ...rest] = below;
            const asked = [
                `  action: ${request.action}`,
                `  resource: ${request.resource}`,
                `  role: ${ROLE}`,
            ];
            assert.deepEqual(formatExplanation(explainAccess(request, world)).split("\n"), [
                first,
                "",
                reason,
                ...asked,
                ...rest,
            ]);
        });
    }
});

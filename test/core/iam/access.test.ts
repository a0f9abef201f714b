import assert from "node:assert/strict";
import {
    evaluateAccess,
    type AccessRequest,
    type AccessWorld,
    type KeyGrant,
} from "../../../core/iam";
import {
    ACCOUNT,
    allowDecrypt,
    allowSecret,
    decrypt,
    KEY,
    policy,
    readParameter,
    readSecret,
    ROLE,
    SECRET,
} from "./fixtures";

const OTHER = "210987654321";
const GRANT: KeyGrant = { name: "tasks", grantee: ROLE, operations: ["Decrypt"], constraints: [] };
const READ = policy(allowSecret({ Sid: "ReadDb" }), "2012-10-17", "app");
const USE = policy(allowDecrypt({ Sid: "Use" }), "2012-10-17", "app");
const LOGS = policy({ Effect: "Allow", Action: "logs:*", Resource: "*" }, "2012-10-17", "limit");
const ofSecret = (Principal: unknown) =>
    policy(allowSecret({ Sid: "Share", Principal }), "2012-10-17", "the secret's policy");
const ofKey = (Principal: unknown) =>
    policy(
        allowDecrypt({ Sid: "Share", Principal, Resource: "*" }),
        "2012-10-17",
        "the key policy",
    );
const theirs = { ...readSecret, resource: SECRET.replace(ACCOUNT, OTHER) };
const readTheirs = policy(
    allowSecret({ Sid: "ReadDb", Resource: theirs.resource }),
    "2012-10-17",
    "app",
);
const noPolicy = { kind: "policy", policy: "none" } as const;

const rows: [name: string, request: AccessRequest, world: AccessWorld, explanation: string][] = [
    [
        "the statement of a secret's policy that allows",
        readSecret,
        { identity: [], resource: { kind: "policy", policy: ofSecret({ AWS: ROLE }) } },
        `statement Share of the secret's policy, the resource's own, allows secretsmanager:GetSecretValue on ${SECRET}.`,
    ],
    [
        "both statements that allow across accounts",
        theirs,
        {
            identity: [readTheirs],
            resource: {
                kind: "policy",
                policy: policy(
                    {
                        Sid: "Share",
                        Effect: "Allow",
                        Principal: { AWS: ACCOUNT },
                        Action: "*",
                        Resource: "*",
                    },
                    "2012-10-17",
                    "the secret's policy",
                ),
            },
        },
        `statement Share of the secret's policy leaves it to the account, and statement ReadDb of the policy app allows secretsmanager:GetSecretValue on ${theirs.resource}.`,
    ],
    [
        "the side that lacks a statement across accounts",
        theirs,
        { identity: [readTheirs], resource: { kind: "policy", policy: ofSecret({ AWS: OTHER }) } },
        `the resource is of another account, and its policy neither names the role nor leaves secretsmanager:GetSecretValue on ${theirs.resource} to the role's account; statement Share of the secret's policy allows the action but names ${OTHER} and names the account \`${ACCOUNT}\` in the ARN.`,
    ],
    [
        "the role's lack across accounts",
        theirs,
        {
            identity: [],
            resource: {
                kind: "policy",
                policy: policy({
                    Effect: "Allow",
                    Principal: { AWS: ROLE },
                    Action: "*",
                    Resource: "*",
                }),
            },
        },
        `the resource is of another account, so that the role's own policies must allow it too, and the role has no policy that could allow secretsmanager:GetSecretValue on ${theirs.resource}.`,
    ],
    [
        "the boundary that holds back",
        readSecret,
        { identity: [READ], boundary: LOGS, resource: noPolicy },
        `the permissions boundary limit does not allow secretsmanager:GetSecretValue on ${SECRET}, which statement ReadDb of the policy app allows.`,
    ],
    [
        "the boundary that is not known",
        readSecret,
        {
            identity: [READ],
            boundary: { name: "limit", kind: "unknown", why: "another stack" },
            resource: noPolicy,
        },
        `the policies allow secretsmanager:GetSecretValue on ${SECRET}, but the permissions boundary limit may not; not known: the permissions boundary limit (another stack).`,
    ],
    [
        "the Deny of a boundary",
        readSecret,
        {
            identity: [READ],
            boundary: policy(
                { Sid: "Never", Effect: "Deny", Action: "*", Resource: "*" },
                "2012-10-17",
                "limit",
            ),
            resource: noPolicy,
        },
        `statement Never of the permissions boundary limit denies secretsmanager:GetSecretValue on ${SECRET}.`,
    ],
    [
        "the grant that allows",
        decrypt,
        { identity: [], resource: { kind: "key", policy: "default", grants: [GRANT] } },
        `the grant tasks allows kms:Decrypt on ${KEY}.`,
    ],
    [
        "that no grant helps",
        decrypt,
        {
            identity: [USE],
            resource: {
                kind: "key",
                policy: ofKey({ AWS: `${ROLE}-2` }),
                grants: [{ ...GRANT, grantee: `${ROLE}-2` }],
            },
        },
        `the key policy neither names the role nor leaves kms:Decrypt on ${KEY} to its account, and no grant gives it; statement Share of the key policy allows the action but names ${ROLE}-2.`,
    ],
    [
        "what of a grant is missing",
        decrypt,
        {
            identity: [],
            resource: {
                kind: "key",
                policy: "default",
                grants: [{ ...GRANT, operations: "unknown" }],
            },
        },
        `policies may allow kms:Decrypt on ${KEY}; not known: its operations (the grant tasks).`,
    ],
    [
        "a parameter of another account",
        { ...readParameter, resource: readParameter.resource.replace(ACCOUNT, OTHER) },
        {
            identity: [policy({ Effect: "Allow", Action: "ssm:*", Resource: "*" })],
            resource: { kind: "none" },
        },
        `the role's policies allow ssm:GetParameters on ${readParameter.resource.replace(ACCOUNT, OTHER)}, but the resource is of another account; not known: whether the parameter, which is of another account, is shared.`,
    ],
    [
        "the key policy that leaves it to the account",
        decrypt,
        { identity: [USE], resource: { kind: "key", policy: ofKey({ AWS: ACCOUNT }), grants: [] } },
        `statement Share of the key policy leaves it to the account, and statement Use of the policy app allows kms:Decrypt on ${KEY}.`,
    ],
];

describe("evaluateAccess", () => {
    for (const [name, request, world, explanation] of rows) {
        it(`tells of ${name}`, () => {
            assert.equal(evaluateAccess(request, world).explanation, explanation);
        });
    }
});

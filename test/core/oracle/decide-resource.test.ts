import assert from "node:assert";

import { decide, unspecified } from "../../oracle/decide";
import {
    AWS,
    FOREIGN,
    ROLE,
    ROOT,
    SECRET,
    SESSION,
    decrypts,
    documentOf,
    granted,
    key,
    onKey,
    onSecret,
    reads,
    secret,
    unrelated,
    type Row,
} from "../../oracle/hand-made";

const rows: Row[] = [
    [
        "limits the identity by the boundary",
        secret({ identity: documentOf(reads), boundary: unrelated }),
        false,
        AWS.boundary,
    ],
    [
        "limits a role named by the resource",
        secret({ boundary: unrelated, resource: onSecret({ ...reads, Principal: { AWS: ROLE } }) }),
        false,
        AWS.evaluation,
    ],
    [
        "does not limit a session named by the resource",
        secret({
            boundary: unrelated,
            resource: onSecret({ ...reads, Principal: { AWS: SESSION } }),
        }),
        true,
        AWS.evaluation,
    ],
    [
        "lets the secret's policy suffice at home",
        secret({ resource: onSecret({ ...reads, Principal: { AWS: ROLE } }) }),
        true,
        AWS.evaluation,
    ],
    [
        "does not let an account suffice for its role",
        secret({ resource: onSecret({ ...reads, Principal: { AWS: ROOT } }) }),
        false,
        AWS.principal,
    ],
    [
        "knows no wildcard in a principal's ARN",
        secret({
            resource: onSecret({
                ...reads,
                Principal: { AWS: "arn:aws:iam::123456789012:role/*" },
            }),
        }),
        false,
        AWS.principal,
    ],
    [
        "needs both sides abroad",
        secret({ role: FOREIGN, resource: onSecret({ ...reads, Principal: { AWS: FOREIGN } }) }),
        false,
        AWS.abroad,
    ],
    [
        "is content with both sides abroad",
        secret({
            role: FOREIGN,
            identity: documentOf(reads),
            resource: onSecret({ ...reads, Principal: { AWS: "210987654321" } }),
        }),
        true,
        AWS.abroad,
    ],
    [
        "denies those whom NotPrincipal does not list",
        secret({
            identity: documentOf(reads),
            resource: onSecret({
                ...reads,
                Effect: "Deny",
                NotPrincipal: { AWS: ["111111111111"] },
            }),
        }),
        false,
        AWS.notPrincipal,
    ],
    [
        "spares a session listed with its role and account",
        secret({
            identity: documentOf(reads),
            resource: onSecret({
                ...reads,
                Effect: "Deny",
                NotPrincipal: { AWS: [ROLE, ROOT, SESSION] },
            }),
        }),
        true,
        AWS.notPrincipal,
    ],
    [
        "spares nobody who has a boundary",
        secret({
            identity: documentOf(reads),
            boundary: documentOf(reads),
            resource: onSecret({
                ...reads,
                Effect: "Deny",
                NotPrincipal: { AWS: [ROLE, ROOT, SESSION] },
            }),
        }),
        false,
        AWS.boundary,
    ],
    [
        "needs the key's policy too",
        key({ identity: documentOf(decrypts), resource: onKey() }),
        false,
        AWS.keyPolicy,
    ],
    [
        "is content with a delegation to the account",
        key({
            identity: documentOf(decrypts),
            resource: onKey({ ...decrypts, Principal: { AWS: "123456789012" } }),
        }),
        true,
        AWS.keyDefault,
    ],
    [
        "needs the identity beside a delegation",
        key({ resource: { kind: "key", document: "default", grants: [] } }),
        false,
        AWS.keyDefault,
    ],
    [
        "lets a key policy that names the role suffice",
        key({ resource: onKey({ ...decrypts, Principal: { AWS: ROLE } }) }),
        true,
        AWS.keyAccess,
    ],
    ["lets a grant suffice", granted({ SecretARN: SECRET }), true, AWS.grants],
    [
        "needs the operation in the grant",
        granted({ SecretARN: SECRET }, "Encrypt"),
        false,
        AWS.grants,
    ],
    [
        "needs the value in the grant's context",
        granted({ SecretARN: `${SECRET}x` }),
        false,
        AWS.constraints,
    ],
    [
        "needs every pair of the grant's context",
        granted({ SecretARN: SECRET, More: "x" }),
        false,
        AWS.constraints,
    ],
    [
        "gives another grantee nothing",
        granted({ SecretARN: SECRET }, "Decrypt", `${ROLE}-2`),
        false,
        AWS.grants,
    ],
];

describe("oracle: resource", () => {
    rows.forEach(([sentence, world, allowed, link]) =>
        it(`${sentence} (${link})`, () => {
            assert.strictEqual(unspecified(world), undefined);
            assert.strictEqual(decide(world), allowed);
        }),
    );
});

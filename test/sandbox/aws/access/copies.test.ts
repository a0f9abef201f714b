import assert from "node:assert/strict";
import { putSecretValue } from "../../../../sandbox/aws/secretsmanager";
import { TRUST } from "../../../support/simulated-aws";
import { KeptAccount } from "../kept/kept-account";
import { runTask } from "../task-start/run-task";
import { allowed, delegated, document, ROLE } from "./world";

const READ = allowed("secretsmanager:GetSecretValue");
const REPLICA = "aws:kms/replicaKey:ReplicaKey";
const EXTERNAL = "aws:kms/externalKey:ExternalKey";
const GRANT = "aws:kms/grant:Grant";
const OTHER = "210987654321";
const region = "eu-west-1";
const RUNS = /^$/;
const KMS = /AccessDeniedException: Access to KMS is not allowed$/;
const toRole = { Principal: { AWS: ROLE } };

/** The primary key is of us-east-1, its copy and the secret are of eu-west-1. */
interface Copy {
    readonly role: (arns: { primary: string; copy: string }) => object[];
    /** The statements of the copy's own policy. */
    readonly policy?: object[];
    /** Whom a grant of the primary key, or of the copy, is for. */
    readonly grant?: "primary" | "copy";
}

const copies: Record<string, [Copy, RegExp]> = {
    "runs when its role may decrypt with the copy": [
        { role: ({ copy }) => [READ, allowed("kms:Decrypt", copy)] },
        RUNS,
    ],
    "stops when its role may decrypt with the primary key alone": [
        { role: ({ primary }) => [READ, allowed("kms:Decrypt", primary)] },
        KMS,
    ],
    "runs when its role may decrypt with copies": [
        {
            role: () => [
                READ,
                allowed("kms:Decrypt", "*", {
                    Condition: {
                        Bool: { "kms:MultiRegion": "true" },
                        StringEquals: {
                            "kms:MultiRegionKeyType": "REPLICA",
                            "kms:PrimaryRegion": "us-east-1",
                            "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com",
                        },
                    },
                }),
            ],
        },
        RUNS,
    ],
    "stops when the copy's own policy speaks of another action": [
        {
            role: () => [allowed("*")],
            policy: [allowed("kms:DescribeKey", "*", { Principal: { AWS: "123456789012" } })],
        },
        KMS,
    ],
    "runs when the copy's own policy names its role": [
        { role: () => [READ], policy: [delegated, allowed("kms:Decrypt", "*", toRole)] },
        RUNS,
    ],
    "runs when a grant is for the copy": [{ role: () => [READ], grant: "copy" }, RUNS],
    "stops when a grant is for the primary key": [{ role: () => [READ], grant: "primary" }, KMS],
};

describe("a task in the simulated AWS whose secret", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
        const assumeRolePolicy = JSON.stringify(TRUST);
        account.create("role", { name: "tasks", assumeRolePolicy });
    });
    afterEach(() => account.remove());

    const run = (valueFrom: string) =>
        runTask(account, { secrets: [{ name: "S", valueFrom }] }, ROLE).stoppedReason ?? "";
    const grant = (at: KeptAccount, keyId: string, more: object = {}) =>
        at.make(GRANT, { keyId, granteePrincipal: ROLE, operations: ["Decrypt"], ...more });

    for (const [title, [{ role, policy, grant: granted }, reason]] of Object.entries(copies)) {
        it(`has a copied key ${title}`, () => {
            const primary = account.output("key", { multiRegion: true }, "arn");
            const json = policy && document(policy);
            const made = account.make(REPLICA, { primaryKeyArn: primary, region, policy: json });
            const copy = String(made.outputs.arn);
            assert.equal(copy, primary.replace("us-east-1", region));
            account.create("rolePolicy", {
                role: "tasks",
                policy: document(role({ primary, copy })),
            });
            if (granted) {
                grant(account, granted === "copy" ? copy : primary, {
                    ...(granted === "copy" && { region }),
                });
            }
            const secretArn = account.output("secret", { kmsKeyId: copy, region }, "arn");
            putSecretValue(account.account.in(region), secretArn, "fake-value");
            assert.match(run(secretArn), reason);
        });
    }

    it("has a key with imported material runs, and there is none without", () => {
        account.create("rolePolicy", { role: "tasks", policy: document([allowed("*")]) });
        const empty = account.make(EXTERNAL, {}).outputs.arn;
        assert.throws(() => account.create("secret", { kmsKeyId: empty }), {
            message:
                "simulated AWS: operation error Secrets Manager: CreateSecret, InvalidRequestException: Can't access the KMS key: it is not found or not enabled.",
        });
        const full = account.make(EXTERNAL, { keyMaterialBase64: "made-up" }).outputs.arn;
        const secretArn = account.output("secret", { kmsKeyId: full }, "arn");
        putSecretValue(account.account, secretArn, "fake-value");
        assert.match(run(secretArn), RUNS);
    });

    const grants: Record<string, [role: object[], isGranted: boolean, RegExp]> = {
        "runs when a grant and its role allow": [[READ, allowed("kms:Decrypt")], true, RUNS],
        "stops when a grant allows and its role does not": [[READ], true, KMS],
        "stops when its role allows and no grant does": [[allowed("*")], false, KMS],
    };
    for (const [title, [role, isGranted, reason]] of Object.entries(grants)) {
        it(`is of another account, as its key is, ${title}`, () => {
            account.create("rolePolicy", { role: "tasks", policy: document(role) });
            const other = account.as(OTHER);
            const kmsKeyId = other.output("key", {}, "arn");
            const policy = document([allowed("secretsmanager:GetSecretValue", "*", toRole)]);
            const secretArn = other.output("secret", { kmsKeyId, policy }, "arn");
            putSecretValue(other.account, secretArn, "fake-value");
            if (isGranted) {
                grant(other, kmsKeyId);
            }
            assert.match(run(secretArn), reason);
        });
    }
});

import assert from "node:assert/strict";
import { KeptAccount } from "../kept/kept-account";
import { runTask } from "../task-start/run-task";
import { allowed, denied, document, ROLE } from "./world";
import { TRUST } from "../../../support/simulated-aws";

const READ = allowed("ssm:GetParameters");
const SSM =
    "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): ";
const USER =
    "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/tasks/<task> is not authorized to perform: ";
const DECRYPT = `${SSM}${USER}kms:Decrypt on resource: <key> because no identity-based policy allows the kms:Decrypt action`;
const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/db";
const decryptIf = (condition: object) => [
    READ,
    allowed("kms:Decrypt", "*", { Condition: condition }),
];

interface World {
    readonly role: object[];
    /** What becomes of the key once the parameter is there. */
    readonly then?: (account: KeptAccount, keyId: string) => void;
    readonly tags?: Record<string, string>;
}

/** What a task says that injects a parameter of a customer managed key, by its alias. */
const rows: Record<string, [World, string?]> = {
    "its role may read and decrypt": [{ role: [READ, allowed("kms:Decrypt")] }],
    "its role may not decrypt": [{ role: [READ] }, DECRYPT],
    "its role may decrypt for the parameter": [
        {
            role: decryptIf({
                StringEquals: {
                    "kms:EncryptionContext:PARAMETER_ARN": PARAMETER,
                    "kms:ViaService": "ssm.us-east-1.amazonaws.com",
                },
            }),
        },
    ],
    "its role may decrypt for another parameter": [
        {
            role: decryptIf({
                StringEquals: { "kms:EncryptionContext:PARAMETER_ARN": `${PARAMETER}2` },
            }),
        },
        DECRYPT,
    ],
    "its role may read one parameter a time alone": [
        { role: [allowed(["ssm:GetParameter", "kms:Decrypt"])] },
        `${SSM}${USER}ssm:GetParameters on resource: ${PARAMETER} because no identity-based policy allows the ssm:GetParameters action`,
    ],
    "its role may read tagged parameters, and this one is": [
        {
            tags: { env: "prod" },
            role: [
                allowed(["ssm:GetParameters", "kms:Decrypt"], "*", {
                    Condition: {
                        StringEquals: {
                            "aws:ResourceTag/env": ["prod"],
                            "ssm:resourceTag/env": "prod",
                        },
                    },
                }),
                allowed("kms:Decrypt"),
            ],
        },
    ],
    "a statement of its role denies tagged parameters": [
        {
            tags: { env: "prod" },
            role: [
                allowed("*"),
                denied("*", "*", {
                    Condition: { StringEquals: { "aws:ResourceTag/env": "prod" } },
                }),
            ],
        },
        `${SSM}${USER}ssm:GetParameters on resource: ${PARAMETER} with an explicit deny in an identity-based policy`,
    ],
    "the key is disabled": [
        {
            role: [allowed("*")],
            then: (account, id) => {
                account.change("aws:kms/key:Key", id, { isEnabled: false });
            },
        },
        `${SSM}InvalidKeyId: <key> is disabled. (Service: AWSKMS; Status Code: 400; Error Code: DisabledException)`,
    ],
    "the key is pending deletion": [
        {
            role: [allowed("*")],
            then: (account, id) => {
                account.delete("key", { id, outputs: {} });
            },
        },
        `${SSM}InvalidKeyId: <key> is pending deletion. (Service: AWSKMS; Status Code: 400; Error Code: KMSInvalidStateException)`,
    ],
    "the alias is of another key since": [
        {
            role: [READ, allowed("kms:Decrypt")],
            then: (account) => {
                const other = account.output("key", { isEnabled: false }, "keyId");
                account.change("aws:kms/alias:Alias", "alias/db", {
                    name: "alias/db",
                    targetKeyId: other,
                });
            },
        },
    ],
};

describe("a task in the simulated AWS that injects a parameter", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
    });
    afterEach(() => account.remove());

    for (const [when, [{ role, then, tags }, reason]] of Object.entries(rows)) {
        it(`${reason === undefined ? "runs" : "stops"} when ${when}`, () => {
            const assumeRolePolicy = JSON.stringify(TRUST);
            account.create("role", { name: "tasks", assumeRolePolicy });
            account.create("rolePolicy", { role: "tasks", policy: document(role) });
            const { id, outputs } = account.create("key", {});
            account.create("alias", { name: "alias/db", targetKeyId: id });
            const inputs = { name: "/db", type: "SecureString", value: "fake-value" };
            account.create("parameter", { ...inputs, keyId: "alias/db", tags });
            then?.(account, id);
            const secrets = [{ name: "DB", valueFrom: "/db" }];
            const { stoppedReason } = runTask(account, { secrets }, ROLE);
            const named = stoppedReason
                ?.replaceAll(String(outputs.arn), "<key>")
                .replace(/(assumed-role\/tasks\/)[0-9a-f]{32}/, "$1<task>");
            assert.equal(named, reason);
        });
    }
});

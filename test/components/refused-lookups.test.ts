import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { fakeCall, type FakeAccount } from "../support/fake-account";
import { record } from "../support/recording";
import type { Wire } from "../support/wire";
import { apiService } from "./api";
import { assertSettled } from "./settled";

const deny = (denied: string) => (token: string, where: FakeAccount, inputs?: Wire) => {
    if (token === denied) {
        throw new Error("AccessDeniedException: made up");
    }
    return fakeCall(token, where, inputs);
};

const inject = { secrets: { DB: { secret: "db" } } };

/** Lookups without which a service cannot be made. */
const ROWS = [
    {
        name: "of the key of an own secret",
        token: "aws:kms/getKey:getKey",
        program: () =>
            apiService(inject, {
                secrets: { db: { value: pulumi.secret("made-up"), kmsKeyId: "alias/web" } },
            }),
    },
    {
        name: "of a random password",
        token: "aws:secretsmanager/getRandomPassword:getRandomPassword",
        program: () => apiService(inject, { secrets: { db: { generate: {} } } }),
    },
    {
        name: "of the account",
        token: "aws:index/getCallerIdentity:getCallerIdentity",
        program: () => apiService(inject, { secrets: { db: { generate: {} } } }),
    },
];

describe("a lookup that is denied", () => {
    for (const { name, token, program } of ROWS) {
        it(`${name} ends the program, and registers nothing`, async () => {
            const recording = await record(program, { call: deny(token) });
            await assertSettled();
            assert.ok(recording.errors.length > 0);
            const children = recording.resources.filter(({ custom }) => custom);
            assert.deepEqual(
                children.map((child) => child.name),
                [],
            );
        });
    }
});

describe("an existing role", () => {
    for (const role of ["executionRole", "taskRole"] as const) {
        it(`of another account is refused as ${role}`, async () => {
            const existing = "arn:aws:iam::210987654321:role/tasks";
            const recording = await record(() => apiService({}, { [role]: { existing } }));
            assert.deepEqual(
                recording.errors.map((error) => error.message),
                [
                    [
                        "SecretInjectedService api: 1 finding",
                        `  ${role}.existing is a role of account 210987654321, and the service is in 123456789012: a role cannot be passed on to another account. Give a role of this account.`,
                    ].join("\n"),
                ],
            );
        });
    }
});

describe("a service of which no task can start yet", () => {
    const secret = { external: {} };
    const filled = { external: { initialValue: pulumi.secret("made-up") } };
    const existing = "arn:aws:iam::123456789012:role/tasks";
    const rows = [
        ["is not waited for where a secret is filled in later", { secrets: { db: secret } }, false],
        ["is waited for where it has a first value", { secrets: { db: filled } }, true],
        [
            "is not waited for where somebody else attaches the rights",
            { secrets: { db: filled }, executionRole: { existing, attachPolicies: false } },
            false,
        ],
        [
            "is waited for if that is asked for",
            { secrets: { db: secret }, waitForSteadyState: true },
            true,
        ],
    ] as const;
    for (const [name, args, waits] of rows) {
        it(name, async () => {
            const recording = await record(() => apiService(inject, args));
            assert.deepEqual(recording.errors, []);
            const service = recording.resources.find((one) => one.name === "api-service");
            assert.equal(service?.inputs.waitForSteadyState, waits);
        });
    }
});

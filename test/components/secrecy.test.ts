import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs } from "../../components";
import { articleProgram } from "../support/article";
import { recordClean } from "../support/recorded";
import { record } from "../support/recording";
import { findText } from "../support/wire";

function canary(): string {
    return `canary-${randomBytes(12).toString("hex")}`;
}

describe("the value of a secret", () => {
    for (const mode of ["preview", "update"] as const) {
        it(`stands in one marked input and nowhere else (${mode})`, async () => {
            const values = { database: canary(), splunk: canary() };
            const { resources, outputs } = await recordClean(
                () => articleProgram((args) => args, values),
                { mode },
            );
            const inputs = Object.fromEntries(resources.map((one) => [one.name, one.inputs]));
            assert.deepEqual(findText(inputs, values.database), [
                { path: "web-secret-database.value", isMarked: true },
            ]);
            assert.deepEqual(findText(inputs, values.splunk), [
                { path: "web-secret-splunk-version.secretString", isMarked: true },
            ]);
            for (const value of Object.values(values)) {
                assert.deepEqual(findText(outputs, value), []);
            }
        });
    }

    it("is marked even if the program gave it in plaintext", async () => {
        const value = canary();
        const { resources } = await recordClean(() =>
            articleProgram((args) => ({
                ...args,
                secrets: { ...args.secrets, splunk: { value } },
            })),
        );
        const inputs = Object.fromEntries(resources.map((one) => [one.name, one.inputs]));
        assert.deepEqual(findText(inputs, value), [
            { path: "web-secret-splunk-version.secretString", isMarked: true },
        ]);
    });

    const REFUSED: Record<string, (value: string) => Partial<ContainerArgs>> = {
        "plain values are": (value) => ({
            environment: { DB_PASSWORD: value, A: 1 as unknown as string },
            secrets: { DATABASE_PASSWORD: `${value}:` },
        }),
        "Outputs are": (value) => ({
            environment: { A: pulumi.secret(value), DB_PASSWORD: pulumi.output(value) },
            secrets: { DATABASE_PASSWORD: pulumi.secret(value), B: pulumi.output(`${value}:`) },
        }),
        "the shape is": (value) => ({ [`x-${value.length}`]: value, environment: value }) as object,
    };
    for (const [what, change] of Object.entries(REFUSED)) {
        it(`is in no error when ${what} refused`, async () => {
            const value = canary();
            const { errors, resources } = await record(
                () => {
                    articleProgram((args) => ({
                        ...args,
                        secrets: {
                            ...args.secrets,
                            splunk: { value, kmsKeyId: pulumi.output(value) },
                        },
                        containers: { web: { ...args.containers.web, ...change(value) } },
                    }));
                },
                { traces: true },
            );
            assert.equal(errors.length, 1);
            const [error] = errors;
            assert.ok(pulumi.InputPropertiesError.isInstance(error), String(error));
            const printed = `${error.message}${error.stack}${JSON.stringify(error.errors)}`;
            assert.ok(!printed.includes(value));
            assert.deepEqual(findText({ ...resources }, value), []);
        });
    }
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { SecretInjectedService } from "../../components";
import { record } from "../support/recording";
import { apiService } from "./api";
import { assertSettled } from "./settled";

/** An Output that turns out to hold nothing, though its type says that it holds something. */
const nothing = <T>() => pulumi.output(undefined) as unknown as pulumi.Output<T>;

const own = (kmsKeyId: pulumi.Output<string>) => ({
    secrets: { db: { value: pulumi.secret("made-up"), kmsKeyId } },
});

const ROWS: [name: string, program: () => SecretInjectedService, path: string][] = [
    [
        "an execution role",
        () => apiService({ secrets: { A: "/a" } }, { executionRole: { existing: nothing() } }),
        "executionRole.existing",
    ],
    [
        "a task role",
        () => apiService({}, { taskRole: { existing: nothing() } }),
        "taskRole.existing",
    ],
    [
        "the key of a secret",
        () => apiService({ secrets: { A: { secret: "db" } } }, own(nothing())),
        "secrets.db.kmsKeyId",
    ],
    [
        "an environment file",
        () => apiService({ environmentFiles: [{ value: nothing() }] }),
        "containers.api.environmentFiles[0].value",
    ],
    [
        "a reference",
        () => apiService({ secrets: { A: nothing<string>() } }),
        "containers.api.secrets.A",
    ],
    [
        "a reference in an object",
        () => apiService({ secrets: { A: { valueFrom: nothing() } } }),
        "containers.api.secrets.A.valueFrom",
    ],
    [
        "an adopted secret",
        () => apiService({}, { secrets: { db: { arn: nothing() } } }),
        "secrets.db.arn",
    ],
    [
        "capacity providers",
        () => apiService({}, { launchType: undefined, capacityProviderStrategies: nothing() }),
        "capacityProviderStrategies",
    ],
];

describe("an Output of nothing is refused, once and before anything is registered, as", () => {
    for (const [name, program, path] of ROWS) {
        it(name, async () => {
            const recording = await record(program);
            await assertSettled();
            assert.deepEqual(
                recording.errors.map((error) =>
                    (error as pulumi.InputPropertiesError).errors?.map((one) => one.propertyPath),
                ),
                [[path]],
            );
            assert.deepEqual(recording.resources, []);
        });
    }
});

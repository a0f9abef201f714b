import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService, type SecretInjectedServiceArgs } from "../../components";
import { record } from "../support/recording";
import { VALUE } from "../support/refused";
import { assertSettled } from "./settled";

type Secrets = NonNullable<SecretInjectedServiceArgs["secrets"]>;
type References = SecretInjectedServiceArgs["containers"][string]["secrets"];

/** Args with the given secrets, wrong in an Output alone, which only shows as it resolves. */
const wrongArgs = (secrets: Secrets | undefined, references: References) => ({
    cluster: "cluster",
    cpu: 256,
    memory: 512,
    networkConfiguration: { subnets: ["subnet-0a"] },
    ...(secrets && { secrets }),
    containers: {
        web: {
            image: "httpd",
            environment: { GREETING: pulumi.secret(VALUE) },
            secrets: references,
        },
    },
});

describe("where an Output turns out to be wrong, every registration fails at once,", () => {
    const rows: [string, Secrets | undefined, References][] = [
        ["without any secret", undefined, undefined],
        ["with a reference alone", undefined, { A: "/a" }],
        ["with one secret in Secrets Manager", { one: { value: VALUE } }, { A: { secret: "one" } }],
        ["with one secret that no container injects", { one: { value: VALUE } }, undefined],
        [
            "with one secret whose other inputs are Outputs",
            { one: { value: VALUE, name: pulumi.output("one"), description: pulumi.output("d") } },
            { A: { secret: "one" } },
        ],
        ["with one parameter", { one: { store: "ssm", value: VALUE } }, { A: { secret: "one" } }],
    ];
    for (const [name, secrets, references] of rows) {
        for (const mode of ["preview", "update"] as const) {
            it(`${name} (${mode})`, async () => {
                const { errors, resources } = await record(
                    () => void new SecretInjectedService("web", wrongArgs(secrets, references)),
                    { mode },
                );
                await assertSettled();
                assert.deepEqual(resources, []);
                assert.equal(errors.length, 1);
                assert.equal(
                    errors[0].message,
                    "SecretInjectedService web: 1 finding\n" +
                        "  containers.web.environment.GREETING is plaintext: its value is a Pulumi secret. " +
                        "Move it to the container's secrets: plaintext shows to everybody who may describe the task definition.",
                );
            });
        }
    }
});

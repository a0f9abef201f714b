import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { SecretInjectedService, SecretInjectedTaskDefinition } from "../../components";
import { construct } from "../../provider/construct";
import { readSchemaFile } from "../../provider/package-schema";
import { fullArgs, fullTaskArgs } from "../components/full";
import { recordClean } from "../support/recorded";
import type { Recording } from "../support/recording";
import { sendInputs, type Manner } from "./sending";

const { schema } = readSchemaFile();

/** A component with args that are made when the program runs. */
interface Case {
    readonly component: typeof SecretInjectedService | typeof SecretInjectedTaskDefinition;
    readonly args: () => object;
}

/** Args with Outputs of other resources, of config and of what is generated in many places. */
function mixedArgs() {
    const key = new aws.kms.Key("key");
    const cluster = new aws.ecs.Cluster("cluster");
    const existing = new aws.secretsmanager.Secret("existing", { kmsKeyId: key.arn });
    return {
        cluster: cluster.arn,
        cpu: pulumi.output(256),
        memory: 512,
        tags: { team: "web", cluster: cluster.name },
        networkConfiguration: { subnets: ["subnet-0a", pulumi.output("subnet-0b")] },
        secrets: {
            api: { value: pulumi.secret("made-up-value"), kmsKeyId: key.arn },
            db: { store: "ssm", name: "/web/db", value: pulumi.secret("made-up-other") },
            generated: { generate: { passwordLength: 20, jsonKey: "password" } },
            outside: { external: {} },
        },
        containers: {
            web: {
                image: pulumi.interpolate`${cluster.name}/web`,
                environment: { LEVEL: "info", CLUSTER: cluster.name },
                command: ["run", cluster.name],
                portMappings: [{ containerPort: pulumi.output(80) }],
                secrets: {
                    API: { secret: "api", jsonKey: "token" },
                    DB: { secret: "db" },
                    GENERATED: { secret: "generated", jsonKey: "password" },
                    OUTSIDE: { secret: "outside" },
                    EXISTING: { valueFrom: existing.arn, kmsKeyId: key.arn },
                },
            },
        },
        executionRole: { attachTaskExecutionPolicy: true, tags: { cluster: cluster.name } },
        waitForSteadyState: false,
    };
}

const cases: Readonly<Record<string, Case>> = {
    "a service with a child of every kind": { component: SecretInjectedService, args: fullArgs },
    "a task definition with a child of every kind": {
        component: SecretInjectedTaskDefinition,
        args: fullTaskArgs,
    },
    "a service whose args are Outputs in many places": {
        component: SecretInjectedService,
        args: mixedArgs,
    },
};

/** All that was registered, in an order that does not depend on who waited for whom. */
function registered({ resources, outputs, calls }: Recording) {
    const byUrn = Object.fromEntries(resources.map((one) => [one.urn, one] as const));
    assert.equal(Object.keys(byUrn).length, resources.length);
    const asked = calls.map((call) => JSON.stringify(call)).sort();
    return { resources: byUrn, outputs, asked };
}

/** Runs a component through the plugin; its answer is what the engine hands on to the program. */
async function throughPlugin({ component, args }: Case, manner: Manner, mode: Mode) {
    let state: pulumi.Inputs = {};
    const recording = await recordClean(
        async () => {
            const inputs = await sendInputs(args(), manner);
            const construction = { name: "web", type: component.type, inputs, opts: {} };
            ({ state } = await construct(construction, schema, "camelCase"));
        },
        { mode },
    );
    return { recording, state };
}

type Mode = "preview" | "update";

describe("a component through the plugin", () => {
    for (const [name, one] of Object.entries(cases)) {
        for (const mode of ["preview", "update"] as const) {
            it(`registers what it does in TypeScript: ${name} (${mode})`, async () => {
                const direct = await recordClean(
                    () => new one.component("web", one.args() as never),
                    { mode },
                );
                const { recording } = await throughPlugin(one, "outputs", mode);
                assert.deepEqual(registered(recording), registered(direct));
            });
        }

        it(`answers with the outputs that the schema has: ${name}`, async () => {
            const { state } = await throughPlugin(one, "outputs", "update");
            const { properties } = schema.resources[one.component.type];
            assert.deepEqual(Object.keys(state).sort(), Object.keys(properties).sort());
        });
    }

    it("makes the same resources where an SDK sends marks in place of Outputs", async () => {
        const names = ({ resources }: Recording) =>
            resources.map(({ urn, inputs }) => `${urn} ${Object.keys(inputs).join()}`).sort();
        const one = cases["a service with a child of every kind"];
        for (const mode of ["preview", "update"] as const) {
            const { recording: marks } = await throughPlugin(one, "marks", mode);
            const { recording: outputs } = await throughPlugin(one, "outputs", mode);
            assert.deepEqual(names(marks), names(outputs));
        }
    });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ServiceTransformArgs } from "../../components";
import { recordClean, resource } from "../support/recorded";
import { fullProgram } from "./full";

type Kind = keyof ServiceTransformArgs;
type AnyTransform = (args: object, opts: pulumi.CustomResourceOptions, name: string) => unknown;

interface Row {
    readonly kind: Kind;
    /** The logical names of the children that are made so. */
    readonly names: readonly string[];
    readonly property: string;
    readonly value?: unknown;
    readonly isManaged?: true;
}

const ROWS: Row[] = [
    {
        kind: "secret",
        names: [
            "web-secret-rotated",
            "web-secret-router-repositoryCredentials",
            "web-secret-serviceConnect-splunk-token",
            "web-secret-web-INLINE",
        ],
        property: "description",
    },
    {
        kind: "secretVersion",
        names: [
            "web-secret-rotated-version",
            "web-secret-router-repositoryCredentials-version",
            "web-secret-serviceConnect-splunk-token-version",
            "web-secret-web-INLINE-version",
        ],
        property: "versionStages",
        value: ["MADE-UP"],
    },
    {
        kind: "secretRotation",
        names: ["web-secret-rotated-rotation"],
        property: "rotationLambdaArn",
    },
    {
        kind: "rotationPermission",
        names: ["web-secret-rotated-rotation-permission"],
        property: "statementId",
    },
    { kind: "parameter", names: ["web-secret-db"], property: "description" },
    { kind: "executionRole", names: ["web-execution-role"], property: "description" },
    { kind: "executionPolicy", names: ["web-execution-policy"], property: "namePrefix" },
    {
        kind: "executionManagedPolicy",
        names: ["web-execution-policy"],
        property: "description",
        isManaged: true,
    },
    {
        kind: "executionAttachment",
        names: ["web-execution-attachment", "web-execution-policy-attachment"],
        property: "policyArn",
        isManaged: true,
    },
    { kind: "taskRole", names: ["web-task-role"], property: "description" },
    { kind: "taskPolicy", names: ["web-task-policy"], property: "namePrefix" },
    { kind: "logGroup", names: ["web-logs"], property: "logGroupClass" },
    { kind: "taskDefinition", names: ["web-task"], property: "family" },
    { kind: "service", names: ["web-service"], property: "iamRole" },
    { kind: "rotationRule", names: ["web-rotation-rule"], property: "description" },
    { kind: "rotationTarget", names: ["web-rotation-target"], property: "targetId" },
    { kind: "stateMachine", names: ["web-redeployment"], property: "type" },
    {
        kind: "rotationRole",
        names: ["web-delivery-role", "web-redeployment-role"],
        property: "description",
    },
    {
        kind: "rotationPolicy",
        names: ["web-delivery-policy", "web-redeployment-policy"],
        property: "namePrefix",
    },
    { kind: "deadLetterQueue", names: ["web-rotation-failures"], property: "kmsMasterKeyId" },
    {
        kind: "deadLetterQueuePolicy",
        names: ["web-rotation-failures-policy"],
        property: "queueUrl",
    },
];

describe("a transform changes args and options of", () => {
    for (const { kind, names, property, value = "made-up", isManaged } of ROWS) {
        it(`${kind}, before it is registered`, async () => {
            const told: string[] = [];
            const transform: AnyTransform = (args, opts, name) => {
                told.push(name);
                return {
                    args: { ...args, [property]: pulumi.output(value) },
                    opts: { ...opts, protect: true },
                };
            };
            const run = (transforms: ServiceTransformArgs) =>
                recordClean(() =>
                    fullProgram((args) => ({
                        ...args,
                        ...(isManaged && { executionRole: { policies: "managed" } }),
                        transform: transforms,
                    })),
                );
            const recording = await run({ [kind]: transform });
            assert.deepEqual(told.sort(), names);
            assert.deepEqual(
                recording.resources
                    .filter(({ protect }) => protect)
                    .map(({ name }) => name)
                    .sort(),
                names,
            );
            const plain = await run({});
            for (const name of names) {
                const { inputs, parent } = resource(recording, name);
                const before = resource(plain, name);
                assert.deepEqual(inputs[property], value);
                assert.equal(parent, before.parent);
                for (const other of Object.keys(before.inputs)) {
                    assert.ok(other in inputs, other);
                }
            }
        });
    }

    it("nothing, where it answers nothing", async () => {
        const all = Object.fromEntries(ROWS.map(({ kind }) => [kind, () => undefined]));
        const one = await recordClean(() => fullProgram());
        const other = await recordClean(() => fullProgram((args) => ({ ...args, transform: all })));
        assert.deepEqual(other.resources, one.resources);
    });

    it("the options of a service, as autoscaling needs it", async () => {
        const recording = await recordClean(() =>
            fullProgram((args) => ({
                ...args,
                transform: {
                    service: (_, opts) => ({ opts: { ...opts, ignoreChanges: ["desiredCount"] } }),
                },
            })),
        );
        const plain = await recordClean(() => fullProgram());
        const { ignoreChanges, inputs, dependencies } = resource(recording, "web-service");
        assert.deepEqual(ignoreChanges, ["desiredCount"]);
        assert.deepEqual(inputs, resource(plain, "web-service").inputs);
        assert.deepEqual(dependencies, resource(plain, "web-service").dependencies);
    });

    it("every kind of child there is", () => {
        const kinds: Record<Kind, true> = {
            ...{ secret: true, secretVersion: true, secretRotation: true, parameter: true },
            ...{ rotationPermission: true, executionRole: true, executionPolicy: true },
            ...{ executionManagedPolicy: true, executionAttachment: true, taskRole: true },
            ...{ taskPolicy: true, logGroup: true, taskDefinition: true, service: true },
            ...{ rotationRule: true, rotationTarget: true, stateMachine: true },
            ...{ rotationRole: true, rotationPolicy: true, deadLetterQueue: true },
            deadLetterQueuePolicy: true,
        };
        assert.deepEqual(ROWS.map(({ kind }) => kind).sort(), Object.keys(kinds).sort());
    });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ServiceTransformArgs } from "../../components";
import { record } from "../support/recording";
import { fullProgram } from "./full";
import { assertSettled } from "./settled";

type Kind = keyof ServiceTransformArgs;

const role = { assumeRolePolicy: "{}" };
const rolePolicy = { role: "made-up", policy: "{}" };

/** The fewest args of each kind of child, none of which is an Output. */
const LEAST: Record<Kind, object> = {
    secret: {},
    secretVersion: { secretId: "made-up" },
    secretRotation: { secretId: "made-up", rotationRules: { automaticallyAfterDays: 1 } },
    rotationPermission: { action: "made-up", function: "made-up", principal: "made-up" },
    parameter: { type: "String" },
    executionRole: role,
    executionPolicy: rolePolicy,
    executionManagedPolicy: { policy: "{}" },
    executionAttachment: { role: "made-up", policyArn: "made-up" },
    taskRole: role,
    taskPolicy: rolePolicy,
    logGroup: {},
    taskDefinition: { family: "made-up", containerDefinitions: "[]" },
    service: {},
    rotationRule: {},
    rotationTarget: { rule: "made-up", arn: "made-up" },
    stateMachine: { definition: "{}", roleArn: "made-up" },
    rotationRole: role,
    rotationPolicy: rolePolicy,
    deadLetterQueue: {},
    deadLetterQueuePolicy: { queueUrl: "made-up", policy: "{}" },
};

/** What a transform may answer that has nothing of the args it was given. */
const ANSWERS: Record<string, (least: object) => object> = {
    "the fewest args": (least) => ({ args: least }),
    "the fewest args and no options but a parent": (least) => ({ args: least, opts: {} }),
    "the fewest args behind one that is undefined": (least) => ({
        args: { ...least, aaa: undefined },
    }),
    "the fewest args behind one that no resource has": (least) => ({
        args: { ...least, aaa: "made-up" },
    }),
};

describe("where an Output is wrong, no transform opens the gate, if it answers", () => {
    for (const [answer, make] of Object.entries(ANSWERS)) {
        for (const [kind, least] of Object.entries(LEAST)) {
            it(`${answer}: ${kind}`, async () => {
                const { errors, resources } = await record(
                    () =>
                        void fullProgram((args) => ({
                            ...args,
                            ...(kind === "executionManagedPolicy" && {
                                executionRole: { policies: "managed" },
                            }),
                            containers: {
                                ...args.containers,
                                web: {
                                    ...args.containers.web,
                                    environment: { GREETING: pulumi.secret("made-up") },
                                },
                            },
                            transform: { [kind]: () => make(least) },
                        })),
                );
                await assertSettled();
                assert.deepEqual(
                    resources.map(({ name }) => name),
                    [],
                );
                assert.equal(errors.length, 1, errors.map(String).join("\n"));
                assert.ok(pulumi.InputPropertiesError.isInstance(errors[0]), String(errors[0]));
            });
        }
    }
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { RotationArgs, SecretArgs } from "../../components";
import { recordClean, resource } from "../support/recorded";
import { apiService, arnOf, childrenWith } from "./api";

const LAMBDA = arnOf("lambda", "function:rotate");
const SECRET = arnOf("secretsmanager", "secret:api-secret-own-0a1b2c3-AbCdEf");

const PERMISSION = {
    action: "lambda:InvokeFunction",
    function: LAMBDA,
    principal: "secretsmanager.amazonaws.com",
    sourceArn: SECRET,
    sourceAccount: "123456789012",
};

interface Row {
    readonly name: string;
    readonly rotation: Omit<RotationArgs, "lambdaArn">;
    readonly rules: object;
    readonly rotateImmediately?: boolean;
    readonly permission?: false;
}

const ROWS: Row[] = [
    {
        name: "every 30 days, not at once, by a function that may be invoked for this secret alone",
        rotation: {},
        rules: { automaticallyAfterDays: 30 },
    },
    {
        name: "after the days that are given, and at once if asked",
        rotation: { automaticallyAfterDays: pulumi.output(7), rotateImmediately: true },
        rules: { automaticallyAfterDays: 7 },
        rotateImmediately: true,
    },
    {
        name: "by a schedule in place of days, within a window",
        rotation: { scheduleExpression: "cron(0 4 ? * SUN *)", duration: "3h" },
        rules: { scheduleExpression: "cron(0 4 ? * SUN *)", duration: "3h" },
    },
    {
        name: "by a function whose policy is somebody else's",
        rotation: { allowInvocation: false },
        rules: { automaticallyAfterDays: 30 },
        permission: false,
    },
];

const recordWith = (secret: SecretArgs) =>
    recordClean(() =>
        apiService({ secrets: { OWN: { secret: "own" } } }, { secrets: { own: secret } }),
    );

describe("a secret is rotated", () => {
    for (const { name, rotation, rules, rotateImmediately = false, permission } of ROWS) {
        it(name, async () => {
            const recording = await recordWith({
                value: "made-up-value",
                rotation: { lambdaArn: LAMBDA, ...rotation },
            });
            const isAllowed = permission !== false;
            assert.deepEqual(childrenWith(recording, "api-secret-own-r"), {
                "api-secret-own-rotation": {
                    inputs: {
                        secretId: SECRET,
                        rotationLambdaArn: LAMBDA,
                        rotateImmediately,
                        rotationRules: rules,
                    },
                },
                ...(isAllowed && { "api-secret-own-rotation-permission": { inputs: PERMISSION } }),
            });
            const { dependencies } = resource(recording, "api-secret-own-rotation");
            const first = ["api-secret-own", "api-secret-own-version"];
            const needed = isAllowed ? [...first, "api-secret-own-rotation-permission"] : first;
            assert.deepEqual(
                dependencies,
                needed.map((one) => resource(recording, one).urn).sort(),
            );
        });
    }

    it("with its first value written once, and the rotated one kept", async () => {
        const recording = await recordWith({
            value: "made-up-value",
            rotation: { lambdaArn: LAMBDA },
        });
        const { ignoreChanges } = resource(recording, "api-secret-own-version");
        assert.deepEqual(ignoreChanges, ["versionStages", "secretString"]);
        const service = resource(recording, "api-service");
        // A version that somebody else writes starts no tasks through Pulumi.
        assert.deepEqual(service.inputs.triggers, {});
        const rotation = resource(recording, "api-secret-own-rotation").urn;
        assert.ok(service.dependencies.includes(rotation), "the service waits for the rotation");
    });

    it("without a first value, which the function makes", async () => {
        const recording = await recordWith({ external: {}, rotation: { lambdaArn: LAMBDA } });
        assert.deepEqual(Object.keys(childrenWith(recording, "api-secret")).sort(), [
            "api-secret-own",
            "api-secret-own-rotation",
            "api-secret-own-rotation-permission",
        ]);
    });
});

import assert from "node:assert/strict";
import { findServiceFindings } from "../../../../core";

describe("findServiceFindings finds", () => {
    it("everything at once, sorted, also beside what has the wrong shape", () => {
        const args = {
            cluster: "c",
            colour: "red",
            launchType: "FARGATE",
            networkMode: "bridge",
            secrets: { a: { value: "", kmsKeyId: "key/x" }, b: { value: 1, store: "vault" } },
            containers: {
                z: {
                    environment: { DB_PASSWORD: "canary-0000", X: 1 },
                    secrets: { S: { secret: "c" }, T: { secret: "b" }, U: "x:3", X: [] },
                },
                y: "canary-0000",
            },
        };
        assert.deepEqual(
            findServiceFindings(args).map(({ path, reason }) => `${path}: ${reason}`),
            [
                "colour: is no known property",
                "containers.y: must be an object",
                "containers.z.environment.DB_PASSWORD: is plaintext: its name reads as a password",
                "containers.z.environment.X: must be a string",
                "containers.z.image: is missing",
                "containers.z.secrets.S.secret: names no key of the service's secrets",
                "containers.z.secrets.U: Amazon ECS takes no version or label after a parameter name",
                "containers.z.secrets.X: has the name of an environment variable of the same container",
                "containers.z.secrets.X: is no reference to a secret",
                "cpu: is missing, and launch type FARGATE needs it",
                "memory: is missing, and launch type FARGATE needs it",
                "networkMode: launch type FARGATE runs with network mode awsvpc alone",
                "secrets.a.kmsKeyId: names no key",
                "secrets.a.value: is empty",
                "secrets.b.store: is none of the known values",
                "secrets.b.value: must be a string",
            ],
        );
    });
});

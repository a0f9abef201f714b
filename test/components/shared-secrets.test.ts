import assert from "node:assert/strict";
import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "../../components";
import { inputsOf, recordClean, resource } from "../support/recorded";
import { apiService, arnOf, decryptSecrets, LEAST, readSecrets, statementsOf } from "./api";

const KEY = arnOf("kms", "key/00000000-0000-4000-8000-000000000001");

describe("an own secret that another service injects as a resource", () => {
    const program = () => {
        const api = apiService(
            { secrets: { DB: { secret: "db" } } },
            { secrets: { db: { value: pulumi.secret("made-up"), kmsKeyId: KEY } } },
        );
        const containers = {
            worker: { ...LEAST.containers.api, secrets: { DB: api.secrets.db } },
        };
        new SecretInjectedService("worker", { ...LEAST, containers });
    };

    it("starts new tasks there as well, once it has a value", async () => {
        const recording = await recordClean(program);
        const { versionId } = resource(recording, "api-secret-db-version").state;
        assert.deepEqual(inputsOf(recording, "worker-service").triggers, {
            "containers.worker.secrets.DB": versionId,
        });
        const { dependencies } = resource(recording, "worker-service");
        assert.ok(dependencies.includes(resource(recording, "api-secret-db-version").urn));
    });

    it("may be decrypted there with its key", async () => {
        const recording = await recordClean(program);
        const secret = String(inputsOf(recording, "api-secret-db-version").secretId);
        assert.deepEqual(statementsOf(recording, "worker-execution-policy"), [
            readSecrets(secret),
            decryptSecrets(KEY, [secret]),
        ]);
    });
});

describe("a secret that is injected by its version and by its ARN", () => {
    it("is not watched: the version starts new tasks by itself", async () => {
        const recording = await recordClean(() => {
            const secret = new Secret("db");
            const version = new SecretVersion("db", {
                secretId: secret.id,
                secretString: pulumi.secret("made-up"),
            });
            const legacy = arnOf("secretsmanager", "secret:legacy-AbCdEf");
            apiService(
                { secrets: { A: version, B: secret.arn, C: legacy } },
                { redeployOnRotation: true },
            );
        });
        const patterns = recording.resources
            .filter(({ type }) => type === "aws:cloudwatch/eventRule:EventRule")
            .map(
                ({ inputs }) =>
                    JSON.parse(inputs.eventPattern as string) as { resources: string[] },
            );
        assert.deepEqual(
            patterns.flatMap(({ resources }) => resources).filter((one) => one !== "none"),
            [arnOf("secretsmanager", "secret:legacy-AbCdEf")],
        );
    });
});

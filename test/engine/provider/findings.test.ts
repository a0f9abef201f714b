import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../../sandbox/package-root";
import { canary } from "../../support/canary";
import { startLanguageHost, type LanguageHost } from "../../support/language-host";
import { secretConfig, useSandbox } from "../../support/sandbox";
import { installPlugin, writeProject } from "./plugin";

const VALUE = canary();

/** A component as the SDK of a language registers it; the plugin sees of the language no more. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const token = new pulumi.Config().requireSecret("apiToken");
const late = new pulumi.Config().getBoolean("late");
const wrong = late
    ? { kmsKeyId: token }
    : { DB_PASSWORD: ${JSON.stringify(VALUE)}, LEVEL: "info" };
new pulumi.ComponentResource("ecs-secrets:index:SecretInjectedService", "web", {
    cluster: "web",
    launchType: "EC2",
    networkMode: "bridge",
    redeployOnRotation: !late,
    secrets: { api: late ? { value: token } : { value: token, jsonValue: { a: token } } },
    containers: { kmsKeyId: {
        image: "httpd", memory: 128, memoryReservation: late ? 64 : 256,
        environment: wrong, secrets: { API: { secret: "api" } },
    } },
}, {}, true);
`;

/** What is told to a program of a runtime. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
    nodejs: [
        "containers.kmsKeyId.environment.DB_PASSWORD is plaintext: its name reads as a password. Move it to the container's secrets: plaintext shows to everybody who may describe the task definition.",
        "containers.kmsKeyId.memoryReservation is more than the memory that the container may have. Give less than memory.",
        "redeployOnRotation has nothing to watch: no injected secret changes outside of Pulumi, and a change made with it redeploys the service by itself. Remove redeployOnRotation, or inject a secret that is rotated or filled in outside.",
        "secrets.api.jsonValue cannot be given together with value. Give one of the two.",
    ],
    python: [
        "containers.kmsKeyId.environment.DB_PASSWORD is plaintext: its name reads as a password. Move it to the container's secrets: plaintext shows to everybody who may describe the task definition.",
        "containers.kmsKeyId.memory_reservation is more than the memory that the container may have. Give less than memory.",
        "redeploy_on_rotation has nothing to watch: no injected secret changes outside of Pulumi, and a change made with it redeploys the service by itself. Remove redeploy_on_rotation, or inject a secret that is rotated or filled in outside.",
        "secrets.api.json_value cannot be given together with value. Give one of the two.",
    ],
    go: [
        "Containers.kmsKeyId.Environment.DB_PASSWORD is plaintext: its name reads as a password. Move it to the container's secrets: plaintext shows to everybody who may describe the task definition.",
        "Containers.kmsKeyId.MemoryReservation is more than the memory that the container may have. Give less than memory.",
        "RedeployOnRotation has nothing to watch: no injected secret changes outside of Pulumi, and a change made with it redeploys the service by itself. Remove RedeployOnRotation, or inject a secret that is rotated or filled in outside.",
        "Secrets.api.JsonValue cannot be given together with value. Give one of the two.",
    ],
};

describe("findings of the plugin's executable", () => {
    const sandbox = useSandbox();
    let host: LanguageHost;
    before("run programs", async () => {
        installPlugin(sandbox(), "executable");
        host = await startLanguageHost();
    });
    after(() => host?.close());

    /** Runs a preview that is refused, and returns every error that the engine shows. */
    const refuse = async (project: string, runtime: string, late: boolean): Promise<string[]> => {
        const folder = writeProject(sandbox(), {
            "Pulumi.yaml": `name: ${project}\nruntime: ${runtime}\n`,
            "package.json": "{}",
            "index.js": PROGRAM,
        });
        const modules = path.join(packageRoot(), "node_modules");
        fs.symlinkSync(modules, path.join(folder, "node_modules"));
        const config = { ...secretConfig([["apiToken", VALUE]]), late: { value: String(late) } };
        const stack = await sandbox().folderStack("dev", folder, config, {
            languageHost: host.address,
        });
        const { exitCode, output, events } = await stack.preview();
        assert.notEqual(exitCode, 0);
        assert.ok(!(output + JSON.stringify(events)).includes(VALUE), "no value is told");
        return events
            .flatMap(({ diagnosticEvent }) => diagnosticEvent ?? [])
            .filter(({ severity }) => severity === "error")
            .map(({ message }) => message.replace(/<\{%.*?%\}>/g, "").trim());
    };

    /** The program's own SDK says that it was stopped, if it comes to it before it is ended. */
    const isOurs = (message: string) => !message.includes("resource monitor shut down");

    const PROBLEM = "ecs-secrets:index:SecretInjectedService resource 'web' has a problem:";

    for (const [runtime, lines] of Object.entries(TOLD)) {
        it(`are told once, in the words of a program of runtime ${runtime}`, async () => {
            const [first, ...others] = await refuse(runtime, runtime, false);
            const findings = [`${lines.length} findings`, ...lines];
            assert.equal(first, `${PROBLEM} ${findings.join("\n  ")}`);
            assert.deepEqual(others.filter(isOurs), []);
        });
    }

    it("are told once of what is an Output, in these words as well", async () => {
        const [first, ...others] = await refuse("late", "python", true);
        assert.equal(
            first,
            `${PROBLEM} 1 finding\n  containers.kmsKeyId.environment.kmsKeyId is plaintext: its value is a Pulumi secret. Move it to the container's secrets: plaintext shows to everybody who may describe the task definition.`,
        );
        assert.deepEqual(others.filter(isOurs), []);
    });
});

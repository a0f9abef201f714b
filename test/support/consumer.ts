import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { findService } from "../../sandbox/aws/ecs/services";
import type { Sandbox } from "../../sandbox/sandbox";
import type { Outcome, RunOptions, SandboxStack } from "../../sandbox/stack";
import { canary } from "./canary";
import { linkDependencies, publishPack } from "./published-pack";
import { secretConfig } from "./sandbox";

/** A program of a user's, in a folder of its own outside of the repository. */
export interface Consumer {
    /** Opens its stack, with its config. */
    open(sandbox: Sandbox, config: ReturnType<typeof secretConfig>): Promise<SandboxStack>;
    /** Writes one more resource into the program: a task definition with this as a plain password. */
    leak(value: string): void;
}

/**
 * Does what `npm install` does for the executables of the library, and names the PATH on which npm has
 * them for scripts, and npx for commands.
 */
export function linkExecutables(folder: string, { environment }: Sandbox): string {
    const bin = path.join(folder, "node_modules", ".bin");
    fs.mkdirSync(bin);
    for (const [name, target] of Object.entries(readManifest(folder).bin)) {
        fs.chmodSync(path.join(folder, "node_modules", "pulumi-ecs-secrets", target), 0o755);
        fs.symlinkSync(path.join("..", "pulumi-ecs-secrets", target), path.join(bin, name));
    }
    return [environment.PATH, bin].join(path.delimiter);
}

/** The package.json of the library that is installed in a folder. */
export function readManifest(folder: string) {
    const file = path.join(folder, "node_modules", "pulumi-ecs-secrets", "package.json");
    return JSON.parse(fs.readFileSync(file, "utf8")) as {
        readonly version: string;
        readonly bin: Readonly<Record<string, string>>;
    };
}

/** Publishes the pack for the tests of a file, and installs it as a user does. */
export function useInstalledPack(): () => RunOptions {
    let folder: string;
    let policyPack: string;
    before("publish the policy pack", function () {
        this.timeout(120_000);
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-consumer-pack-"));
        policyPack = publishPack(folder).folder;
        linkDependencies(policyPack);
    });
    after(() => fs.rmSync(folder, { recursive: true, force: true }));
    return () => ({ policyPack });
}

/** The tests that a program passes in whatever language it is written. */
export function testConsumer(
    create: () => Consumer,
    sandbox: () => Sandbox,
    pack: () => RunOptions,
): void {
    const secrets = { databasePassword: canary(), apiToken: canary() };
    const leaked = canary();
    let consumer: Consumer;
    let stack: SandboxStack;

    before("write the program", async () => {
        consumer = create();
        stack = await consumer.open(sandbox(), secretConfig(Object.entries(secrets)));
    });

    const expectNoValue = ({ output, policies }: Outcome) => {
        const told = output + JSON.stringify(policies);
        const shown = [...Object.values(secrets), leaked].filter((value) => told.includes(value));
        assert.deepEqual(shown, []);
    };

    it("is previewed and comes up without a word of the pack", async () => {
        for (const outcome of [await stack.preview(pack()), await stack.up(pack())]) {
            assert.equal(outcome.exitCode, 0, outcome.output);
            assert.deepEqual(outcome.policies, []);
            expectNoValue(outcome);
        }
        // Two runs of the engine, and a program in TypeScript is compiled in each.
    }).timeout(300_000);

    it("has a task that runs, and was given both secrets", async () => {
        const { serviceArn } = await stack.outputs();
        const service = findService(sandbox().account, serviceArn.value as string);
        const [task] = service?.deployments[0].tasks ?? [];
        assert.equal(task?.lastStatus, "RUNNING", task?.stoppedReason);
        assert.deepEqual(task.injected, { web: ["API_TOKEN", "DATABASE_PASSWORD"] });
    });

    it("is stopped at preview with a password in plaintext, which is not shown", async () => {
        consumer.leak(leaked);
        const preview = await stack.preview(pack());
        assert.equal(preview.exitCode, 1, preview.output);
        assert.deepEqual(
            preview.policies.map(({ policy, level }) => [policy, level]),
            [["ecs-task-definition-no-plaintext-secrets", "mandatory"]],
        );
        assert.match(preview.output, /container db: environment MYSQL_ROOT_PASSWORD is plaintext/);
        expectNoValue(preview);
    }).timeout(300_000);
}

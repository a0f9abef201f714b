import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { CliError } from "../../sandbox/cli";
import { exampleProgram } from "../../sandbox/program";
import type { SandboxStack } from "../../sandbox/stack";
import { canary } from "../support/canary";
import { linkDependencies, publishPack, type PublishedPack } from "../support/published-pack";
import { secretConfig, useSandbox } from "../support/sandbox";

const PLAINTEXT = "ecs-task-definition-no-plaintext-secrets";
const TAINT = "aws-plaintext-no-pulumi-secrets";
const [SHOWN, CONFIGURED] = [canary(), canary()];

/** A password in plaintext, and another one under a harmless name, which only its origin betrays. */
const leak = async (): Promise<void> => {
    const secret = new pulumi.Config().requireSecret("databasePassword");
    for (const [name, variable] of Object.entries({
        named: { name: "DB_PASSWORD", value: SHOWN },
        tainted: { name: "GREETING", value: pulumi.interpolate`hello ${secret}` },
    })) {
        const container = { name, image: "httpd", memory: 128, environment: [variable] };
        const containerDefinitions = pulumi.jsonStringify([container]);
        new aws.ecs.TaskDefinition(name, { family: name, containerDefinitions });
    }
};

const FOUND = [
    [TAINT, "mandatory", "tainted"],
    [PLAINTEXT, "mandatory", "named"],
];

/** A state does not hold the config: what comes from it may be anything that Pulumi holds secret. */
const FOUND_IN_STATE = [
    [TAINT, "advisory", "tainted"],
    [PLAINTEXT, "mandatory", "named"],
];

/** What was published, as it is given to `--policy-pack`. */
const FORMS: Readonly<Record<string, (published: PublishedPack) => string>> = {
    "the tarball, unpacked, on the SDK's runner": ({ folder }) => folder,
    "the executable, alone in its folder": ({ executable }) => executable,
};

describe("the published policy pack on the real engine:", () => {
    const sandbox = useSandbox();
    let published: PublishedPack;
    let leaking: SandboxStack;
    let right: SandboxStack;
    before("publish the pack, and open a stack that leaks and one that does not", async () => {
        const folder = path.join(sandbox().folder, "published");
        fs.mkdirSync(folder);
        published = publishPack(folder);
        linkDependencies(published.folder);
        const config = secretConfig([["databasePassword", CONFIGURED]]);
        leaking = await sandbox().stack("dev", { project: "leaking", run: leak }, config);
        right = await sandbox().stack("dev", exampleProgram("task-definition-only"), config);
        // As before there was a pack.
        const up = await leaking.up();
        assert.equal(up.exitCode, 0, up.output);
    });

    for (const [form, pick] of Object.entries(FORMS)) {
        describe(form, () => {
            const policyPack = () => pick(published);
            const previewWith = (config: object) => {
                const policyPackConfig = path.join(sandbox().folder, "pack-config.json");
                fs.writeFileSync(policyPackConfig, JSON.stringify(config));
                return leaking.preview({ policyPack: policyPack(), policyPackConfig });
            };

            it("blocks a leak at preview, knows the secrets of the config, and shows its version", async () => {
                const preview = await leaking.preview({ policyPack: policyPack() });
                assert.equal(preview.exitCode, 1);
                assert.deepEqual(listFound(preview.policies), FOUND);
                assert.match(preview.output, /ecs-secrets@v0\.1\.0 \(local: /);
                assertNoValue(preview.output);
            });

            it("is silent on a right program that is updated", async () => {
                const up = await right.up({ policyPack: policyPack() });
                assert.equal(up.exitCode, 0, up.output);
                assert.deepEqual(up.policies, []);
            });

            it("takes levels from a file", async () => {
                const preview = await previewWith({ [PLAINTEXT]: "advisory", [TAINT]: "disabled" });
                assert.equal(preview.exitCode, 0, preview.output);
                assert.deepEqual(listFound(preview.policies), [[PLAINTEXT, "advisory", "named"]]);
            });

            it("is not configured by a file with a policy misspelt, and says which was meant", async () => {
                const misspelt = PLAINTEXT.slice(0, -1);
                const preview = await previewWith({ [misspelt]: "advisory" });
                assert.equal(preview.exitCode, 1);
                assert.deepEqual(preview.policies, []);
                assert.ok(
                    preview.output.includes(
                        `error: configuring policy pack "ecs-secrets" at "${policyPack()}": ` +
                            `the pack has no policy ${misspelt} (did you mean ${PLAINTEXT}?)\n`,
                    ),
                    preview.output,
                );
            });

            it("finds the same in a state that was exported, as far as that tells", async () => {
                const { output, found } = await analyze(policyPack());
                assert.deepEqual(found, FOUND_IN_STATE);
                assertNoValue(output);
            });
        });
    }

    /** Runs `pulumi policy analyze` over the state of the stack that leaks; it fails on what it finds. */
    async function analyze(policyPack: string) {
        const file = path.join(sandbox().folder, "state.json");
        fs.writeFileSync(file, await leaking.export({ showSecrets: false }));
        const words = ["policy", "analyze", "--policy-pack", policyPack, "--file", file, "--json"];
        try {
            const { stdout } = await leaking.cli(words);
            assert.fail(`it does not fail:\n${stdout}`);
        } catch (error) {
            assert.ok(error instanceof CliError);
            const { exitCode, stdout, stderr } = error.result;
            assert.equal(exitCode, 1);
            const reports = stdout
                .split("\n")
                .filter((line) => line.startsWith("{"))
                .map((line) => JSON.parse(line) as { policyEvent?: PolicyEvent })
                .flatMap(({ policyEvent }) => policyEvent ?? [])
                .map(({ policyName: policy, enforcementLevel: level, resourceUrn: urn }) => ({
                    policy,
                    level,
                    urn,
                }));
            return { output: stdout + stderr, found: listFound(reports) };
        }
    }
});

interface PolicyEvent {
    readonly policyName: string;
    readonly enforcementLevel: string;
    readonly resourceUrn: string;
}

/** What was found, as policy, level and name of the resource, sorted. */
function listFound(reports: readonly { policy: string; level: string; urn: string }[]): string[][] {
    return reports
        .map(({ policy, level, urn }) => [policy, level, urn.split("::").at(-1) ?? ""])
        .sort(([a], [b]) => (a < b ? -1 : 1));
}

function assertNoValue(output: string): void {
    for (const value of [SHOWN, CONFIGURED]) {
        assert.ok(!output.includes(value), "no value is told");
    }
}

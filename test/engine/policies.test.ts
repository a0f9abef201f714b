import type { PulumiFn } from "@pulumi/pulumi/automation";
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { policies } from "../../policypack/policies";
import type { Sandbox } from "../../sandbox/sandbox";
import type { Outcome, SandboxStack } from "../../sandbox/stack";
import { configBelow, exampleBelow, readPart } from "../support/policy-files";
import { exampleProgram } from "../support/run-example";
import { pack, secretConfig, useSandbox } from "../support/sandbox";

const VALUES = { databasePassword: "canary-in-an-example" };

const TAINT = "aws-plaintext-no-pulumi-secrets";
const TASK = "ecs-task-definition-no-plaintext-secrets";

/** How a bad example is met. */
interface Met {
    readonly by: string;
    readonly level: string;
    readonly at: "preview" | "up";
    readonly exitCode: number;
}

/** What differs where a bad example is not stopped at preview by the policy itself. */
const MET: Readonly<Record<string, Partial<Met>>> = {
    // The document of the role's policy names a key that has no ARN before the update.
    "ecs-execution-role-require-kms-decrypt": { at: "up" },
    "ecs-execution-role-require-secret-access": { at: "up" },
    // It speaks of what is not known at preview, and that is no reason to stop one.
    "ecs-secret-injected-service-no-plaintext-secrets": { level: "advisory", exitCode: 0 },
    // They speak of what works, and is not as good as it could be.
    "ecs-service-require-redeployment": { level: "advisory", exitCode: 0, at: "up" },
    "ecs-task-role-no-injected-secret-access": { level: "advisory", exitCode: 0, at: "up" },
    // It notes what Pulumi holds secret, and leaves the word to the other policy.
    "pulumi-secret-require-tracking": { by: TAINT },
};

/**
 * What is said of a good example at its first preview, where a document names what does not exist
 * yet: the engine knows nothing of such a document then. At update there must be silence.
 */
const UNDETERMINED: Readonly<Record<string, string>> = {
    [TAINT]: TASK,
    [TASK]: TASK,
    "batch-job-definition-no-plaintext-secrets": "batch-job-definition-no-plaintext-secrets",
    "ec2-instance-no-plaintext-secrets": "ec2-instance-no-plaintext-secrets",
    "ecs-execution-role-require-secret-access": TASK,
    "sfn-state-machine-no-plaintext-secrets": "sfn-state-machine-no-plaintext-secrets",
};

/** What the simulated AWS cannot do after the pack let it pass. */
const NOT_SIMULATED: Readonly<Record<string, RegExp>> = {
    "sfn-state-machine-no-plaintext-secrets":
        /simulated AWS: there is no arn:aws:states:::lambda:invoke here/,
};

describe("on the real engine, the examples on a policy's page", () => {
    const sandbox = useSandbox();

    for (const { name } of policies) {
        describe(name, () => {
            const page = readPart("page", name);
            let heading = "";
            let stack: SandboxStack;
            before("open a stack", async () => {
                const run = async () => {
                    await exampleProgram(exampleBelow(page, heading), VALUES)();
                };
                stack = await openStack(sandbox(), name, run);
            });
            const operate = async (at: Met["at"], example: string): Promise<Outcome> => {
                heading = example;
                const file = writeConfig(sandbox(), configBelow(page, example));
                const outcome = await stack[at]({ ...pack, policyPackConfig: file });
                assert.ok(!outcome.output.includes(VALUES.databasePassword), "no value is told");
                if (at === "up") {
                    // Another example has things of the same name.
                    await stack.destroy();
                }
                return outcome;
            };

            const met: Met = {
                by: name,
                level: "mandatory",
                at: "preview",
                exitCode: 1,
                ...MET[name],
            };
            it(`a bad one gets ${met.level} by ${met.by} alone at ${met.at}`, async () => {
                const outcome = await operate(met.at, "Bad");
                assert.deepEqual(listSaid(outcome), [[met.by, met.level]], outcome.output);
                assert.equal(outcome.exitCode, met.exitCode, outcome.output);
            });

            const by = UNDETERMINED[name];
            if (by === undefined) {
                it("a good one passes the preview in silence", async () => {
                    const outcome = await operate("preview", "Good");
                    assert.deepEqual(outcome.policies, [], outcome.output);
                    assert.equal(outcome.exitCode, 0, outcome.output);
                });
                return;
            }

            it(`a good one passes the preview, undetermined by ${by} alone`, async () => {
                const outcome = await operate("preview", "Good");
                assert.deepEqual(listSaid(outcome), [[by, "advisory"]], outcome.output);
                assert.match(outcome.policies[0].message, /^undetermined: /);
                assert.equal(outcome.exitCode, 0, outcome.output);
            });

            it("a good one passes the update in silence", async () => {
                const outcome = await operate("up", "Good");
                assert.deepEqual(outcome.policies, [], outcome.output);
                const lack = NOT_SIMULATED[name];
                assert.equal(outcome.exitCode, lack ? 1 : 0, outcome.output);
                assert.match(outcome.output, lack ?? /./);
            });
        });
    }
});

function listSaid({ policies: reports }: Outcome): [policy: string, level: string][] {
    return reports.map(({ policy, level }) => [policy, level]);
}

/** Opens a stack in a folder with the files that examples speak of. */
async function openStack(sandbox: Sandbox, name: string, run: PulumiFn) {
    const files = fs.mkdtempSync(path.join(sandbox.folder, "files-"));
    fs.mkdirSync(path.join(files, "app"));
    fs.writeFileSync(path.join(files, "app", "index.js"), "");
    const back = process.cwd();
    // The paths of an inline program start from where its stack was opened.
    process.chdir(files);
    try {
        const config = secretConfig(Object.entries(VALUES));
        return await sandbox.stack(name, { project: "project", run }, config);
    } finally {
        process.chdir(back);
    }
}

function writeConfig({ folder }: Sandbox, config: unknown): string | undefined {
    if (config === undefined) {
        return undefined;
    }
    const file = path.join(folder, "policy-config.json");
    fs.writeFileSync(file, JSON.stringify(config));
    return file;
}

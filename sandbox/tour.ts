import { randomBytes } from "node:crypto";
import * as path from "node:path";
import { describeAccount } from "./describe-account";
import { packageRoot } from "./package-root";
import { exampleProgram } from "./program";
import { REGION } from "./open-stack";
import type { Sandbox } from "./sandbox";
import type { Outcome, RunOptions } from "./stack";

/** Something in the tour did not go as it must. */
export class TourError extends Error {}

const PLAINTEXT = "ecs-task-definition-no-plaintext-secrets";
const DECRYPT = "ecs-execution-role-require-kms-decrypt";

const pack: RunOptions = { policyPack: path.join(packageRoot(), "policypack") };

/** Shows the whole idea on the real engine: a service deployed, a leak and a missing right stopped. */
export async function tour(sandbox: Sandbox, print: (line: string) => void): Promise<void> {
    await deployArticle(sandbox, print);
    await stopPlaintext(sandbox, print);
    await stopMissingDecrypt(sandbox, print);
    print(`
Now in your own account, with the Pulumi CLI and AWS credentials, in this folder:

  pulumi stack init dev
  pulumi config set aws:region ${REGION}
  pulumi config set --secret databasePassword && pulumi config set --secret splunkToken
  pulumi up --policy-pack policypack`);
}

async function deployArticle(sandbox: Sandbox, print: (line: string) => void): Promise<void> {
    print("\n1. The service of examples/article: pulumi up --policy-pack policypack");
    const stack = await sandbox.stack("dev", exampleProgram("article"), {
        databasePassword: { value: madeUpValue(), secret: true },
        splunkToken: { value: madeUpValue(), secret: true },
        waitForSteadyState: { value: "true" },
    });
    expectSilence(await stack.preview(pack));
    const up = expectSilence(await stack.up(pack));
    print(`\n  ${count(up.changes, "resource")} created; ${describePolicies(up)}`);
    print(describeAccount(sandbox.account));
}

async function stopPlaintext(sandbox: Sandbox, print: (line: string) => void): Promise<void> {
    print("\n2. The same password in plaintext: pulumi preview --policy-pack policypack");
    const stack = await sandbox.stack("dev", exampleProgram("plaintext-password"));
    const preview = expectRefusal(await stack.preview(pack), PLAINTEXT);
    print(`\n  Stopped with exit code ${preview.exitCode}; ${describePolicies(preview)}`);
}

async function stopMissingDecrypt(sandbox: Sandbox, print: (line: string) => void): Promise<void> {
    print(
        "\n3. A role that may not decrypt, written by hand: before anything is there, and afterwards",
    );
    const stack = await sandbox.stack("dev", exampleProgram("without-decrypt"), {
        databasePassword: { value: madeUpValue(), secret: true },
        grantDecrypt: { value: "false" },
    });
    const first = expectReport(await stack.preview(pack), 0, DECRYPT, "advisory");
    print(`\n  First preview, while the key does not exist yet: ${describePolicies(first)}`);
    await stack.setConfig({ grantDecrypt: { value: "true" } });
    const up = expectExit(await stack.up(pack), 0);
    print(`\n  Deployed with kms:Decrypt: ${describePolicies(up)}`);
    await stack.setConfig({ grantDecrypt: { value: "false" } });
    const preview = expectRefusal(await stack.preview(pack), DECRYPT);
    print(
        `\n  Preview without it: stopped with exit code ${preview.exitCode}; ${describePolicies(preview)}`,
    );
}

/** The values are nobody's: random, and never shown. */
function madeUpValue(): string {
    return `made-up-${randomBytes(12).toString("hex")}`;
}

/** The engine succeeds, and no policy has anything to say. */
function expectSilence(outcome: Outcome): Outcome {
    expectExit(outcome, 0);
    if (outcome.policies.length > 0) {
        throw unexpected(`${outcome.policies[0].policy} reported what it must not report`, outcome);
    }
    return outcome;
}

/** The engine fails because of that policy, and not because the program is broken, for example. */
function expectRefusal(outcome: Outcome, policy: string): Outcome {
    return expectReport(outcome, 1, policy, "mandatory");
}

function expectReport(outcome: Outcome, exitCode: number, policy: string, level: string): Outcome {
    expectExit(outcome, exitCode);
    if (!outcome.policies.some((report) => report.policy === policy && report.level === level)) {
        throw unexpected(`${policy} has no ${level} report`, outcome);
    }
    return outcome;
}

function expectExit(outcome: Outcome, exitCode: number): Outcome {
    if (outcome.exitCode !== exitCode) {
        const seen = `pulumi ended with exit code ${outcome.exitCode} instead of ${exitCode}`;
        throw unexpected(seen, outcome);
    }
    return outcome;
}

function unexpected(what: string, { output }: Outcome): TourError {
    return new TourError(`${what}. This is what pulumi printed:\n\n${output}`);
}

function describePolicies({ policies }: Outcome): string {
    const lines = policies.map(({ policy, level, message }) => {
        const text = message.trimEnd().replaceAll("\n", "\n      ");
        return `\n    ${policy} (${level})\n      ${text}`;
    });
    return lines.length === 0
        ? "the policy pack has nothing to say"
        : `the policy pack says${lines.join("")}`;
}

function count(list: readonly string[], noun: string): string {
    const resources = list.filter((change) => !change.includes(" pulumi:"));
    return `${resources.length} ${noun}${resources.length === 1 ? "" : "s"}`;
}

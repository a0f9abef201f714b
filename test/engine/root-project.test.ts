import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { runCli, type CliResult } from "../../sandbox/cli";
import { packageRoot } from "../../sandbox/package-root";
import { listTaskDefinitions } from "../../sandbox/aws/ecs";
import { startLanguageHost, type LanguageHost } from "../support/language-host";
import { useSandbox } from "../support/sandbox";

describe("the project in the root folder, run by the CLI from its files", () => {
    const sandbox = useSandbox();
    let host: LanguageHost;
    let project: string;
    const pulumi = (...args: string[]): Promise<CliResult> =>
        runCli(sandbox().engine, args, { cwd: project, env: sandbox().environment });
    const deploy = (command: string, ...args: string[]) =>
        pulumi(
            ...[command, "--stack", "dev", "--client", host.address, "--color", "never"],
            ...["--policy-pack", "policypack", ...args],
        );

    before(async () => {
        host = await startLanguageHost();
        // The CLI writes the stack's settings beside Pulumi.yaml, and must not do so in the clone.
        project = fs.mkdtempSync(path.join(sandbox().folder, "project-"));
        fs.copyFileSync(path.join(packageRoot(), "Pulumi.yaml"), path.join(project, "Pulumi.yaml"));
        for (const entry of ["bin", "examples", "node_modules", "package.json", "policypack"]) {
            fs.symlinkSync(path.join(packageRoot(), entry), path.join(project, entry));
        }
    });
    after(() => host.close());

    it("comes up with the lines that the README gives", async () => {
        await pulumi("stack", "init", "dev");
        await pulumi("config", "set", "aws:region", "us-east-1");
        await pulumi("config", "set", "--secret", "databasePassword", "made-up");
        await pulumi("config", "set", "--secret", "splunkToken", "made-up");
        const preview = await deploy("preview");
        assert.match(preview.stdout, /ecs-secrets:index:SecretInjectedService/);
        const up = await deploy("up", "--yes", "--skip-preview");
        assert.match(up.stdout, /taskDefinitionArn: "arn:aws:ecs:us-east-1:/);
        assert.equal(listTaskDefinitions(sandbox().account).length, 1);
    });
});

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import ts from "typescript";
import { listServices } from "../../sandbox/aws/ecs";
import { listSecrets } from "../../sandbox/aws/secretsmanager";
import { packageRoot } from "../../sandbox/package-root";
import { fileProgram, type Program } from "../../sandbox/program";
import { pack, useSandbox } from "../support/sandbox";

// Inside the package, so that the programs name the package as a user does.
const folder = path.join(packageRoot(), "bin", "migration");

const CONFIG = {
    apiToken: { value: "made-up", secret: true },
    subnets: { value: '["subnet-0123456789abcdef0"]' },
};

/** As much of `awsx.ecs.FargateService` as there is of it in a state. */
const AWSX = `
    const fs = require("node:fs");
    const pulumi = require("@pulumi/pulumi");
    const aws = require("@pulumi/aws");
    class FargateTaskDefinition extends pulumi.ComponentResource {
        constructor(name, opts) {
            super("awsx:ecs:FargateTaskDefinition", name, {}, opts);
            this.logGroup = new aws.cloudwatch.LogGroup(name, {}, { parent: this });
            const role = new aws.iam.Role(name + "-execution", {
                assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "ecs-tasks.amazonaws.com" }),
            }, { parent: this });
            this.taskDefinition = new aws.ecs.TaskDefinition(name, {
                family: "web", requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc",
                cpu: "256", memory: "512", executionRoleArn: role.arn,
                containerDefinitions: JSON.stringify([{ name: "web", image: "httpd" }]),
            }, { parent: this });
        }
    }
    class FargateService extends pulumi.ComponentResource {
        constructor(name, { cluster, networkConfiguration }) {
            super("awsx:ecs:FargateService", name);
            const task = new FargateTaskDefinition(name, { parent: this });
            new aws.ecs.Service(name, {
                cluster, networkConfiguration, launchType: "FARGATE", desiredCount: 1,
                taskDefinition: task.taskDefinition.arn,
            }, { parent: this });
        }
    }
    exports.ecs = { FargateService };
`;

describe("the programs on the pages of migration, on the real engine", () => {
    const sandbox = useSandbox();

    before(() => fs.mkdirSync(folder, { recursive: true }));

    it("take over the service of aws.ecs, and touch no secret", async () => {
        const [before, after] = listPrograms("aws-ecs", ["ts", "ts"]);
        const first = await sandbox().stack("dev", before, CONFIG);
        const made = await first.up(pack);
        assert.equal(made.exitCode, 0, made.output);
        const old = snapshot();

        const second = await sandbox().stack("dev", after, CONFIG);
        const preview = await second.preview(pack);
        assert.deepEqual(preview.policies, [], preview.output);
        const up = await second.up(pack);
        assert.equal(up.exitCode, 0, up.output);
        for (const { changes } of [preview, up]) {
            assert.deepEqual(
                changes.filter((change) => /service:|secretsmanager|replace/.test(change)),
                ["update aws:ecs/service:Service"],
            );
        }
        assert.deepEqual(snapshot(), old);
        const [service] = listServices(sandbox().account);
        const [task] = service.deployments[0].tasks;
        assert.deepEqual(task.injected, { web: ["API_TOKEN"] });
    });

    it("take over the service of awsx and its log group", async () => {
        fs.mkdirSync(path.join(folder, "node_modules", "@pulumi", "awsx"), { recursive: true });
        const awsx = path.join(folder, "node_modules", "@pulumi", "awsx", "index.js");
        fs.writeFileSync(awsx, AWSX);
        const [before, after] = listPrograms("awsx", ["typescript", "ts"]);
        const first = await sandbox().stack("dev", before, CONFIG);
        const made = await first.up();
        assert.equal(made.exitCode, 0, made.output);

        const { changes, output } = await (
            await sandbox().stack("dev", after, CONFIG)
        ).preview(pack);
        assert.deepEqual(
            changes.filter((change) => /service:|secretsmanager|replace|logGroup/.test(change)),
            ["update aws:ecs/service:Service"],
            output,
        );
    });

    function snapshot(): { services: string[]; secrets: string[] } {
        const { account } = sandbox();
        return {
            services: listServices(account).map(({ serviceArn }) => serviceArn),
            secrets: listSecrets(account).map(({ arn }) => arn),
        };
    }
});

/** The first blocks of a page in these languages, as programs of one project. */
function listPrograms(page: string, languages: readonly string[]): Program[] {
    const text = fs.readFileSync(path.join(packageRoot(), "docs", "migrate", `${page}.md`), "utf8");
    const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].slice(0, languages.length);
    assert.deepEqual(
        blocks.map(([, language]) => language),
        languages,
    );
    return blocks.map(([, , code], index) => {
        const file = path.join(folder, `${page}-${index}.js`);
        const { outputText } = ts.transpileModule(code, {
            compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
        });
        fs.writeFileSync(file, outputText);
        return fileProgram(`migrate-${page}`, file);
    });
}

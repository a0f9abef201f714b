import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as yaml from "js-yaml";
import { listServices } from "../../sandbox/aws/ecs";
import { packageRoot } from "../../sandbox/package-root";
import { createConsumer } from "../support/packed-library";
import { pack, useSandbox } from "../support/sandbox";

const CONFIG = {
    databasePassword: { value: "made-up", secret: true },
    apiToken: { value: "made-up", secret: true },
    cluster: { value: "web" },
};

/** What the program takes to be there. */
const THERE = {
    ownCluster: { type: "aws:ecs:Cluster", properties: { name: "web" } },
    ownKey: { type: "aws:kms:Key" },
    ownAlias: {
        type: "aws:kms:Alias",
        properties: { name: "alias/web", targetKeyId: "${ownKey.keyId}" },
    },
};

interface Program {
    readonly packages: unknown;
    readonly resources: { readonly web: object };
}

describe("the program in YAML on the page of other languages, on the real engine", () => {
    const sandbox = useSandbox({ yaml: true });

    it("comes up without a word of the pack, and its task gets both secrets", async () => {
        const folder = createConsumer(["@pulumi/pulumi", "@pulumi/aws"]);
        const { packages, ...program } = readProgram();
        assert.deepEqual(packages, { "ecs-secrets": "./node_modules/pulumi-ecs-secrets" });
        // That folder is run by the host of Node, which this sandbox lacks: here by the PATH.
        const { web } = program.resources;
        const options = { dependsOn: Object.keys(THERE).map((name) => `\${${name}}`) };
        const resources = { ...THERE, web: { ...web, options } };
        fs.writeFileSync(path.join(folder, "Pulumi.yaml"), yaml.dump({ ...program, resources }));
        const stack = await sandbox().folderStack("dev", folder, CONFIG, {
            environment: {
                PATH: [sandbox().environment.PATH, linkPlugin(folder)].join(path.delimiter),
            },
        });
        const subnet = ["subnets[0]", "subnet-0123456789abcdef0"];
        await stack.cli(["config", "set", "--stack", "dev", "--path", ...subnet]);
        const up = await stack.up(pack);
        assert.equal(up.exitCode, 0, up.output);
        assert.deepEqual(up.policies, []);
        const [service] = listServices(sandbox().account);
        const [task] = service.deployments[0].tasks;
        assert.deepEqual(task.injected, { web: ["API_TOKEN", "DATABASE_PASSWORD"] });
    });
});

function readProgram(): Program {
    const page = fs.readFileSync(path.join(packageRoot(), "docs", "other-languages.md"), "utf8");
    const [, code] = /^```yaml\n(.*?)^```$/ms.exec(page) ?? assert.fail("there is no YAML");
    return yaml.load(code) as Program;
}

/** What `npm install` does for the plugin: a folder with its executable, for the PATH. */
function linkPlugin(folder: string): string {
    const bin = path.join(folder, "node_modules", ".bin");
    const main = path.join("..", "pulumi-ecs-secrets", "bin", "provider", "main.js");
    fs.mkdirSync(bin);
    fs.chmodSync(path.join(bin, main), 0o755);
    fs.symlinkSync(main, path.join(bin, "pulumi-resource-ecs-secrets"));
    return bin;
}

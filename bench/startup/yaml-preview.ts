import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { quote } from "../../sandbox/plugins";
import { Sandbox } from "../../sandbox/sandbox";
import { writeAnalysedPlugin } from "./analysed-plugin";
import { printStarts, type Start } from "./pairs";

/** A preview takes long enough for few rounds. */
const ROUNDS = 5;

/** Prints what a preview of a YAML program costs with our plugin, beside the SDK's analysing host. */
export async function printYamlPreviews(): Promise<void> {
    const sandbox = await Sandbox.open({ report: console.log, yaml: true });
    try {
        await printStarts(
            [
                {
                    label: "YAML preview, SDK's analysing host",
                    start: await previewAnalysed(sandbox),
                },
                {
                    label: "YAML preview, our plugin",
                    start: await previewOurs(sandbox),
                    most: { milliseconds: 0.4 },
                },
            ],
            ROUNDS,
        );
    } finally {
        sandbox.close();
    }
}

/** Makes a preview; its memory is the plugin's, its time that of the whole command. */
type Preview = () => Promise<Start>;

/** Our plugin, as its executable is started. */
function previewOurs(sandbox: Sandbox): Promise<Preview> {
    const main = path.join(packageRoot(), "bin", "provider", "main.js");
    return preparePreview(sandbox, "ours", [main]);
}

/** The same component, served by the SDK's host as a language host starts it. */
function previewAnalysed(sandbox: Sandbox): Promise<Preview> {
    const folder = path.join(sandbox.folder, "analysed-plugin");
    writeAnalysedPlugin(folder);
    const host = require.resolve("@pulumi/pulumi/cmd/run-plugin");
    return preparePreview(sandbox, "analysed", [host, folder]);
}

async function preparePreview(
    sandbox: Sandbox,
    name: string,
    command: readonly string[],
): Promise<Preview> {
    const plugins = path.join(sandbox.folder, `plugin-${name}`);
    const peak = path.join(plugins, "peak");
    const words = [process.execPath, "--import", noteMemory(peak), ...command];
    fs.mkdirSync(plugins);
    fs.writeFileSync(
        path.join(plugins, "pulumi-resource-ecs-secrets"),
        `#!/bin/sh\nexec ${words.map(quote).join(" ")} "$@"\n`,
        { mode: 0o755 },
    );
    const project = path.join(sandbox.folder, `project-${name}`);
    fs.mkdirSync(project);
    fs.writeFileSync(path.join(project, "Pulumi.yaml"), `name: bench-${name}${PROGRAM}`);
    const PATH = [plugins, sandbox.environment.PATH].join(path.delimiter);
    const stack = await sandbox.folderStack("dev", project, {}, { environment: { PATH } });
    return async () => {
        const start = performance.now();
        const { exitCode, changes, output } = await stack.preview();
        const milliseconds = performance.now() - start;
        if (exitCode !== 0 || !changes.includes("create aws:ecs/service:Service")) {
            throw new Error(`the preview with plugin ${name} failed:\n${output}`);
        }
        return { milliseconds, mebibytes: Number(fs.readFileSync(peak, "utf8")) / 1024 };
    };
}

/** The engine ends a plugin without asking: the peak is noted while it runs. */
const noteMemory = (file: string) =>
    `data:text/javascript,${encodeURIComponent(
        `import { writeFileSync } from "node:fs";
        setInterval(() => writeFileSync(${JSON.stringify(file)},
            String(process.resourceUsage().maxRSS)), 100).unref();`,
    )}`;

const PROGRAM = `
runtime: yaml
resources:
  web:
    type: ecs-secrets:SecretInjectedService
    properties:
      cluster: bench
      cpu: 256
      memory: 512
      networkConfiguration:
        subnets: [subnet-0123456789abcdef0]
      secrets:
        database: { generate: { passwordLength: 32 } }
        token: { store: ssm, name: /bench/token, generate: { passwordLength: 32 } }
      containers:
        web:
          image: httpd
          environment: { LOG_LEVEL: info }
          secrets:
            DATABASE_PASSWORD: { secret: database }
            TOKEN: { secret: token }
`;

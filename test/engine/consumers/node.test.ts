import * as fs from "node:fs";
import * as path from "node:path";
import { startLanguageHost, type LanguageHost } from "../../support/language-host";
import { createConsumer } from "../../support/packed-library";
import { useSandbox } from "../../support/sandbox";
import { testConsumer, useInstalledPack, type Consumer } from "../../support/consumer";

const PROGRAM = `import { Cluster, TaskDefinition } from "@pulumi/aws/ecs/index.js";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "pulumi-ecs-secrets";

const config = new pulumi.Config();
const web = new SecretInjectedService("web", {
    cluster: new Cluster("web").arn,
    launchType: "EC2",
    networkMode: "bridge",
    secrets: {
        database: { store: "ssm", value: config.requireSecret("databasePassword") },
        api: { value: config.requireSecret("apiToken") },
    },
    containers: {
        web: {
            image: "httpd",
            memory: 128,
            secrets: {
                DATABASE_PASSWORD: { secret: "database" },
                API_TOKEN: { secret: "api" },
            },
        },
    },
});

export const serviceArn = web.service.arn;
`;

const leak = (value: string) => `
new TaskDefinition("db", {
    family: "db",
    containerDefinitions: JSON.stringify([
        {
            name: "db",
            image: "mysql",
            memory: 512,
            environment: [{ name: "MYSQL_ROOT_PASSWORD", value: "${value}" }],
        },
    ]),
});
`;

/** How a project says in which language it is written. */
const PROJECTS: readonly (readonly [string, string, object])[] = [
    ["TypeScript", "index.ts", { main: "index.ts" }],
    ["JavaScript, in ECMAScript modules", "index.js", { main: "index.js", type: "module" }],
];

describe("a user's program with the tarballs of library and pack,", () => {
    const sandbox = useSandbox();
    const pack = useInstalledPack();
    let host: LanguageHost;
    before(async () => {
        host = await startLanguageHost();
    });
    after(() => host.close());

    for (const [language, file, manifest] of PROJECTS) {
        describe(`in ${language},`, () => {
            testConsumer(() => writeProject(file, manifest), sandbox, pack);
        });
    }

    function writeProject(file: string, manifest: object): Consumer {
        const folder = createConsumer([
            "@pulumi/pulumi",
            "@pulumi/aws",
            "@types/node",
            "typescript",
        ]);
        const project = path.basename(folder).toLowerCase();
        const write = (name: string, text: string) =>
            fs.writeFileSync(path.join(folder, name), text);
        write("Pulumi.yaml", `name: ${project}\nruntime: nodejs\n`);
        write("package.json", JSON.stringify({ name: project, ...manifest }));
        write(file, PROGRAM);
        return {
            open: (opened, config) =>
                opened.folderStack("dev", folder, config, { languageHost: host.address }),
            leak: (value) => write(file, PROGRAM + leak(value)),
        };
    }
});

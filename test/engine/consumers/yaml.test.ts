import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as yaml from "js-yaml";
import { createConsumer } from "../../support/packed-library";
import { useSandbox } from "../../support/sandbox";
import { testConsumer, useInstalledPack, type Consumer } from "./consumer";

const PROGRAM = `name: consumer
runtime: yaml
config:
  databasePassword:
    type: string
    secret: true
  apiToken:
    type: string
    secret: true
resources:
  cluster:
    type: aws:ecs:Cluster
  web:
    type: ecs-secrets:SecretInjectedService
    properties:
      cluster: \${cluster.arn}
      launchType: EC2
      networkMode: bridge
      secrets:
        database:
          store: ssm
          value: \${databasePassword}
        api:
          value: \${apiToken}
      containers:
        web:
          image: httpd
          memory: 128
          secrets:
            DATABASE_PASSWORD:
              secret: database
            API_TOKEN:
              secret: api
outputs:
  serviceArn: \${web.serviceArn}
`;

const leak = (value: string) => `
  db:
    type: aws:ecs:TaskDefinition
    properties:
      family: db
      containerDefinitions:
        fn::toJSON:
          - name: db
            image: mysql
            memory: 512
            environment:
              - name: MYSQL_ROOT_PASSWORD
                value: ${value}
`;

describe("a user's program with the tarballs of library and pack, in YAML,", () => {
    const sandbox = useSandbox({ yaml: true });
    const pack = useInstalledPack();
    let folder: string;
    let file: string;
    before("install the library, and write the program", () => {
        folder = createConsumer(["@pulumi/pulumi", "@pulumi/aws"]);
        linkExecutable(folder);
        file = path.join(folder, "Pulumi.yaml");
        fs.writeFileSync(file, PROGRAM);
    });

    const open: Consumer["open"] = (opened, config) =>
        opened.folderStack("dev", folder, config, {
            // As npm has it for the scripts of a package, and npx for a command.
            environment: {
                PATH: [opened.environment.PATH, path.join(folder, "node_modules", ".bin")].join(
                    path.delimiter,
                ),
            },
        });

    it("has the package added by one command", async () => {
        const stack = await open(sandbox(), {});
        await stack.cli(["package", "add", "./node_modules/.bin/pulumi-resource-ecs-secrets"]);
        const { packages } = yaml.load(fs.readFileSync(file, "utf8")) as { packages?: object };
        const { version } = manifest(folder);
        assert.deepEqual(packages, { "ecs-secrets": `ecs-secrets@${version}` });
    });

    testConsumer(
        (): Consumer => ({
            open,
            leak: (value) => {
                const text = fs.readFileSync(file, "utf8");
                fs.writeFileSync(file, text.replace("\noutputs:", `${leak(value)}outputs:`));
            },
        }),
        sandbox,
        pack,
    );
});

/** What `npm install` does for the executables of a package. */
function linkExecutable(folder: string): void {
    const library = path.join(folder, "node_modules", "pulumi-ecs-secrets");
    fs.mkdirSync(path.join(folder, "node_modules", ".bin"));
    for (const [name, target] of Object.entries(manifest(folder).bin)) {
        fs.chmodSync(path.join(library, target), 0o755);
        const link = path.join(folder, "node_modules", ".bin", name);
        fs.symlinkSync(path.join("..", "pulumi-ecs-secrets", target), link);
    }
}

function manifest(folder: string) {
    const file = path.join(folder, "node_modules", "pulumi-ecs-secrets", "package.json");
    return JSON.parse(fs.readFileSync(file, "utf8")) as {
        version: string;
        bin: Record<string, string>;
    };
}

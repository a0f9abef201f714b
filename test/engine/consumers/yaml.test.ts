import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as yaml from "js-yaml";
import { createConsumer } from "../../support/packed-library";
import { useSandbox } from "../../support/sandbox";
import {
    linkExecutables,
    readManifest,
    testConsumer,
    useInstalledPack,
    type Consumer,
} from "../../support/consumer";

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
    let PATH: string;
    let file: string;
    before("install the library, and write the program", () => {
        folder = createConsumer(["@pulumi/pulumi", "@pulumi/aws"]);
        PATH = linkExecutables(folder, sandbox());
        file = path.join(folder, "Pulumi.yaml");
        fs.writeFileSync(file, PROGRAM);
    });

    const open: Consumer["open"] = (opened, config) =>
        opened.folderStack("dev", folder, config, { environment: { PATH } });

    it("has the package added by one command", async () => {
        const stack = await open(sandbox(), {});
        await stack.cli(["package", "add", "./node_modules/.bin/pulumi-resource-ecs-secrets"]);
        const { packages } = yaml.load(fs.readFileSync(file, "utf8")) as { packages?: object };
        const { version } = readManifest(folder);
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

import assert from "node:assert/strict";
import type { Outcome, SandboxStack } from "../../../sandbox/stack";
import { canary } from "../../support/canary";
import { pack, secretConfig, useSandbox } from "../../support/sandbox";
import { installPlugin, writeProject } from "./plugin";

interface State {
    readonly deployment: {
        readonly resources: readonly { readonly urn: string; readonly provider?: string }[];
    };
}

const PROGRAM = `name: service
runtime: yaml
config:
  apiToken:
    type: string
    secret: true
resources:
  own:
    type: pulumi:providers:aws
  cluster:
    type: aws:ecs:Cluster
    options:
      provider: \${own}
  key:
    type: aws:kms:Key
    options:
      provider: \${own}
  existing:
    type: aws:secretsmanager:Secret
    properties:
      kmsKeyId: \${key.arn}
    options:
      provider: \${own}
  existingValue:
    type: aws:secretsmanager:SecretVersion
    properties:
      secretId: \${existing.id}
      secretString: \${apiToken}
    options:
      provider: \${own}
  web:
    type: ecs-secrets:SecretInjectedService
    properties:
      cluster: \${cluster.arn}
      launchType: EC2
      networkMode: bridge
      secrets:
        given:
          value: \${apiToken}
          kmsKeyId: \${key.arn}
        generated:
          generate: {}
      containers:
        web:
          image: httpd
          memory: 128
          environment:
            LEVEL: info
            CLUSTER: \${cluster.name}
          secrets:
            GIVEN:
              secret: given
            GENERATED:
              secret: generated
            EXISTING:
              valueFrom: \${existing.arn}
              kmsKeyId: \${key.arn}
    options:
      providers:
        - \${own}
      dependsOn:
        - \${existingValue}
outputs:
  serviceArn: \${web.serviceArn}
  readers: \${web.readers}
  executionRolePolicy: \${web.executionRolePolicy}
`;

/** A variable whose name reads as a secret's, and whose value is not known yet. */
const SUSPICIOUS = `name: suspicious
runtime: yaml
resources:
  cluster:
    type: aws:ecs:Cluster
  web:
    type: ecs-secrets:SecretInjectedService
    properties:
      cluster: web
      launchType: EC2
      networkMode: bridge
      containers:
        web:
          image: httpd
          memory: 128
          environment:
            SESSION_TOKEN: \${cluster.arn}
`;

describe("a service in a YAML program, with the plugin's folder,", () => {
    const sandbox = useSandbox({ yaml: true });
    const value = canary();
    let stack: SandboxStack;

    before("write the program", async () => {
        installPlugin(sandbox(), "folder");
        const folder = writeProject(sandbox(), { "Pulumi.yaml": PROGRAM });
        stack = await sandbox().folderStack("dev", folder, secretConfig([["apiToken", value]]));
    });

    const expectClean = (outcome: Outcome) => {
        assert.equal(outcome.exitCode, 0, outcome.output);
        assert.deepEqual(outcome.policies, []);
        assert.ok(!(outcome.output + JSON.stringify(outcome.events)).includes(value));
    };

    it("is previewed and comes up with the provider it is given, in silence of the pack and without a value", async () => {
        expectClean(await stack.preview(pack));
        const up = await stack.up(pack);
        expectClean(up);
        const state = await stack.export({ showSecrets: false });
        assert.ok(!state.includes(value));
        const { resources } = (JSON.parse(state) as State).deployment;
        const children = resources.filter(({ urn }) => urn.includes("::web-"));
        const elsewhere = children.filter(({ provider }) => !provider?.includes("::own::"));
        assert.ok(children.length > 5);
        assert.deepEqual(elsewhere, []);
    });

    it("has the outputs of the schema", async () => {
        const { serviceArn, readers, executionRolePolicy } = await stack.outputs();
        assert.match(serviceArn.value as string, /^arn:aws:ecs:us-east-1:123456789012:service\//);
        assert.deepEqual(
            (readers.value as { name: string }[]).map(({ name }) => name),
            ["EXISTING", "GENERATED", "GIVEN"],
        );
        assert.match(executionRolePolicy.value as string, /"kms:Decrypt"/);
    });

    it("has nothing to do the second time, and is destroyed", async () => {
        const second = await stack.up(pack);
        expectClean(second);
        assert.deepEqual(second.changes, []);
        const destroy = await stack.destroy();
        assert.equal(destroy.exitCode, 0, destroy.output);
    });

    it("is reported by the pack for a name whose value the first preview does not know", async () => {
        const folder = writeProject(sandbox(), { "Pulumi.yaml": SUSPICIOUS });
        const suspicious = await sandbox().folderStack("dev", folder);
        const { exitCode, output, policies } = await suspicious.preview(pack);
        assert.equal(exitCode, 0, output);
        assert.deepEqual(
            policies.map(({ policy, level, urn }) => [policy, level, urn]),
            [
                [
                    "ecs-secret-injected-service-no-plaintext-secrets",
                    "advisory",
                    "urn:pulumi:dev::suspicious::ecs-secrets:index:SecretInjectedService::web",
                ],
            ],
        );
        assert.match(policies[0].message, /container web: environment SESSION_TOKEN/);
    });
});

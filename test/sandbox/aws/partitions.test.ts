import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import { TestAccount, TRUST } from "../../support/simulated-aws";
import { runTask } from "./task-start/run-task";

const MANAGED = "service-role/AmazonECSTaskExecutionRolePolicy";

const partitions: Record<string, [partition: string, dnsSuffix: string]> = {
    "us-east-1": ["aws", "amazonaws.com"],
    "cn-north-1": ["aws-cn", "amazonaws.com.cn"],
    "us-gov-west-1": ["aws-us-gov", "amazonaws.com"],
};

for (const [region, [partition, dnsSuffix]] of Object.entries(partitions)) {
    describe(`the simulated AWS in ${region}`, () => {
        let account: TestAccount;
        beforeEach(() => {
            account = new TestAccount(region);
        });
        afterEach(() => account.remove());

        it("tells its partition and region", () => {
            const look = (name: string) =>
                provider.invoke(account.account, `aws:index/${name}:${name}`, {});
            const found = look("getPartition");
            assert.deepEqual([found.partition, found.dnsSuffix], [partition, dnsSuffix]);
            assert.equal(look("getRegion").region, region);
        });

        it("names resources and roles by its partition", () => {
            const role = account.create("role", {
                name: "web",
                assumeRolePolicy: JSON.stringify(TRUST),
            });
            assert.equal(role.outputs.arn, `arn:${partition}:iam::123456789012:role/web`);
            const key = account.output("key", {}, "arn");
            assert.ok(key.startsWith(`arn:${partition}:kms:${region}:123456789012:key/`), key);
        });

        it("has AWS's managed policies under its partition", () => {
            const role = account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id;
            const policyArn = `arn:${partition}:iam::aws:policy/${MANAGED}`;
            assert.equal(account.create("attachment", { role, policyArn }).outputs.role, role);
        });

        it("decrypts for a task through the host name that the guide of AWS KMS shows, in any partition", () => {
            const keyId = account.output("key", {}, "arn");
            const inputs = { type: "SecureString", value: "fake-value", keyId };
            const valueFrom = account.output("parameter", inputs, "arn");
            const run = (suffix: string) => {
                const role = account.role({
                    Version: "2012-10-17",
                    Statement: [
                        { Effect: "Allow", Action: "ssm:GetParameters", Resource: valueFrom },
                        {
                            Effect: "Allow",
                            Action: "kms:Decrypt",
                            Resource: keyId,
                            Condition: {
                                StringEquals: { "kms:ViaService": `ssm.${region}.${suffix}` },
                            },
                        },
                    ],
                });
                return runTask(account, { secrets: [{ name: "A", valueFrom }] }, role).lastStatus;
            };
            assert.equal(run("amazonaws.com"), "RUNNING");
            assert.equal(run("example.com"), "STOPPED");
        });
    });
}

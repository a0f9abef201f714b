import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { putSecretValue } from "../../../sandbox/aws/secretsmanager";
import { allow, TestAccount, TRUST } from "../../support/simulated-aws";

describe("the simulated AWS looks up", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());
    const look = (path: string, args: Properties) =>
        provider.invoke(account.account, `aws:${path}:${path.split("/")[1]}`, args);

    it("a role by its name, with what is said of it", () => {
        const assumeRolePolicy = JSON.stringify(TRUST);
        const inputs = { name: "web", path: "/teams/", assumeRolePolicy, tags: { team: "web" } };
        const { outputs } = account.create("role", { ...inputs, description: "Web" });
        const { arn, path, tags, ...found } = look("iam/getRole", { name: "web" });
        assert.deepEqual([arn, path, tags], [outputs.arn, "/teams/", { team: "web" }]);
        assert.deepEqual(
            [found.assumeRolePolicy, found.description, found.permissionsBoundary],
            [assumeRolePolicy, "Web", ""],
        );
        assert.throws(
            () => look("iam/getRole", { name: "no" }),
            /GetRole, NoSuchEntity: The role with name no cannot be found\.$/,
        );
    });

    it("a managed policy by its ARN and by its name, one of the account and one of AWS", () => {
        const policy = JSON.stringify(allow("s3:GetObject"));
        const { id } = account.create("policy", { name: "read", path: "/web/", policy });
        for (const args of [{ arn: id }, { name: "read" }]) {
            const { arn, path, policy: document } = look("iam/getPolicy", args);
            assert.deepEqual([arn, path, document], [id, "/web/", policy]);
        }
        const name = "AmazonECSTaskExecutionRolePolicy";
        const ofAws = look("iam/getPolicy", { name });
        assert.equal(ofAws.arn, `arn:aws:iam::aws:policy/service-role/${name}`);
        assert.equal(ofAws.path, "/service-role/");
        assert.match(String(ofAws.policy), /"logs:PutLogEvents"/);
        assert.throws(
            () => look("iam/getPolicy", { name: "no" }),
            /GetPolicy, NoSuchEntity: Policy arn:aws:iam::aws:policy\/no was not found\.$/,
        );
    });

    it("a parameter by its name, with its version and not in the clear where it is secret", () => {
        account.create("parameter", { name: "/a", type: "String", value: "made-up" });
        account.create("parameter", { name: "/b", type: "SecureString", value: "made-up" });
        const { arn, insecureValue, version } = look("ssm/getParameter", { name: "/a" });
        assert.deepEqual(
            [arn, insecureValue, version],
            ["arn:aws:ssm:us-east-1:123456789012:parameter/a", "made-up", 1],
        );
        assert.equal(look("ssm/getParameter", { name: "/b" }).insecureValue, "");
        assert.throws(
            () => look("ssm/getParameter", { name: "/c" }),
            /SSM: GetParameter, ParameterNotFound: Parameter \/c not found\.$/,
        );
    });

    it("a version of a secret by its label and by its id", () => {
        const secretId = account.output("secret", { name: "db" }, "arn");
        const first = putSecretValue(account.account, secretId, "made-up");
        const second = putSecretValue(account.account, secretId, "made-up-too");
        const version = (args: Properties) =>
            look("secretsmanager/getSecretVersion", { secretId, ...args }).versionId;
        assert.equal(version({}), second);
        assert.equal(version({ versionStage: "AWSPREVIOUS" }), first);
        assert.equal(version({ versionId: first }), first);
        assert.throws(
            () => version({ versionStage: "NONE" }),
            /GetSecretValue, ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: NONE$/,
        );
    });
});

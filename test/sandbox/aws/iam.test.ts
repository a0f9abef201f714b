import assert from "node:assert/strict";
import { evaluateRole, findRole, listManagedPolicies } from "../../../sandbox/aws/iam";
import { allow, TestAccount, TRUST } from "../../support/simulated-aws";
import { update } from "./engine-steps";
import { allBut, everything, runTask } from "./task-start/run-task";

const assumeRolePolicy = JSON.stringify(TRUST);
const json = (document: object) => JSON.stringify(document);

describe("in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    const may = (roleArn: string, action = "s3:GetObject") => {
        const role = findRole(account.account, roleArn);
        assert.ok(role);
        const resource = "arn:aws:s3:::b/a";
        const context = { "aws:ResourceAccount": [account.account.id] };
        const { verdict, by } = evaluateRole(role, "session", { action, resource, context });
        return [verdict.answer, by];
    };

    describe("a managed policy", () => {
        it("may have 6,144 characters, white space aside", () => {
            const policy = json(allow("ssm:GetParameters", "x"));
            const padded = json(allow("ssm:GetParameters", "x".repeat(6_145 - policy.length)));
            account.create("policy", { policy: padded.replaceAll(",", ", ") });
            const [{ document }] = listManagedPolicies(account.account);
            assert.equal(document.replace(/\s/g, "").length, 6_144);
        });

        it("gives a role its rights while it is attached, as it is now", () => {
            const role = account.create("role", { assumeRolePolicy });
            const arn = String(role.outputs.arn);
            const policy = account.create("policy", { policy: json(allow("s3:PutObject")) });
            const inputs = { role: role.id, policyArn: policy.id };
            const attachment = account.create("attachment", inputs);
            assert.deepEqual(may(arn), ["denied", "identity-based policy"]);
            const news = { policy: json(allow("s3:GetObject")) };
            assert.equal(update(account, "policy", policy, news).outputs.attachmentCount, 1);
            assert.deepEqual(may(arn), ["allowed", undefined]);
            account.delete("attachment", attachment);
            assert.deepEqual(may(arn), ["denied", "identity-based policy"]);
            account.delete("policy", policy);
            assert.deepEqual(listManagedPolicies(account.account), []);
        });

        it("has its path in its ARN, and its prefix in its name", () => {
            const inputs = { policy: json(everything), path: "/web/", namePrefix: "read-" };
            const { id } = account.create("policy", inputs);
            assert.match(id, /^arn:aws:iam::123456789012:policy\/web\/read-[0-9a-f]{26}$/);
        });
    });

    describe("a permissions boundary", () => {
        const limited = (boundary: object) =>
            account.create("role", {
                assumeRolePolicy,
                permissionsBoundary: account.output("policy", { policy: json(boundary) }, "arn"),
                inlinePolicies: [{ name: "all", policy: json(everything) }],
            });

        it("keeps a role from what its policies allow", () => {
            const arn = String(limited(allow("s3:PutObject")).outputs.arn);
            assert.deepEqual(may(arn), ["denied", "permissions boundary"]);
            assert.deepEqual(may(arn, "s3:PutObject"), ["allowed", undefined]);
        });

        it("gives no right of its own", () => {
            const role = limited(everything);
            update(account, "role", role, { ...role.outputs, inlinePolicies: [] });
            assert.deepEqual(may(String(role.outputs.arn)), ["denied", "identity-based policy"]);
        });

        it("goes with an update that names none", () => {
            const role = limited(allow("s3:PutObject"));
            update(account, "role", role, { assumeRolePolicy });
            assert.deepEqual(may(String(role.outputs.arn)), ["allowed", undefined]);
        });

        const refusals: Record<string, RegExp> = {
            "secretsmanager:GetSecretValue":
                /perform: secretsmanager:GetSecretValue .* with an explicit deny in a permissions boundary$/,
            "kms:Decrypt": /AccessDeniedException: Access to KMS is not allowed$/,
        };
        for (const [action, reason] of Object.entries(refusals)) {
            it(`keeps a task from its secret where it denies ${action}`, () => {
                const kmsKeyId = account.output("key", {}, "arn");
                const secretId = account.output("secret", { kmsKeyId }, "arn");
                account.create("secretVersion", { secretId, secretString: "fake-value" });
                const { arn } = limited(allBut(action)).outputs;
                const secrets = [{ name: "S", valueFrom: secretId }];
                const task = runTask(account, { secrets }, String(arn));
                assert.match(task.stoppedReason ?? "", reason);
            });
        }
    });

    it("a role of one name may be in each account", () => {
        for (const one of [account, account.other()]) {
            const { outputs } = one.create("role", { name: "web", assumeRolePolicy });
            assert.equal(outputs.arn, `arn:aws:iam::${one.account.id}:role/web`);
        }
    });
});

import assert from "node:assert/strict";
import { listServices } from "../../../sandbox/aws/ecs";
import { allow, TestAccount, together, TRUST } from "../../support/simulated-aws";
import { stoppedByReferences } from "./task-start/by-references";
import { stoppedByRights } from "./task-start/by-rights";
import { CANARY, createService, right, type Scenario } from "./task-start/scenario";

const running: Record<string, Partial<Scenario>> = {
    "its role may read and decrypt": {},
    "the secret and its key are in another region": { region: "eu-west-1" },
    "the secret is read through Parameter Store": { isReadThroughParameterStore: true },
    "it names a JSON key that is there": { suffix: ":password::" },
    "the AWS managed keys are used, without kms:Decrypt": {
        hasKey: false,
        role: together(allow("secretsmanager:GetSecretValue"), allow("ssm:GetParameters")),
    },
    "the key policy names everybody, without kms:Decrypt": {
        keyPolicy: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }],
        },
        role: together(allow("secretsmanager:GetSecretValue"), allow("ssm:GetParameters")),
    },
};

const stopped = { ...stoppedByRights, ...stoppedByReferences };

describe("a task in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    for (const [when, change] of Object.entries(running)) {
        it(`runs, and tells names alone, when ${when}`, () => {
            createService(account, { ...right, ...change }, true);
            const [{ deployments }] = listServices(account.account);
            assert.equal(deployments[0].tasks[0].lastStatus, "RUNNING");
            assert.deepEqual(deployments[0].tasks[0].injected, { web: ["SECRET", "PARAMETER"] });
            assert.ok(!JSON.stringify(deployments).includes(CANARY));
        });
    }

    for (const [when, [change, reason]] of Object.entries(stopped)) {
        it(`stops when ${when}, which fails a service that waits`, () => {
            const service = createService(account, { ...right, ...change }, true);
            const [{ deployments }] = listServices(account.account);
            const [task] = deployments[0].tasks;
            assert.equal(task.lastStatus, "STOPPED");
            assert.equal(task.stopCode, "TaskFailedToStart");
            assert.match(task.stoppedReason ?? "", reason);
            assert.deepEqual(service.failures?.length, 1);
            assert.match(service.failures?.[0] ?? "", /^simulated AWS: .*ResourceInitialization/);
            assert.match(service.id, /^arn:aws:ecs:us-east-1:123456789012:service\//);
            assert.ok(!JSON.stringify([deployments, service]).includes(CANARY));
        });
    }

    it("stops without failing a service that does not wait", () => {
        const service = createService(account, { ...right, trust: denyAll, hasKey: false }, false);
        assert.equal(service.failures, undefined);
        assert.equal(
            listServices(account.account)[0].deployments[0].tasks[0].lastStatus,
            "STOPPED",
        );
    });
});

const denyAll = { ...TRUST, Statement: [{ ...TRUST.Statement[0], Effect: "Deny" }] };

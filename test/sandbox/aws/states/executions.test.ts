import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { Account } from "../../../../sandbox/aws/account";
import { failNext, startExecution, takeFault } from "../../../../sandbox/aws/states";
import { allow } from "../../../support/simulated-aws";
import { EventAccount, IDLE, trustOf } from "../events/account";

const UPDATE = "arn:aws:states:::aws-sdk:ecs:updateService";
const SERVICE = "arn:aws:ecs:us-east-1:123456789012:service/main/app";
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";
const URL = "https://sqs.us-east-1.amazonaws.com/123456789012/q";

/** A state machine of one task. */
const task = (Resource: string, Parameters: object) =>
    JSON.stringify({
        StartAt: "Do",
        States: { Do: { Type: "Task", Resource, Parameters, End: true } },
    });

const update = (Cluster: string, Service: string) =>
    task(UPDATE, { Cluster, Service, ForceNewDeployment: true });
const send = (QueueUrl: string) =>
    task("arn:aws:states:::sqs:sendMessage", { QueueUrl, MessageBody: { a: 1 } });

type Row = [definition: string, policy: object, error: string, cause: RegExp];
const failures: Record<string, Row> = {
    "with the error of a service that is not there": [
        update("main", "other"),
        allow("ecs:UpdateService"),
        "Ecs.ServiceNotFoundException",
        /^Service not found\. \(Service: Ecs, Status Code: 400\)$/,
    ],
    "with the error of a cluster that is not there": [
        update("other", "app"),
        allow("ecs:UpdateService"),
        "Ecs.ClusterNotFoundException",
        /^Cluster not found\. \(Service: Ecs, Status Code: 400\)$/,
    ],
    "for want of a right to the service": [
        update("main", "app"),
        allow("ecs:UpdateService", `${SERVICE}-other`),
        "Ecs.AccessDeniedException",
        /is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service\/main\/app /,
    ],
    "for want of a right to the service that its ARN names": [
        update("main", SERVICE),
        allow("ecs:UpdateService", `${SERVICE}-other`),
        "Ecs.AccessDeniedException",
        /on resource: arn:aws:ecs:us-east-1:123456789012:service\/main\/app /,
    ],
    "for want of a right to the queue": [
        send(URL),
        allow("sqs:SendMessage", `${QUEUE}-other`),
        "SQS.AmazonSQSException",
        /is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:123456789012:q .*Error Code: AccessDenied\)$/,
    ],
    "for want of a queue": [
        send(URL),
        allow("sqs:SendMessage"),
        "SQS.AmazonSQSException",
        /^The specified queue does not exist\. /,
    ],
    "for want of a URL of a queue": [
        send("q"),
        allow("sqs:SendMessage"),
        "SQS.AmazonSQSException",
        /^The address q is not valid for this endpoint\. /,
    ],
};

describe("an execution", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
    });
    afterEach(() => account.remove());

    for (const [title, [definition, policy, error, cause]] of Object.entries(failures)) {
        it(`fails ${title}`, () => {
            account.create("cluster", { name: "main" });
            const roleArn = account.roleOf("machine", trustOf("states"), policy);
            const arn = account.makeArn("machine", { definition, roleArn });
            const execution = startExecution(account.account, arn, {});
            assert.deepEqual([execution.status, execution.error], ["FAILED", error]);
            assert.match(execution.cause ?? "", cause);
        });
    }

    it("fails if the role is gone", () => {
        const roleArn = account.roleOf("machine", trustOf("states"), allow("*"));
        const arn = account.makeArn("machine", { definition: update("main", "app"), roleArn });
        account.delete("role", { id: "machine", outputs: { forceDetachPolicies: true } });
        const { error } = startExecution(account.account, arn, {});
        assert.equal(error, "States.Permissions");
    });

    it("has an ARN of another form in an express machine", () => {
        const roleArn = account.roleOf("machine", trustOf("states"));
        const inputs = { name: "m", definition: IDLE, roleArn };
        const standard = account.makeArn("machine", inputs);
        const express = account.makeArn("machine", { ...inputs, name: "e", type: "EXPRESS" });
        const start = (arn: string) => startExecution(account.account, arn, {}, "run").executionArn;
        assert.equal(start(standard), "arn:aws:states:us-east-1:123456789012:execution:m:run");
        assert.match(
            start(express),
            /^arn:aws:states:us-east-1:123456789012:express:e:run:[0-9a-f-]{36}$/,
        );
    });

    it("is refused of a machine that does not exist", () => {
        const arn = "arn:aws:states:us-east-1:123456789012:stateMachine:other";
        assert.throws(() => startExecution(account.account, arn, {}), {
            message: `simulated AWS: operation error SFN: StartExecution, StateMachineDoesNotExist: State Machine Does Not Exist: '${arn}'`,
        });
    });

    it("fails as it was told to in another process", () => {
        failNext(account.account, "ecs:UpdateService", "ThrottlingException", 2);
        const script = `
            require("ts-node/register/transpile-only");
            const { Account } = require(process.argv[1]);
            const { takeFault } = require(process.argv[2]);
            console.log(takeFault(new Account(process.argv[3], "us-east-1"), "ecs:UpdateService"));
        `;
        const files = ["account", "states/faults"].map((file) =>
            require.resolve(`../../../../sandbox/aws/${file}`),
        );
        const args = ["-e", script, ...files, account.folder];
        const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
        assert.equal(stdout.trim(), "ThrottlingException");
        const here = new Account(account.folder, "us-east-1");
        assert.equal(takeFault(here, "sqs:SendMessage"), undefined);
        assert.equal(takeFault(here, "ecs:UpdateService"), "ThrottlingException");
        assert.equal(takeFault(here, "ecs:UpdateService"), undefined);
    });
});

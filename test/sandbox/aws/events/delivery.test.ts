import assert from "node:assert/strict";
import { failNext, listExecutions } from "../../../../sandbox/aws/states";
import { allow } from "../../../support/simulated-aws";
import { RotationWorld, type Deviation } from "./rotation-world";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:failures";
const DENIED = allow("s3:GetObject");

describe("an event that a rule matches", () => {
    let world: RotationWorld;
    const begin = (deviation?: Deviation) => (world = new RotationWorld(deviation));
    afterEach(() => world.remove());

    it("reaches the machine complete, and without a value", () => {
        begin().rotate();
        const [{ input, executionArn }] = listExecutions(world.account);
        const { id, time, detail, ...rest } = input as Record<string, unknown>;
        assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        assert.ok(
            executionArn.startsWith(
                `arn:aws:states:us-east-1:123456789012:execution:redeploy:${String(id)}_`,
            ),
        );
        const { versionId, ...others } = detail as Record<string, unknown>;
        assert.match(String(versionId), /^[0-9a-f-]{36}$/);
        assert.deepEqual(others, { labelUpdated: "AWSCURRENT", name: "db" });
        assert.deepEqual(rest, {
            version: "0",
            "detail-type": "Secret Label Updated",
            source: "aws.secretsmanager",
            account: "123456789012",
            region: "us-east-1",
            resources: [world.secret],
        });
    });

    it("is replaced by the input of the target", () => {
        begin({ target: { input: '{"fixed":true}' } }).rotate();
        assert.deepEqual(listExecutions(world.account)[0].input, { fixed: true });
    });

    it("reaches a queue that is the target itself", () => {
        begin({ target: { arn: QUEUE, roleArn: undefined, deadLetterConfig: undefined } }).rotate();
        const [{ body, attributes }] = world.messages();
        assert.deepEqual(body.resources, [world.secret]);
        assert.deepEqual(attributes, {});
    });

    it("is delivered after StartExecution failed as often as the target lets it", () => {
        begin({ target: { retryPolicy: { maximumRetryAttempts: 2 } } });
        failNext(world.account, "states:StartExecution", "ThrottlingException", 2);
        world.rotate();
        assert.deepEqual([world.deployments(), world.messages()], [2, []]);
    });

    it("goes to the queue after StartExecution failed once more", () => {
        begin({ target: { retryPolicy: { maximumRetryAttempts: 2 } } });
        failNext(world.account, "states:StartExecution", "ThrottlingException", 3);
        world.rotate();
        assert.equal(world.deployments(), 1);
        const { ERROR_CODE, EXHAUSTED_RETRY_CONDITION, RETRY_ATTEMPTS } =
            world.messages()[0].attributes;
        assert.deepEqual(
            [ERROR_CODE, EXHAUSTED_RETRY_CONDITION, RETRY_ATTEMPTS],
            ["THROTTLING", "MaximumRetryAttempts", "2"],
        );
    });

    it("goes to the queue if the machine is gone", () => {
        begin();
        world.drop("machine", { id: world.machineArn, outputs: {} });
        world.rotate();
        assert.equal(world.messages()[0].attributes.ERROR_CODE, "NO_RESOURCE");
    });

    const lost: Record<string, [Deviation, reason: string | RegExp]> = {
        "has no dead-letter queue": [
            { target: { deadLetterConfig: undefined } },
            "The target has no dead-letter queue.",
        ],
        "has a dead-letter queue that does not exist": [
            { target: { deadLetterConfig: { arn: `${QUEUE}-other` } } },
            `There is no queue ${QUEUE}-other.`,
        ],
        "has a dead-letter queue whose policy names another service": [
            { queuePolicy: queuePolicy({ Principal: { Service: "sns.amazonaws.com" } }) },
            /^the queue policy does not let events\.amazonaws\.com use sqs:SendMessage/,
        ],
        "has a dead-letter queue whose policy names another rule": [
            {
                queuePolicy: queuePolicy({
                    Condition: {
                        ArnEquals: {
                            "aws:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/other",
                        },
                    },
                }),
            },
            /^the queue policy does not let events\.amazonaws\.com use sqs:SendMessage/,
        ],
        "has a dead-letter queue whose policy denies it to all": [
            { queuePolicy: queuePolicy({}, { Effect: "Deny", Principal: "*" }) },
            /^statement 2 of the queue policy denies sqs:SendMessage on /,
        ],
    };
    for (const [title, [deviation, expected]] of Object.entries(lost)) {
        it(`is lost if it cannot be delivered and the target ${title}`, () => {
            begin({ deliveryPolicy: DENIED, ...deviation }).rotate();
            const [[code, reason], ...others] = world.losses();
            assert.deepEqual([others, world.messages(), world.deployments()], [[], [], 1]);
            assert.equal(code, "NO_PERMISSIONS");
            assert.match(reason, typeof expected === "string" ? exactly(expected) : expected);
        });
    }
});

function exactly(text: string): RegExp {
    return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** A policy of the queue with statements that deviate from the usual one. */
function queuePolicy(...changes: object[]): object {
    const usual = {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: QUEUE,
    };
    return { Version: "2012-10-17", Statement: changes.map((change) => ({ ...usual, ...change })) };
}

import assert from "node:assert/strict";
import { listServices } from "../../../../sandbox/aws/ecs";
import { publish } from "../../../../sandbox/aws/events";
import { failNext, listExecutions } from "../../../../sandbox/aws/states";
import { allow } from "../../../support/simulated-aws";
import { trustOf } from "./account";
import { RotationWorld, type Deviation } from "./rotation-world";

const OTHER_RULE = "arn:aws:events:us-east-1:123456789012:rule/other";

describe("a secret that is rotated outside", () => {
    let world: RotationWorld;
    const begin = (deviation?: Deviation) => (world = new RotationWorld(deviation));
    afterEach(() => world.remove());

    it("leads to exactly one new deployment, whose tasks run", () => {
        begin().rotate();
        const [{ deployments }] = listServices(world.account);
        assert.deepEqual(
            deployments.map(({ tasks }) => tasks.map(({ lastStatus }) => lastStatus)),
            [["RUNNING"], ["RUNNING"]],
        );
        assert.equal(deployments[0].taskDefinition, deployments[1].taskDefinition);
        assert.deepEqual(world.histories(), [[["Redeploy", 1]]]);
        assert.deepEqual([world.messages(), world.losses()], [[], []]);
    });

    it("leads to one more deployment each time", () => {
        begin().rotate();
        world.rotate();
        assert.equal(world.deployments(), 3);
    });

    it("leads to none if it is another secret", () => {
        begin();
        world.rotate(world.makeSecret("other"));
        assert.deepEqual([world.deployments(), world.histories()], [1, []]);
    });

    it("leads to none while the new version is pending", () => {
        begin();
        const secretString = "fake-pending";
        const versionStages = ["AWSPENDING"];
        world.create("secretVersion", { secretId: world.secret, secretString, versionStages });
        publish(world.account, {
            source: "aws.secretsmanager",
            "detail-type": "Secret Label Updated",
            resources: [world.secret],
            detail: { name: "db", labelUpdated: "AWSPENDING", versionId: "fake" },
        });
        assert.deepEqual([world.deployments(), world.histories()], [1, []]);
    });

    it("leads to none if the rule is disabled, and nothing gets lost", () => {
        begin({ ruleState: "DISABLED" }).rotate();
        assert.deepEqual([world.deployments(), world.histories()], [1, []]);
        assert.deepEqual([world.messages(), world.losses()], [[], []]);
    });

    it("leads to none in another region, whose event bus is another one", () => {
        begin();
        publish(world.account.in("eu-west-1"), {
            source: "aws.secretsmanager",
            "detail-type": "Secret Label Updated",
            resources: [world.secret],
            detail: { name: "db", labelUpdated: "AWSCURRENT", versionId: "fake" },
        });
        assert.equal(world.deployments(), 1);
    });

    for (const region of ["cn-north-1", "us-gov-west-1"]) {
        it(`leads to exactly one new deployment in ${region}`, () => {
            world = new RotationWorld({}, region);
            world.rotate();
            assert.deepEqual([world.deployments(), world.losses()], [2, []]);
        });
    }

    it("leads to a new deployment in the account of the secret alone", () => {
        begin();
        const other = new RotationWorld({}, "us-east-1", world.folder, "210987654321");
        other.rotate();
        assert.deepEqual([world.deployments(), other.deployments()], [1, 2]);
    });

    it("leads to one deployment after UpdateService failed twice", () => {
        failNext(begin().account, "ecs:UpdateService", "ThrottlingException", 2);
        world.rotate();
        assert.equal(world.deployments(), 2);
        assert.deepEqual(world.histories(), [[["Redeploy", 3]]]);
        assert.deepEqual(world.messages(), []);
    });

    it("leads to a message in the queue if UpdateService fails for good", () => {
        failNext(begin().account, "ecs:UpdateService", "ServerException", 1000);
        world.rotate();
        assert.equal(world.deployments(), 1);
        assert.deepEqual(world.histories(), [
            [
                ["Redeploy", 7],
                ["Report", 1],
                ["Failed", 1],
            ],
        ]);
        const [{ status, error }] = listExecutions(world.account, world.machineArn);
        assert.deepEqual([status, error], ["FAILED", "RedeployFailed"]);
        const [{ body }, ...others] = world.messages();
        assert.deepEqual(others, []);
        assert.deepEqual(Object.keys(body).sort(), ["cluster", "error", "event", "service"]);
        assert.equal(body.service, world.service);
        assert.equal((body.error as { Error: string }).Error, "Ecs.ServerException");
        assert.deepEqual((body.event as { resources: string[] }).resources, [world.secret]);
        assert.ok(!JSON.stringify(body).includes("fake-rotated"));
    });

    it("leads to one message though the queue failed twice to take it", () => {
        failNext(begin().account, "ecs:UpdateService", "ServerException", 1000);
        failNext(world.account, "sqs:SendMessage", "ServiceUnavailable", 2);
        world.rotate();
        assert.deepEqual(world.histories(), [
            [
                ["Redeploy", 7],
                ["Report", 3],
                ["Failed", 1],
            ],
        ]);
        assert.equal(world.messages().length, 1);
    });

    it("leads to a message at once if the machine may not update the service", () => {
        begin({ redeployPolicy: allow("sqs:SendMessage") }).rotate();
        assert.deepEqual(world.histories(), [
            [
                ["Redeploy", 1],
                ["Report", 1],
                ["Failed", 1],
            ],
        ]);
        const error = world.messages()[0].body.error as Record<string, string>;
        assert.equal(error.Error, "Ecs.AccessDeniedException");
        assert.match(
            error.Cause,
            /^User: arn:aws:sts::123456789012:assumed-role\/[^/]+\/\S+ is not authorized to perform: ecs:UpdateService on resource: arn:aws:ecs:us-east-1:123456789012:service\/main\/app because no identity-based policy allows the ecs:UpdateService action/,
        );
    });

    it("leads to a failed execution and no message if the machine may do neither", () => {
        begin({ redeployPolicy: allow("s3:GetObject") }).rotate();
        const [{ status, error }] = listExecutions(world.account);
        assert.deepEqual([status, error], ["FAILED", "SQS.AmazonSQSException"]);
        assert.deepEqual([world.deployments(), world.messages()], [1, []]);
    });

    const undelivered: Record<string, [Deviation, code: string]> = {
        "the role of the target may not start the machine": [
            {
                deliveryPolicy: allow(
                    "states:StartExecution",
                    "arn:aws:states:us-east-1:123456789012:stateMachine:other",
                ),
            },
            "NO_PERMISSIONS",
        ],
        "the role of the target trusts another service": [
            { deliveryTrust: trustOf("states") },
            "FAILED_TO_ASSUME_ROLE",
        ],
        "the role of the target trusts another rule": [
            { deliveryTrust: withCondition({ ArnLike: { "aws:SourceArn": OTHER_RULE } }) },
            "FAILED_TO_ASSUME_ROLE",
        ],
        "the role of the target trusts another account": [
            {
                deliveryTrust: withCondition({
                    StringEquals: { "aws:SourceAccount": "210987654321" },
                }),
            },
            "FAILED_TO_ASSUME_ROLE",
        ],
    };
    for (const [title, [deviation, code]] of Object.entries(undelivered)) {
        it(`leads to the event in the queue if ${title}`, () => {
            begin(deviation).rotate();
            assert.deepEqual([world.deployments(), world.histories()], [1, []]);
            const [{ body, attributes }, ...others] = world.messages();
            assert.deepEqual([others, world.losses()], [[], []]);
            assert.equal(body["detail-type"], "Secret Label Updated");
            const { ERROR_MESSAGE: _wording, ...rest } = attributes;
            assert.deepEqual(rest, {
                ERROR_CODE: code,
                RULE_ARN: world.ruleArn,
                TARGET_ARN: world.machineArn,
            });
        });
    }
});

function withCondition(Condition: object): object {
    const { Statement: statements } = trustOf("events") as { Statement: object[] };
    return { Version: "2012-10-17", Statement: statements.map((one) => ({ ...one, Condition })) };
}

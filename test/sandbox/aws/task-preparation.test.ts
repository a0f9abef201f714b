import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { putSecretValue } from "../../../sandbox/aws/secretsmanager";
import { putParameterValue } from "../../../sandbox/aws/ssm";
import { allow, TestAccount, together } from "../../support/simulated-aws";
import { allBut, everything, runTask } from "./task-start/run-task";
import { CANARY } from "./task-start/scenario";

const files = { environmentFiles: [{ value: "arn:aws:s3:::bucket/web.env", type: "s3" }] };
const options = {
    "awslogs-group": "/web",
    "awslogs-region": "us-east-1",
    "awslogs-stream-prefix": "ecs",
};
const logs = (more = {}) => ({
    logConfiguration: { logDriver: "awslogs", options: { ...options, ...more } },
});
const credentials = JSON.stringify({ username: CANARY, password: CANARY });
const FILES =
    "ResourceInitializationError: failed to download env files: .*: AccessDenied: User: .*";
const LOGS =
    "ResourceInitializationError: failed to validate logger args: .*: failed to create Cloudwatch log stream: ";

/** A container, its role's rights, and why the task stops; none: it runs. */
const rows: Record<string, [object, object | undefined, string?]> = {
    "the role may get the environment file": [
        files,
        together(
            allow("s3:GetObject", "arn:aws:s3:::bucket/web.env"),
            allow("s3:GetBucketLocation", "arn:aws:s3:::bucket"),
        ),
    ],
    "the role may not get the environment file": [
        files,
        allBut("s3:GetObject"),
        `${FILES} perform: s3:GetObject on resource: arn:aws:s3:::bucket/web\\.env with an`,
    ],
    "the role may not locate the bucket": [
        files,
        allow("s3:GetObject"),
        `${FILES} perform: s3:GetBucketLocation on resource: arn:aws:s3:::bucket because no`,
    ],
    "the log group is there": [logs(), everything],
    "the log group is there, and an instance writes to it": [logs(), undefined],
    "the role may write to its log streams alone": [
        logs(),
        allow(
            ["logs:CreateLogStream", "logs:PutLogEvents"],
            "arn:aws:logs:us-east-1:123456789012:log-group:/web:*",
        ),
    ],
    "the log group is not there": [
        logs({ "awslogs-group": "/other" }),
        everything,
        `${LOGS}ResourceNotFoundException: The specified log group does not exist\\.`,
    ],
    "the log group is not there, and an instance writes to it": [
        logs({ "awslogs-group": "/other" }),
        undefined,
        `${LOGS}ResourceNotFoundException: `,
    ],
    "the log group is in another region": [
        logs({ "awslogs-region": "eu-west-1" }),
        everything,
        `${LOGS}ResourceNotFoundException: `,
    ],
    "the log group is to be made": [
        logs({ "awslogs-group": "/other", "awslogs-create-group": "true" }),
        everything,
    ],
    "the role may not make the log group": [
        logs({ "awslogs-group": "/other", "awslogs-create-group": "true" }),
        allBut("logs:CreateLogGroup"),
        `${LOGS}AccessDeniedException: .*logs:CreateLogGroup`,
    ],
    "the role may not make a log stream": [
        logs(),
        allBut("logs:CreateLogStream"),
        `${LOGS}AccessDeniedException: .*logs:CreateLogStream on resource: .*:log-stream:ecs/web/`,
    ],
    "the role may not write to the log stream": [
        logs(),
        allBut("logs:PutLogEvents"),
        `${LOGS}AccessDeniedException: .*logs:PutLogEvents`,
    ],
};

describe("a task in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
        account.account.collection("logs-groups").put("/web", { name: "/web" });
    });
    afterEach(() => account.remove());

    for (const [when, [container, rights, reason]] of Object.entries(rows)) {
        it(`${reason === undefined ? "runs" : "stops"} when ${when}`, () => {
            const task = runTask(account, container, rights && account.role(rights));
            assert.equal(task.lastStatus, reason === undefined ? "RUNNING" : "STOPPED");
            assert.match(task.stoppedReason ?? "", RegExp(reason ?? "^$"));
        });
    }

    it("runs without kms:Decrypt when its parameter names the AWS managed key by its ARN", () => {
        const args = { keyId: "alias/aws/ssm" };
        const { arn: keyId } = provider.invoke(account.account, "aws:kms/getKey:getKey", args);
        const inputs = { name: "/a", type: "SecureString", value: CANARY, keyId };
        account.create("parameter", inputs);
        const secrets = [{ name: "A", valueFrom: "/a" }];
        const task = runTask(account, { secrets }, account.role(allow("ssm:GetParameters")));
        assert.equal(task.stoppedReason, undefined);
        assert.equal(task.lastStatus, "RUNNING");
    });

    const registries: Record<string, [string, object, RegExp]> = {
        "runs when the registry's credentials are complete": [credentials, everything, /^$/],
        "stops when the registry's credentials lack the password": [
            JSON.stringify({ username: CANARY }),
            everything,
            /unable to get registry auth from asm: the secret must be a JSON object with username/,
        ],
        "stops when the registry's credentials are no JSON": [
            CANARY,
            everything,
            /unable to get registry auth from asm: the secret must be a JSON object with username/,
        ],
        "stops when the role may not read the registry's credentials": [
            credentials,
            allBut("secretsmanager:GetSecretValue"),
            /AccessDeniedException: User: .* perform: secretsmanager:GetSecretValue/,
        ],
    };
    for (const [title, [secretString, rights, reason]] of Object.entries(registries)) {
        for (const by of ["id", "name"] as const) {
            it(`${title}, and are named by ${by === "id" ? "ARN" : "name"}`, () => {
                const secret = account.create("secret", {});
                account.create("secretVersion", { secretId: secret.id, secretString });
                const credentialsParameter = by === "id" ? secret.id : String(secret.outputs.name);
                const repositoryCredentials = { credentialsParameter };
                const task = runTask(account, { repositoryCredentials }, account.role(rights));
                assert.match(task.stoppedReason ?? "", reason);
                assert.equal(task.lastStatus, reason.test("") ? "RUNNING" : "STOPPED");
                assert.ok(!JSON.stringify(task).includes(CANARY));
            });
        }
    }

    const connect = (valueFrom: string): Properties => ({
        serviceConnectConfiguration: {
            enabled: true,
            logConfiguration: {
                logDriver: "splunk",
                secretOptions: [{ name: "splunk-token", valueFrom }],
            },
        },
    });

    it("tells the versions of all that it was given, also by Service Connect", () => {
        const secretId = account.output("secret", {}, "arn");
        const versionId = putSecretValue(account.account, secretId, CANARY);
        account.create("parameter", { name: "/a", type: "String", value: CANARY });
        const version = putParameterValue(account.account, "/a", CANARY);
        const secrets = [
            { name: "A", valueFrom: "/a" },
            { name: "S", valueFrom: secretId },
        ];
        const task = runTask(account, { secrets }, account.role(everything), connect(secretId));
        assert.equal(version, 2);
        assert.deepEqual(task.versions, {
            web: { A: 2, S: versionId },
            "ecs-service-connect": { "splunk-token": versionId },
        });
        assert.deepEqual(task.injected, {
            web: ["A", "S"],
            "ecs-service-connect": ["splunk-token"],
        });
        assert.ok(!JSON.stringify(task).includes(CANARY));
    });

    it("stops when the role may not read what Service Connect logs with", () => {
        const secretId = account.output("secret", {}, "arn");
        putSecretValue(account.account, secretId, CANARY);
        const rights = allBut("secretsmanager:GetSecretValue");
        const task = runTask(account, {}, account.role(rights), connect(secretId));
        assert.match(task.stoppedReason ?? "", /perform: secretsmanager:GetSecretValue/);
    });

    it("stops when Service Connect logs with a secret and the task has no execution role", () => {
        const task = runTask(account, {}, undefined, connect("/a"));
        assert.match(task.stoppedReason ?? "", /the task has no such role\.$/);
    });
});

import assert from "node:assert/strict";
import { articleProgram } from "../support/article";
import {
    childrenOf,
    inputsOf,
    namesAndTypes,
    recordClean,
    resource,
    taskComponent,
} from "../support/recorded";
import { type Recording } from "../support/recording";
import { secretOf } from "../support/wire";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-61727469636c";
const DATABASE = "arn:aws:ssm:us-east-1:123456789012:parameter/web/database-password";
const SPLUNK =
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-secret-splunk-0a1b2c3-AbCdEf";
const ROLE = "web-execution-role-0a1b2c3";
const TASK_ROLE = "web-task-role-0a1b2c3";

/** A logical name that changes replaces somebody's resource: this list is held. */
const OF_SERVICE = {
    web: "ecs-secrets:index:SecretInjectedTaskDefinition",
    "web-service": "aws:ecs/service:Service",
};
const OF_TASK = {
    "web-execution-attachment": "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "web-execution-policy": "aws:iam/rolePolicy:RolePolicy",
    "web-execution-role": "aws:iam/role:Role",
    "web-secret-database": "aws:ssm/parameter:Parameter",
    "web-secret-splunk": "aws:secretsmanager/secret:Secret",
    "web-secret-splunk-version": "aws:secretsmanager/secretVersion:SecretVersion",
    "web-task": "aws:ecs/taskDefinition:TaskDefinition",
    "web-task-role": "aws:iam/role:Role",
};

function assertChildren(recording: Recording): void {
    const ofService = childrenOf(recording, resource(recording, "web"));
    assert.deepEqual(namesAndTypes(ofService), OF_SERVICE);
    const ofTask = childrenOf(recording, taskComponent(recording, "web"));
    assert.deepEqual(namesAndTypes(ofTask), OF_TASK);
}

describe("the article's service through the component", () => {
    let recording: Recording;

    before(async () => {
        recording = await recordClean(() => articleProgram());
    });

    it("has exactly these children, by name and type", () => {
        assertChildren(recording);
        const count = Object.keys({ ...OF_SERVICE, ...OF_TASK }).length;
        assert.equal(recording.resources.length, count + 2);
    });

    it("tells the engine names, and no value, of itself", () => {
        const component = resource(recording, "web");
        assert.equal(component.type, "ecs-secrets:index:SecretInjectedService");
        assert.equal(component.custom, false);
        assert.deepEqual(taskComponent(recording, "web").inputs, { validated: true });
        assert.deepEqual(component.inputs, {
            containers: {
                web: {
                    environment: [],
                    undetermined: [],
                    secrets: ["DATABASE_PASSWORD"],
                    logOptions: ["splunk-url"],
                    logSecretOptions: ["splunk-token"],
                },
            },
            secrets: {
                database: { store: "ssm", hasOwnKey: true },
                splunk: { store: "secretsmanager", hasOwnKey: false },
            },
            validated: true,
        });
    });

    it("keeps the password in a SecureString parameter under the key, marked as secret", () => {
        assert.deepEqual(inputsOf(recording, "web-secret-database"), {
            type: "SecureString",
            tier: "Intelligent-Tiering",
            name: "/web/database-password",
            keyId: KEY,
            value: secretOf("made-up-database-value"),
        });
    });

    it("keeps the token in a secret and its version, marked as secret", () => {
        assert.deepEqual(inputsOf(recording, "web-secret-splunk"), {});
        assert.deepEqual(inputsOf(recording, "web-secret-splunk-version"), {
            secretId: SPLUNK,
            secretString: secretOf("made-up-splunk-value"),
            versionStages: ["AWSCURRENT", "PULUMI"],
        });
        const version = resource(recording, "web-secret-splunk-version");
        assert.deepEqual(version.ignoreChanges, ["versionStages"]);
        assert.equal(version.retainOnDelete, true);
    });

    it("registers the article's task definition, as a plain string with sorted keys", () => {
        assert.deepEqual(inputsOf(recording, "web-task"), {
            family: "web",
            networkMode: "awsvpc",
            requiresCompatibilities: ["EC2"],
            executionRoleArn: `arn:aws:iam::123456789012:role/${ROLE}`,
            taskRoleArn: `arn:aws:iam::123456789012:role/${TASK_ROLE}`,
            containerDefinitions:
                `[{"cpu":0,"environment":[],"essential":true,"image":"httpd",` +
                `"logConfiguration":{"logDriver":"splunk",` +
                `"options":{"splunk-url":"https://sample.splunk.com:8080"},"secretOptions":` +
                `[{"name":"splunk-token","valueFrom":"${SPLUNK}"}]},"memory":128,` +
                `"mountPoints":[],"name":"web",` +
                `"portMappings":[{"containerPort":80,"hostPort":80,"protocol":"tcp"}],"secrets":` +
                `[{"name":"DATABASE_PASSWORD","valueFrom":"${DATABASE}"}],` +
                `"systemControls":[],"volumesFrom":[]}]`,
        });
    });

    it("deploys anew when a version changes, and only once all is in place", () => {
        assert.deepEqual(inputsOf(recording, "web-service"), {
            cluster: "arn:aws:ecs:us-east-1:123456789012:cluster/article",
            taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1",
            launchType: "EC2",
            desiredCount: 1,
            networkConfiguration: { subnets: ["subnet-0a"], securityGroups: ["sg-0a"] },
            deploymentCircuitBreaker: { enable: true, rollback: true },
            waitForSteadyState: true,
            forceNewDeployment: true,
            triggers: { database: "1", splunk: "00000000-0000-4000-8000-7765622d7365" },
        });
        const { dependencies } = resource(recording, "web-service");
        for (const name of [
            "web-execution-attachment",
            "web-execution-policy",
            "web-secret-database",
            "web-secret-splunk-version",
            "web-task",
        ]) {
            assert.ok(dependencies.includes(resource(recording, name).urn), name);
        }
    });

    it("has the same children in a preview, with the definitions unknown as one", async () => {
        const preview = await recordClean(() => articleProgram(), { mode: "preview" });
        assertChildren(preview);
        assert.deepEqual(resource(preview, "web").inputs, resource(recording, "web").inputs);
    });

    it("leaves the managed policy out where it is turned off", async () => {
        const without = await recordClean(() =>
            articleProgram((args) => ({
                ...args,
                executionRole: { attachTaskExecutionPolicy: false },
            })),
        );
        const names = without.resources.map(({ name }) => name);
        assert.ok(!names.includes("web-execution-attachment"));
    });
});

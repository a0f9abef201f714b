import assert from "node:assert/strict";
import { listServices, updateService } from "../../../sandbox/aws/ecs";
import * as provider from "../../../sandbox/aws/provider";
import { AwsError, type Properties } from "../../../sandbox/aws/resource-type";
import { putSecretValue } from "../../../sandbox/aws/secretsmanager";
import { TestAccount } from "../../support/simulated-aws";
import { typeOf, update } from "./engine-steps";
import { everything } from "./task-start/run-task";

const force = { forceNewDeployment: true };
const loadBalancers = [{ targetGroupArn: "arn", containerName: "web", containerPort: 80 }];
const codeDeploy = { deploymentController: { type: "CODE_DEPLOY" }, loadBalancers };

describe("a service in the simulated AWS", () => {
    let account: TestAccount;
    let secretId: string;
    let inputs: Properties;
    beforeEach(() => {
        account = new TestAccount();
        secretId = account.output("secret", {}, "arn");
        putSecretValue(account.account, secretId, "fake-one");
        inputs = {
            name: "web",
            cluster: account.output("cluster", { name: "main" }, "arn"),
            taskDefinition: definition([{ name: "S", valueFrom: secretId }]),
            desiredCount: 1,
        };
    });
    afterEach(() => account.remove());

    const definition = (secrets: object[]) => {
        const portMappings = [{ containerPort: 80 }];
        const container = { name: "web", image: "httpd", memory: 128, portMappings, secrets };
        const containerDefinitions = JSON.stringify([container]);
        const executionRoleArn = account.role(everything);
        const task = { family: "web", containerDefinitions, executionRoleArn };
        return account.output("task", task, "arn");
    };
    const deployments = () => listServices(account.account)[0].deployments;
    const versions = () => deployments().map(({ tasks }) => tasks[0]?.versions.web.S);

    it("starts tasks with the new version when it is told to, and not before", () => {
        account.create("service", inputs);
        const [first] = versions();
        const second = putSecretValue(account.account, secretId, "fake-two");
        assert.deepEqual(versions(), [first]);
        updateService(account.account, "main", "web", force);
        assert.deepEqual(versions(), [second, first]);
    });

    it("starts none when it is updated from outside and not told to", () => {
        account.create("service", inputs);
        const { serviceArn } = updateService(account.account, String(inputs.cluster), "web", {
            forceNewDeployment: false,
        });
        assert.equal(serviceArn, "arn:aws:ecs:us-east-1:123456789012:service/main/web");
        assert.equal(deployments().length, 1);
    });

    it("is not told to for ever because it was told once", () => {
        const state = account.create("service", inputs);
        updateService(account.account, "main", state.id, force);
        update(account, "service", state, { ...inputs, desiredCount: 2 });
        assert.equal(deployments().length, 2);
        assert.equal(deployments()[0].tasks.length, 2);
    });

    const missing: Record<string, [string, string, string]> = {
        "a service that does not exist": ["main", "other", "ServiceNotFoundException"],
        "a cluster that does not exist": ["other", "web", "ClusterNotFoundException"],
    };
    for (const [title, [cluster, service, code]] of Object.entries(missing)) {
        it(`refuses with ${code} the update of ${title}`, () => {
            account.create("service", inputs);
            assert.throws(
                () => updateService(account.account, cluster, service, force),
                (error: unknown) => error instanceof AwsError && error.code === code,
            );
        });
    }

    const changes: Record<string, [Properties, number]> = {
        "once more with another trigger, if it is told to by that": [
            { ...force, triggers: { a: "2" } },
            2,
        ],
        "not with another trigger alone": [{ triggers: { a: "2" } }, 1],
        "not with other tags, even if it is told to": [{ tags: { a: "b" } }, 1],
        "once more with a load balancer": [{ loadBalancers }, 2],
        "not with another count": [{ desiredCount: 3 }, 1],
    };
    for (const [title, [change, count]] of Object.entries(changes)) {
        it(`is deployed ${title}`, () => {
            const first = "tags" in change ? { ...inputs, ...force } : inputs;
            const state = account.create("service", first);
            update(account, "service", state, { ...first, ...change });
            assert.equal(deployments().length, count);
        });
    }

    const refused: Record<string, [() => Properties, RegExp]> = {
        "a new deployment": [
            () => force,
            /Cannot force a new deployment on services with a CODE_DEPLOY deployment controller\. Use AWS CodeDeploy to trigger a new deployment\./,
        ],
        "another task definition": [
            () => ({ taskDefinition: definition([]) }),
            /Unable to update task definition on services with a CODE_DEPLOY deployment controller/,
        ],
        "another network": [
            () => ({ networkConfiguration: { subnets: [] } }),
            /Unable to update network parameters on services with a CODE_DEPLOY deployment/,
        ],
    };
    for (const [what, [change, message]] of Object.entries(refused)) {
        it(`refuses ${what} where AWS CodeDeploy deploys`, () => {
            const state = account.create("service", { ...inputs, ...codeDeploy });
            const news = { ...inputs, ...codeDeploy, ...change() };
            assert.throws(() => update(account, "service", state, news), message);
            assert.equal(deployments().length, 1);
        });
    }

    it("takes another count where AWS CodeDeploy deploys", () => {
        const state = account.create("service", { ...inputs, ...codeDeploy });
        update(account, "service", state, { ...inputs, ...codeDeploy, desiredCount: 2 });
        assert.equal(deployments()[0].tasks.length, 2);
    });

    it("starts no task where task sets do, and refuses to be told to", () => {
        const { taskDefinition: _none, ...rest } = inputs;
        account.create("service", { ...rest, deploymentController: { type: "EXTERNAL" } });
        assert.deepEqual(deployments(), []);
        assert.throws(
            () => updateService(account.account, "main", "web", force),
            /InvalidParameterException: Cannot force a new deployment on services with a EXTERNAL/,
        );
    });

    it("starts one task on the one instance where it is a daemon", () => {
        const { desiredCount: _none, ...rest } = inputs;
        account.create("service", { ...rest, schedulingStrategy: "DAEMON" });
        assert.equal(deployments()[0].tasks.length, 1);
    });

    for (const forceNewDeployment of [true, false]) {
        const title = forceNewDeployment ? "is updated" : "is replaced";
        it(`${title} for other capacity${forceNewDeployment ? " where it is deployed anew" : ""}`, () => {
            const capacityProviderStrategies = [{ capacityProvider: "mine" }];
            const news = { ...inputs, capacityProviderStrategies, forceNewDeployment };
            const olds = { ...inputs, forceNewDeployment };
            const { changed, replaces } = provider.diffInputs(typeOf("service"), olds, news);
            assert.deepEqual(changed, ["capacityProviderStrategies"]);
            assert.deepEqual(replaces, forceNewDeployment ? [] : changed);
        });
    }

    const launches: Record<string, [Properties, Properties]> = {
        "on instances": [{}, { launchType: "EC2", platformVersion: "" }],
        "by capacity providers": [
            { capacityProviderStrategies: [{ capacityProvider: "mine" }] },
            { launchType: "", platformVersion: "" },
        ],
    };
    for (const [title, [change, outputs]] of Object.entries(launches)) {
        it(`tells how it runs ${title}`, () => {
            const found = account.create("service", { ...inputs, ...change }).outputs;
            const { launchType, platformVersion } = found;
            assert.deepEqual({ launchType, platformVersion }, outputs);
        });
    }

    describe("whose tasks do not start", () => {
        const broken = () => definition([{ name: "S", valueFrom: "/web/missing" }]);
        const breaker = (rollback: boolean) => ({
            deploymentCircuitBreaker: { enable: true, rollback },
            waitForSteadyState: true,
        });
        const states = () => deployments().map(({ rolloutState }) => rolloutState);

        it("keeps trying without a circuit breaker", () => {
            const state = account.create("service", inputs);
            update(account, "service", state, { ...inputs, taskDefinition: broken() });
            assert.deepEqual(states(), ["IN_PROGRESS", "COMPLETED"]);
        });

        it("fails with one", () => {
            const state = account.create("service", inputs);
            const news = { ...inputs, ...breaker(false), taskDefinition: broken() };
            assert.equal(update(account, "service", state, news).failures?.length, 1);
            assert.deepEqual(states(), ["FAILED", "COMPLETED"]);
        });

        it("goes back to what ran before with one that rolls back, and fails all the same", () => {
            const state = account.create("service", inputs);
            const news = { ...inputs, ...breaker(true), taskDefinition: broken() };
            assert.equal(update(account, "service", state, news).failures?.length, 1);
            assert.deepEqual(states(), ["COMPLETED", "FAILED", "COMPLETED"]);
            assert.equal(deployments()[0].taskDefinition, inputs.taskDefinition);
        });
    });
});

import assert from "node:assert/strict";
import type { SecretInjectedServiceArgs } from "../../components";
import { inputsOf, recordClean, resource } from "../support/recorded";
import type { Wire } from "../support/wire";
import { apiService } from "./api";

const LOAD_BALANCER = {
    targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0a1b",
    containerName: "api",
    containerPort: 80,
};

const TASK_DEFINITION = "arn:aws:ecs:us-east-1:123456789012:task-definition/api:1";

/** What a service has that says nothing but where it runs. */
const BASE: Wire = {
    cluster: "api",
    desiredCount: 1,
    launchType: "EC2",
    taskDefinition: TASK_DEFINITION,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    waitForSteadyState: true,
    forceNewDeployment: true,
    triggers: { own: "00000000-0000-4000-8000-6170692d7365" },
};

const without = (...names: string[]): Wire =>
    Object.fromEntries(Object.entries(BASE).filter(([name]) => !names.includes(name)));

interface Row {
    readonly name: string;
    readonly args: Partial<SecretInjectedServiceArgs>;
    readonly inputs: Wire;
    readonly ignoreChanges?: readonly string[];
    readonly compatibility?: string;
}

const ROWS: Row[] = [
    { name: "is deployed by Amazon ECS, with a circuit breaker", args: {}, inputs: BASE },
    {
        name: "is deployed without a circuit breaker where it is turned off",
        args: { deploymentCircuitBreaker: { enable: false, rollback: false } },
        inputs: { ...BASE, deploymentCircuitBreaker: { enable: false, rollback: false } },
    },
    {
        name: "is not rolled back where that alone is turned off",
        args: { deploymentCircuitBreaker: { rollback: false }, waitForSteadyState: false },
        inputs: {
            ...BASE,
            deploymentCircuitBreaker: { enable: true, rollback: false },
            waitForSteadyState: false,
        },
    },
    {
        name: "runs on Fargate capacity without a launch type",
        args: {
            launchType: undefined,
            networkMode: "awsvpc",
            cpu: 256,
            memory: 512,
            networkConfiguration: { subnets: ["subnet-0a"] },
            platformVersion: "1.4.0",
            capacityProviderStrategies: [
                { capacityProvider: "FARGATE", base: 1, weight: 1 },
                { capacityProvider: "FARGATE_SPOT", weight: 3 },
            ],
        },
        inputs: {
            ...without("launchType"),
            networkConfiguration: { subnets: ["subnet-0a"] },
            platformVersion: "1.4.0",
            capacityProviderStrategies: [
                { capacityProvider: "FARGATE", base: 1, weight: 1 },
                { capacityProvider: "FARGATE_SPOT", weight: 3 },
            ],
        },
        compatibility: "FARGATE",
    },
    {
        name: "runs on capacity of its own without a launch type",
        args: {
            launchType: undefined,
            capacityProviderStrategies: [{ capacityProvider: "own", weight: 1 }],
        },
        inputs: {
            ...without("launchType"),
            capacityProviderStrategies: [{ capacityProvider: "own", weight: 1 }],
        },
    },
    {
        name: "has no number of tasks where one runs on every container instance",
        args: { schedulingStrategy: "DAEMON" },
        inputs: { ...without("desiredCount"), schedulingStrategy: "DAEMON" },
    },
    {
        name: "is left to AWS CodeDeploy from the second deployment on",
        args: { deploymentController: "CODE_DEPLOY", loadBalancers: [LOAD_BALANCER] },
        inputs: {
            ...without(
                "deploymentCircuitBreaker",
                "waitForSteadyState",
                "forceNewDeployment",
                "triggers",
            ),
            deploymentController: { type: "CODE_DEPLOY" },
            loadBalancers: [LOAD_BALANCER],
        },
        ignoreChanges: ["loadBalancers", "taskDefinition"],
    },
    {
        name: "has no tasks of its own where an external controller makes them",
        args: {
            deploymentController: "EXTERNAL",
            launchType: undefined,
            cpu: 256,
            memory: 512,
            networkMode: "awsvpc",
        },
        inputs: {
            cluster: "api",
            desiredCount: 1,
            deploymentController: { type: "EXTERNAL" },
        },
        compatibility: "FARGATE",
    },
    {
        name: "has all that a service may say of itself",
        args: {
            serviceName: "made-up",
            desiredCount: 3,
            deploymentMaximumPercent: 150,
            deploymentMinimumHealthyPercent: 50,
            alarms: { enable: true, rollback: true, alarmNames: ["made-up"] },
            loadBalancers: [LOAD_BALANCER],
            healthCheckGracePeriodSeconds: 30,
            serviceRegistries: { registryArn: "made-up" },
            orderedPlacementStrategies: [{ type: "binpack", field: "memory" }],
            enableExecuteCommand: true,
            enableEcsManagedTags: true,
            propagateTags: "SERVICE",
            tags: { team: "web" },
        },
        inputs: {
            ...BASE,
            name: "made-up",
            desiredCount: 3,
            deploymentMaximumPercent: 150,
            deploymentMinimumHealthyPercent: 50,
            alarms: { enable: true, rollback: true, alarmNames: ["made-up"] },
            loadBalancers: [LOAD_BALANCER],
            healthCheckGracePeriodSeconds: 30,
            serviceRegistries: { registryArn: "made-up" },
            orderedPlacementStrategies: [{ type: "binpack", field: "memory" }],
            enableExecuteCommand: true,
            enableEcsManagedTags: true,
            propagateTags: "SERVICE",
            tags: { team: "web" },
        },
    },
];

describe("the service", () => {
    for (const { name, args, inputs, ignoreChanges = [], compatibility = "EC2" } of ROWS) {
        it(name, async () => {
            const recording = await recordClean(() =>
                apiService(
                    { secrets: { OWN: { secret: "own" } } },
                    { secrets: { own: { value: "made-up-value" } }, ...args },
                ),
            );
            const service = resource(recording, "api-service");
            assert.deepEqual(service.inputs, inputs);
            assert.deepEqual(service.ignoreChanges, ignoreChanges);
            assert.deepEqual(inputsOf(recording, "api-task").requiresCompatibilities, [
                compatibility,
            ]);
        });
    }

    it("waits for rights and values, whatever deploys it", async () => {
        const recording = await recordClean(() =>
            apiService(
                { secrets: { OWN: { secret: "own" }, FILLED: { secret: "filled" } } },
                {
                    deploymentController: "EXTERNAL",
                    secrets: {
                        own: { value: "made-up-value" },
                        filled: { external: {} },
                        parameter: { store: "ssm", value: "made-up-value" },
                    },
                },
            ),
        );
        const awaited = [
            "api-execution-attachment",
            "api-execution-policy",
            "api-secret-filled",
            "api-secret-own-version",
            "api-secret-parameter",
        ];
        assert.deepEqual(
            resource(recording, "api-service").dependencies,
            awaited.map((one) => resource(recording, one).urn).sort(),
        );
    });
});

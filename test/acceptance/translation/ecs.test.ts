import { testRows } from "./row";

const CLUSTER = "arn:aws:ecs:us-east-1:123456789012:cluster/web-0a1b2c3";
const TASK = "arn:aws:ecs:us-east-1:123456789012:task-definition/web:7";
const SERVICE = "arn:aws:ecs:us-east-1:123456789012:service/web/web-0a1b2c3";

const ecs = (operation: string, input: object) => ({ service: "ecs", operation, input });
const service = { id: SERVICE, arn: SERVICE, name: "web-0a1b2c3" };
const answers = [{ service: { serviceArn: SERVICE } }];

describe("the translation of Amazon ECS", () => {
    testRows([
        {
            does: "creates a cluster",
            type: "aws:ecs/cluster:Cluster",
            inputs: { settings: [{ name: "containerInsights", value: "enabled" }] },
            answers: [{ cluster: { clusterArn: CLUSTER } }],
            requests: [
                ecs("CreateCluster", {
                    clusterName: "web-0a1b2c3",
                    settings: [{ name: "containerInsights", value: "enabled" }],
                }),
            ],
            outputs: { id: CLUSTER, arn: CLUSTER, name: "web-0a1b2c3" },
        },
        {
            does: "registers a task definition, its containers read from their JSON",
            type: "aws:ecs/taskDefinition:TaskDefinition",
            inputs: {
                family: "web",
                containerDefinitions: '[{"name":"web","image":"httpd"}]',
                cpu: "256",
                ephemeralStorage: { sizeInGib: 30 },
                volumes: [{ name: "data", hostPath: "/data" }],
                tags: { team: "web" },
                skipDestroy: true,
            },
            answers: [{ taskDefinition: { taskDefinitionArn: TASK, revision: 7 } }],
            requests: [
                ecs("RegisterTaskDefinition", {
                    family: "web",
                    containerDefinitions: [{ name: "web", image: "httpd" }],
                    cpu: "256",
                    ephemeralStorage: { sizeInGiB: 30 },
                    volumes: [{ name: "data", host: { sourcePath: "/data" } }],
                    tags: [{ key: "team", value: "web" }],
                }),
            ],
            outputs: {
                id: "web",
                arn: TASK,
                arnWithoutRevision: "arn:aws:ecs:us-east-1:123456789012:task-definition/web",
                revision: 7,
            },
        },
        {
            does: "creates a service without what only the provider needs",
            type: "aws:ecs/service:Service",
            inputs: {
                cluster: CLUSTER,
                taskDefinition: TASK,
                waitForSteadyState: true,
                forceNewDeployment: true,
                triggers: { api: "1" },
            },
            answers,
            requests: [
                ecs("CreateService", {
                    serviceName: "web-0a1b2c3",
                    cluster: CLUSTER,
                    taskDefinition: TASK,
                    desiredCount: 0,
                    schedulingStrategy: "REPLICA",
                }),
            ],
            outputs: service,
        },
        {
            does: "asks for no number of tasks of a daemon",
            type: "aws:ecs/service:Service",
            inputs: { taskDefinition: TASK, schedulingStrategy: "DAEMON" },
            answers,
            requests: [
                ecs("CreateService", {
                    serviceName: "web-0a1b2c3",
                    taskDefinition: TASK,
                    schedulingStrategy: "DAEMON",
                }),
            ],
            outputs: service,
        },
        {
            does: "gathers network, deployment and placement as AWS has them",
            type: "aws:ecs/service:Service",
            inputs: {
                taskDefinition: TASK,
                desiredCount: 2,
                networkConfiguration: { subnets: ["subnet-0a"], assignPublicIp: true },
                loadBalancers: [{ elbName: "old", containerName: "web", containerPort: 80 }],
                serviceRegistries: { registryArn: "arn:aws:servicediscovery:example" },
                capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
                orderedPlacementStrategies: [{ type: "spread", field: "instanceId" }],
                deploymentCircuitBreaker: { enable: true, rollback: true },
                deploymentMaximumPercent: 200,
                alarms: { alarmNames: ["errors"], enable: true, rollback: false },
                enableEcsManagedTags: true,
            },
            answers,
            requests: [
                ecs("CreateService", {
                    serviceName: "web-0a1b2c3",
                    taskDefinition: TASK,
                    desiredCount: 2,
                    schedulingStrategy: "REPLICA",
                    networkConfiguration: {
                        awsvpcConfiguration: {
                            subnets: ["subnet-0a"],
                            securityGroups: [],
                            assignPublicIp: "ENABLED",
                        },
                    },
                    loadBalancers: [
                        { loadBalancerName: "old", containerName: "web", containerPort: 80 },
                    ],
                    serviceRegistries: [{ registryArn: "arn:aws:servicediscovery:example" }],
                    capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
                    placementStrategy: [{ type: "spread", field: "instanceId" }],
                    deploymentConfiguration: {
                        deploymentCircuitBreaker: { enable: true, rollback: true },
                        alarms: { alarmNames: ["errors"], enable: true, rollback: false },
                        maximumPercent: 200,
                    },
                    enableECSManagedTags: true,
                }),
            ],
            outputs: service,
        },
        {
            does: "renames what Service Connect calls otherwise",
            type: "aws:ecs/service:Service",
            inputs: {
                taskDefinition: TASK,
                serviceConnectConfiguration: {
                    enabled: true,
                    services: [
                        {
                            portName: "http",
                            clientAlias: [{ port: 80, dnsName: "web" }],
                            tls: {
                                issuerCertAuthority: { awsPcaAuthorityArn: "arn:aws:acm-pca:x" },
                            },
                        },
                    ],
                    logConfiguration: { logDriver: "awslogs", options: { mode: "non-blocking" } },
                },
            },
            answers,
            requests: [
                ecs("CreateService", {
                    serviceName: "web-0a1b2c3",
                    taskDefinition: TASK,
                    desiredCount: 0,
                    schedulingStrategy: "REPLICA",
                    serviceConnectConfiguration: {
                        enabled: true,
                        services: [
                            {
                                portName: "http",
                                clientAliases: [{ port: 80, dnsName: "web" }],
                                tls: {
                                    issuerCertificateAuthority: {
                                        awsPcaAuthorityArn: "arn:aws:acm-pca:x",
                                    },
                                },
                            },
                        ],
                        logConfiguration: {
                            logDriver: "awslogs",
                            options: { mode: "non-blocking" },
                        },
                    },
                }),
            ],
            outputs: service,
        },
    ]);
});

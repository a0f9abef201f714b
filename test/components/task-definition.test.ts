import assert from "node:assert/strict";
import { Service } from "@pulumi/aws/ecs";
import { Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedTaskDefinition } from "../../components";
import { childrenOf, inputsOf, recordClean, resource } from "../support/recorded";
import { record, type Recording } from "../support/recording";
import { arnOf, DEFAULT_FIELDS, readParameters, statementsOf } from "./api";
import { fullTaskArgs } from "./full";

/** The version of a secret, as the fake account makes it of the logical name. */
const versionId = (start: string) =>
    `00000000-0000-4000-8000-${Buffer.from(start).toString("hex").slice(0, 12)}`;

const make = () => new SecretInjectedTaskDefinition("web", fullTaskArgs());

describe("a task definition alone", () => {
    let recording: Recording;

    before(async () => {
        recording = await recordClean(make);
    });

    it("has the children of a task, and no service", () => {
        const component = resource(recording, "web");
        assert.equal(component.type, "ecs-secrets:index:SecretInjectedTaskDefinition");
        const names = childrenOf(recording, component).map(({ name }) => name);
        assert.deepEqual(names.sort(), [
            "web-execution-attachment",
            "web-execution-policy",
            "web-execution-role",
            "web-logs",
            "web-secret-db",
            "web-secret-rotated",
            "web-secret-rotated-rotation",
            "web-secret-rotated-rotation-permission",
            "web-secret-rotated-version",
            "web-secret-router-repositoryCredentials",
            "web-secret-router-repositoryCredentials-version",
            "web-secret-web-INLINE",
            "web-secret-web-INLINE-version",
            "web-task",
            "web-task-policy",
            "web-task-role",
        ]);
        assert.equal(recording.resources.length, names.length + 1);
    });

    it("gives out what a scheduler needs", () => {
        const { readers, executionRolePolicy, ...rest } =
            recording.outputs[resource(recording, "web").urn];
        assert.ok(Array.isArray(readers) && typeof executionRolePolicy === "string");
        const secret = (name: string) => arnOf("secretsmanager", `secret:${name}-0a1b2c3-AbCdEf`);
        assert.deepEqual(rest, {
            crossAccountPolicies: [],
            executionRoleArn: "arn:aws:iam::123456789012:role/web-execution-role-0a1b2c3",
            secretArns: {
                db: arnOf("ssm", "parameter/web/db"),
                rotated: secret("web-secret-rotated"),
                "router-repositoryCredentials": secret("web-secret-router-repositoryCredentials"),
                "web-INLINE": secret("web-secret-web-INLINE"),
            },
            taskDefinitionArn: arnOf("ecs", "task-definition/web:1"),
            taskRoleArn: "arn:aws:iam::123456789012:role/web-task-role-0a1b2c3",
        });
    });

    it("lets the containers read what the args say, by SDK, and nothing else", () => {
        const db = arnOf("ssm", "parameter/web/db");
        assert.deepEqual(statementsOf(recording, "web-task-policy"), [
            { ...readParameters(db), Action: ["ssm:GetParameter", "ssm:GetParameters"] },
        ]);
        assert.equal(inputsOf(recording, "web-task-policy").role, "web-task-role-0a1b2c3");
    });

    it("pulls a private image with the secret that the container names", () => {
        const [router] = JSON.parse(
            inputsOf(recording, "web-task").containerDefinitions as string,
        ) as object[];
        assert.deepEqual(router, {
            ...DEFAULT_FIELDS,
            image: "registry.example/router",
            name: "router",
            repositoryCredentials: {
                credentialsParameter: arnOf(
                    "secretsmanager",
                    "secret:web-secret-router-repositoryCredentials-0a1b2c3-AbCdEf",
                ),
            },
        });
    });

    it("tells what must exist first, and the versions that a service of one's own needs", async () => {
        const own = await recordClean(() => {
            const { prerequisites, secretVersions, taskDefinition } = make();
            const args = {
                cluster: "own",
                taskDefinition: taskDefinition.arn,
                triggers: secretVersions,
            };
            return new Service("own", args, { dependsOn: prerequisites });
        });
        const { inputs, dependencies } = resource(own, "own");
        assert.deepEqual(inputs.triggers, {
            db: "1",
            "router-repositoryCredentials": versionId("web-secret-router"),
            "web-INLINE": versionId("web-secret-web-I"),
        });
        const awaited = [
            "web-execution-attachment",
            "web-execution-policy",
            "web-secret-db",
            "web-secret-rotated-rotation",
            "web-secret-router-repositoryCredentials-version",
            "web-secret-web-INLINE-version",
            "web-task",
            "web-task-policy",
        ];
        assert.deepEqual(dependencies, awaited.map((name) => resource(own, name).urn).sort());
    });

    const REFUSED = {
        cluster: "web",
        desiredCount: 1,
        networkConfiguration: { subnets: ["subnet-0a"] },
        redeployOnRotation: true,
        deploymentController: "ECS",
        serviceConnectConfiguration: {},
        capacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
        loadBalancers: [],
    };
    for (const [property, value] of Object.entries(REFUSED)) {
        it(`refuses ${property}, which is a service's`, async () => {
            const args = { ...fullTaskArgs(), [property]: value };
            const { errors, resources } = await record(
                () => new SecretInjectedTaskDefinition("web", args),
            );
            assert.equal(errors.length, 1);
            assert.ok(pulumi.InputPropertiesError.isInstance(errors[0]), String(errors[0]));
            assert.deepEqual(
                errors[0].errors?.map(({ propertyPath }) => propertyPath),
                [property],
            );
            assert.ok(errors[0].message.includes("SecretInjectedTaskDefinition web"));
            assert.deepEqual(resources, []);
        });
    }

    it("has what a task may say of itself", async () => {
        const made = await recordClean(
            () =>
                new SecretInjectedTaskDefinition("web", {
                    launchType: "EC2",
                    networkMode: "host",
                    cpu: 256,
                    memory: pulumi.output(512),
                    family: "made-up",
                    containers: {
                        web: { image: "httpd", portMappings: [{ containerPort: 80 }] },
                    },
                    taskRole: {
                        existing: new Role("runner", { name: "runner", assumeRolePolicy: "{}" }),
                    },
                    volumes: [{ name: "made-up", hostPath: "/made-up" }],
                    runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
                    pidMode: "host",
                    ipcMode: "task",
                    placementConstraints: [{ type: "memberOf", expression: "made-up" }],
                    tags: { team: "web" },
                }),
        );
        const { containerDefinitions, executionRoleArn: _, ...rest } = inputsOf(made, "web-task");
        assert.deepEqual(rest, {
            family: "made-up",
            networkMode: "host",
            requiresCompatibilities: ["EC2"],
            cpu: "256",
            memory: "512",
            taskRoleArn: "arn:aws:iam::123456789012:role/runner",
            volumes: [{ name: "made-up", hostPath: "/made-up" }],
            runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
            pidMode: "host",
            ipcMode: "task",
            placementConstraints: [{ type: "memberOf", expression: "made-up" }],
            tags: { team: "web" },
        });
        assert.deepEqual(JSON.parse(containerDefinitions as string), [
            {
                ...DEFAULT_FIELDS,
                image: "httpd",
                name: "web",
                portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
            },
        ]);
        assert.ok(!made.resources.some(({ name }) => name === "web-task-role"));
    });
});

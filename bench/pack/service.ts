import type { FleetResource, Wire } from "./fleet";
import { ACCOUNT, arnOf, executionRights, formatContainers, TRUST } from "./service-documents";
import { listKeys, listSecrets, type Part } from "./service-secrets";

/** The resources of one service, as a program written by hand registers them. */
export function listServiceResources(index: number): FleetResource[] {
    const name = `service-${String(index).padStart(5, "0")}`;
    const parts: Readonly<Record<string, Part>> = {
        ...listKeys(name, index),
        ...listSecrets(name, index),
        ...listRoles(name, index),
        ...listTasks(name),
    };
    const urnOf = (short: string) =>
        `urn:pulumi:prod::shop::${parts[short].type}::${name}-${short}`;
    return Object.entries(parts).map(([short, { type, inputs, computed, from = {} }]) => ({
        type,
        name: `${name}-${short}`,
        urn: urnOf(short),
        inputs: { __defaults: [], ...inputs },
        outputs: { ...inputs, ...computed, region: "us-east-1", tagsAll: { team: "shop" } },
        from: Object.fromEntries(
            Object.entries(from).map(([property, shorts]) => [property, shorts.map(urnOf)]),
        ),
    }));
}

function listRoles(name: string, index: number): Record<string, Part> {
    const roles = ["execution", "task"].flatMap((short): [string, Part][] => {
        const role = `${name}-${short}`;
        return [
            [
                `${short}-role`,
                {
                    type: "aws:iam/role:Role",
                    inputs: { name: role, assumeRolePolicy: TRUST, maxSessionDuration: 3600 },
                    computed: {
                        id: role,
                        arn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
                        inlinePolicies: [],
                    },
                },
            ],
            [
                `${short}-policy`,
                {
                    type: "aws:iam/rolePolicy:RolePolicy",
                    inputs: {
                        name: role,
                        role,
                        policy: short === "execution" ? executionRights(name, index) : TASK_RIGHTS,
                    },
                    computed: { id: `${role}:${role}` },
                    from: { role: [`${short}-role`] },
                },
            ],
        ];
    });
    return {
        ...Object.fromEntries(roles),
        attachment: {
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            inputs: { role: `${name}-execution`, policyArn: MANAGED },
            computed: { id: `${name}-execution-${MANAGED}` },
            from: { role: ["execution-role"] },
        },
    };
}

const MANAGED = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
const TASK_RIGHTS = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["s3:GetObject"], Resource: "arn:aws:s3:::shop/*" }],
});

function listTasks(name: string): Record<string, Part> {
    const task = `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/${name}:1`;
    const roleArn = (short: string) => `arn:aws:iam::${ACCOUNT}:role/${name}-${short}`;
    const plain = (type: string, inputs: Wire): Part => ({
        type,
        inputs: { name, ...inputs, tags: { team: "shop" } },
        computed: { id: name, arn: arnOf("ec2", `${type}/${name}`) },
    });
    return {
        "log-group": plain("aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 30 }),
        "security-group": plain("aws:ec2/securityGroup:SecurityGroup", {
            ingress: [{ fromPort: 80, toPort: 80, protocol: "tcp", cidrBlocks: ["10.0.0.0/8"] }],
        }),
        "target-group": plain("aws:lb/targetGroup:TargetGroup", { port: 80, protocol: "HTTP" }),
        "listener-rule": plain("aws:lb/listenerRule:ListenerRule", { priority: 10 }),
        repository: plain("aws:ecr/repository:Repository", { imageTagMutability: "IMMUTABLE" }),
        "task-definition": {
            type: "aws:ecs/taskDefinition:TaskDefinition",
            inputs: {
                family: name,
                cpu: "256",
                memory: "512",
                networkMode: "awsvpc",
                requiresCompatibilities: ["FARGATE"],
                executionRoleArn: roleArn("execution"),
                taskRoleArn: roleArn("task"),
                containerDefinitions: formatContainers(name),
            },
            computed: { id: name, arn: task, arnWithoutRevision: task.slice(0, -2), revision: 1 },
            from: {
                executionRoleArn: ["execution-role"],
                taskRoleArn: ["task-role"],
                containerDefinitions: ["secret-api", "secret-database", "parameter-mail"],
            },
        },
        service: {
            type: "aws:ecs/service:Service",
            inputs: {
                cluster: `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/shop`,
                taskDefinition: task,
                desiredCount: 2,
                launchType: "FARGATE",
                networkConfiguration: { subnets: ["subnet-00000000", "subnet-00000001"] },
            },
            computed: { id: `arn:aws:ecs:us-east-1:${ACCOUNT}:service/shop/${name}`, name },
            from: { taskDefinition: ["task-definition"] },
        },
    };
}

import assert from "node:assert/strict";
import { changeStack, toResources, type Stack, type StackChange } from "../../support/pack-stack";
import { runPack, type PackResource, type PolicyReport } from "../../support/policies";
import { ACCOUNT, PARAMETER, policy, ROLE } from "../kms-decrypt/stack";
import {
    boundary,
    deployed,
    injects,
    parameter,
    readParameter,
    readSecret,
    rights,
} from "../secret-access/stack";

const READ = "ecs-execution-role-require-secret-access";
const DECRYPT = "ecs-execution-role-require-kms-decrypt";
const TRUST = "ecs-execution-role-require-trust";
const TASK = `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:1`;

const service: Stack = {
    service: {
        type: "aws:ecs/service:Service",
        props: { name: "web", taskDefinition: TASK },
        from: { taskDefinition: ["task"] },
    },
};

/** What AWS fills in is not there before a resource is created. */
const COMPUTED = ["arn", "id"];

/** The resources of a stack in the order of their creation, as an update sends them. */
function inOrder(change: StackChange, ...order: string[]): PackResource[] {
    const sent = toResources({ ...changeStack(deployed, change), ...service }).map((resource) => ({
        ...resource,
        inputs: Object.fromEntries(
            Object.entries(resource.props).filter(([name]) => !COMPUTED.includes(name)),
        ),
    }));
    return order.map(
        (name) => sent.find((one) => one.name === name) ?? assert.fail(`there is no ${name}`),
    );
}

const run = async (resources: PackResource[]): Promise<PolicyReport[]> =>
    (await runPack(resources)).filter(({ policy: name }) => [READ, TRUST].includes(name));

const says = (reports: readonly PolicyReport[]) =>
    reports.map((report) => [report.policy, report.level, report.resource]);

const deny: StackChange = {
    rights: {
        props: {
            policy: policy(readSecret(), { Effect: "Deny", Action: "*", Resource: "*" }),
        },
    },
};
const ALL = ["secret", "role", "rights", "task", "service"];

describe("before a service is created, the pack", () => {
    it("stops it for an explicit Deny in a policy that is there, and says so once", async () => {
        const reports = await run(inOrder(deny, ...ALL));
        assert.deepEqual(says(reports), [[READ, "mandatory", "service"]]);
        assert.match(reports[0].message, /statement 2 of the policy rights denies/);
    });

    it("stops it for a boundary that does not allow a parameter, which has no policy of its own", async () => {
        const limit = boundary({ Effect: "Allow", Action: "logs:*", Resource: "*" });
        const change = {
            ...limit,
            ...rights(readParameter()),
            ...injects(PARAMETER),
            boundary: { ...limit.boundary, props: { ...limit.boundary?.props, name: "limit" } },
        };
        const reports = await run(inOrder(change, "boundary", ...ALL));
        assert.deepEqual(says(reports), [[READ, "mandatory", "service"]]);
    });

    it("stops it for a Deny of decrypting, which holds with whatever key a secret has", async () => {
        const forbidden = { Effect: "Deny", Action: "kms:Decrypt", Resource: "*" };
        const reports = await runPack(inOrder(rights(readSecret(), forbidden), ...ALL));
        assert.deepEqual(says(reports), [[DECRYPT, "mandatory", "service"]]);
    });

    it("leaves to the end whether a parameter is encrypted, and so whether a Deny of decrypting counts", async () => {
        const forbidden = { Effect: "Deny", Action: "kms:*", Resource: "*" };
        const change = {
            ...parameter,
            parameter: {
                ...parameter.parameter,
                props: { ...parameter.parameter?.props, type: "String" },
            },
            ...rights(readParameter(), forbidden),
            ...injects(PARAMETER),
        };
        const reports = await runPack(inOrder(change, "parameter", ...ALL));
        const others = reports.filter((report) => report.resource !== "parameter");
        assert.deepEqual(says(others), []);
    });

    it("stops it for a role that Amazon ECS cannot take", async () => {
        const change = { role: { props: { assumeRolePolicy: policy() } } };
        const reports = await run(inOrder(change, ...ALL));
        assert.deepEqual(says(reports), [[TRUST, "mandatory", "service"]]);
    });

    it("waits for the end where a right is missing that a later resource may give", async () => {
        const change = { rights: { props: { policy: policy(readSecret({ Resource: ROLE })) } } };
        const reports = await run(inOrder(change, ...ALL));
        assert.deepEqual(says(reports), [[READ, "mandatory", "task"]]);
    });

    it("is silent where the right comes after the service, as it is there in the end", async () => {
        const resources = inOrder({}, "secret", "role", "task", "service", "rights");
        assert.deepEqual(says(await run(resources)), []);
    });

    it("does not hold a role of another family against it", async () => {
        const change = {
            ...deny,
            task: { props: { family: "other", arn: TASK.replace("web", "other") } },
        };
        assert.deepEqual(says(await run(inOrder(change, ...ALL))), [[READ, "mandatory", "task"]]);
    });
});

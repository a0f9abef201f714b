import assert from "node:assert/strict";
import { changeStack, toResources, type Stack } from "../support/pack-stack";
import { analyzeStack, type PackResource } from "../support/policies";
import { containers, deployed, PARAMETER, policy, readStatement } from "./kms-decrypt/stack";

/** Two task definitions with one role that may not decrypt, and one that may. */
const stack: Stack = changeStack(deployed, {
    rights: { props: { policy: policy(readStatement) } },
    second: {
        ...deployed.task,
        props: {
            ...deployed.task.props,
            containerDefinitions: containers(
                { name: "B", valueFrom: PARAMETER },
                { name: "A", valueFrom: "/web/db" },
            ),
        },
    },
});

/** All rotations of a list and of its reverse: every resource comes first and last. */
function orders(resources: PackResource[]): PackResource[][] {
    return [resources, [...resources].reverse()].flatMap((list) =>
        list.map((_, start) => [...list.slice(start), ...list.slice(0, start)]),
    );
}

describe("the reports on a stack", () => {
    it("speak of each task definition once, though they share a role", async () => {
        const reports = await analyzeStack(toResources(stack));
        assert.deepEqual(
            reports.map(({ resource, message }) => [resource, message.split(":")[0]]),
            [
                [
                    "second",
                    "secrets B of container web, secrets A of container web (parameter parameter)",
                ],
                ["task", "secrets DB_PASSWORD of container web (parameter parameter)"],
            ],
        );
    });

    it("are the same, in the same order, whatever order the engine sends", async () => {
        const expected = await analyzeStack(toResources(stack));
        for (const resources of orders(toResources(stack))) {
            assert.deepEqual(await analyzeStack(resources), expected);
        }
    });

    it("are none for an empty stack", async () => {
        assert.deepEqual(await analyzeStack([]), []);
    });
});

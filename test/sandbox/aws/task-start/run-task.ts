import { listServices } from "../../../../sandbox/aws/ecs";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { allow, type TestAccount } from "../../../support/simulated-aws";

/** A role that may all, for rows that take one right away. */
export const everything = allow("*");

/** The rights to all but some actions. */
export function allBut(...actions: string[]): object {
    return {
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: "*", Resource: "*" },
            { Effect: "Deny", Action: actions, Resource: "*" },
        ],
    };
}

/** Starts one task with a container and a role of these rights, and gives what became of it. */
export function runTask(
    account: TestAccount,
    container: object,
    executionRoleArn: string | undefined,
    service: Properties = {},
) {
    const definition = { name: "web", image: "httpd", memory: 128, ...container };
    const containerDefinitions = JSON.stringify([definition]);
    const inputs = { family: "web", containerDefinitions, executionRoleArn };
    const cluster = account.output("cluster", {}, "arn");
    const taskDefinition = account.output("task", inputs, "arn");
    const created = { cluster, taskDefinition, desiredCount: 1, ...service };
    const { id } = account.create("service", created);
    const found = listServices(account.account).filter(({ serviceArn }) => serviceArn === id);
    return found[0].deployments[0].tasks[0];
}

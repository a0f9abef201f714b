import { parseArn } from "../../../core";
import type { Account } from "../account";
import { updateService as update } from "../ecs";
import { refusal } from "../ecs/agent-access";
import { AwsError } from "../resource-type";
import { StateFailure } from "./failure";
import { takeFault } from "./faults";
import { textOf, type TaskResource } from "./task-resource";

/**
 * The `aws-sdk:ecs:updateService` integration.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const updateService: TaskResource = {
    fields: ["Cluster", "ForceNewDeployment", "Service"],
    required: ["Service"],
    perform(account, agent, parameters) {
        const cluster =
            parameters.Cluster === undefined ? "default" : textOf(parameters, "Cluster");
        const service = textOf(parameters, "Service");
        const [clusterArn, serviceArn] = arnsOf(account, cluster, service);
        const denial = refusal(agent, {
            action: "ecs:UpdateService",
            resource: serviceArn,
            context: { "ecs:cluster": [clusterArn] },
        });
        if (denial !== undefined) {
            throw failed("AccessDeniedException", denial);
        }
        const fault = takeFault(account, "ecs:UpdateService");
        if (fault !== undefined) {
            throw failed(fault, "a fault that the simulation was told to have");
        }
        try {
            const forceNewDeployment = parameters.ForceNewDeployment === true;
            const updated = update(account, cluster, service, { forceNewDeployment });
            const { clusterArn: ClusterArn, serviceArn: ServiceArn } = updated;
            return { Service: { ClusterArn, ServiceArn, Status: "ACTIVE" } };
        } catch (error) {
            throw error instanceof AwsError ? failed(error.code, messageOf(error)) : error;
        }
    },
};

/** The ARNs of a cluster and its service, whether they are there or not: rights are asked for first. */
function arnsOf(account: Account, cluster: string, service: string): [string, string] {
    const clusterName = cluster.split("/").at(-1) ?? "";
    const serviceName = service.split("/").at(-1) ?? "";
    return [
        parseArn(cluster) ? cluster : account.arn("ecs", `cluster/${clusterName}`),
        parseArn(service) ? service : account.arn("ecs", `service/${clusterName}/${serviceName}`),
    ];
}

/** What AWS says, without what the simulation says of it. */
function messageOf({ code, message }: AwsError): string {
    const told = `, ${code}: `;
    return message.slice(message.indexOf(told) + told.length);
}

/** Step Functions names an error by the service and the name of its exception. */
function failed(code: string, message: string): StateFailure {
    const name = code.endsWith("Exception") ? code : `${code}Exception`;
    return new StateFailure(`Ecs.${name}`, `${message} (Service: Ecs, Status Code: 400)`);
}

import type { Account } from "../account";
import { ecsTypes, listServices } from "../ecs";
import { AwsError } from "../resource-type";

/** Updates a service outside of Pulumi, as UpdateService does. */
export function redeploy(
    account: Account,
    cluster: string,
    service: string,
    { forceNewDeployment }: { readonly forceNewDeployment: boolean },
): void {
    const clusterName = cluster.split("/").at(-1);
    const found = listServices(account).find(
        ({ clusterArn, serviceArn, serviceName }) =>
            [serviceArn, serviceName].includes(service) &&
            clusterArn.split("/").at(-1) === clusterName,
    );
    if (!found) {
        const message = "Service not found.";
        throw new AwsError("ECS: UpdateService", "ServiceNotFoundException", message);
    }
    const [{ taskDefinition, tasks }] = found.deployments;
    const type = ecsTypes.find(({ token }) => token === "aws:ecs/service:Service");
    const inputs = { cluster: found.clusterArn, taskDefinition, desiredCount: tasks.length };
    const news = { ...inputs, networkConfiguration: {}, forceNewDeployment };
    type?.update?.(account, found.serviceArn, news, inputs);
}

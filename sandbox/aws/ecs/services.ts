import type { Account } from "../account";
import { AwsError, type Properties } from "../resource-type";
import { requireCluster } from "./cluster";
import type { Task } from "./task";

/** A service as the simulated Amazon ECS keeps it. */
export interface Service {
    readonly serviceArn: string;
    readonly serviceName: string;
    readonly clusterArn: string;
    /** What its tasks are started with: the inputs, tags aside. */
    readonly settings: Properties;
    /** The newest first; it is the PRIMARY one. A service with controller EXTERNAL has none. */
    readonly deployments: readonly Deployment[];
}

/** A deployment of a service and the tasks it started. */
export interface Deployment {
    readonly id: string;
    readonly taskDefinition: string;
    /** FAILED: the circuit breaker gave it up. */
    readonly rolloutState: "COMPLETED" | "IN_PROGRESS" | "FAILED";
    readonly tasks: readonly Task[];
}

/** The services by cluster and name. */
export const services = (account: Account) => account.collection<Service>("ecs-services");

/** All services. */
export const listServices = (account: Account) => services(account).list();

/** Finds a service by its ARN. */
export function findService(account: Account, arn: string): Service | undefined {
    return listServices(account).find((one) => one.serviceArn === arn);
}

/** The service of a cluster, by ARN or name, or the refusal of an operation on none. */
export function requireService(
    account: Account,
    operation: string,
    cluster: string,
    arnOrName: string,
): Service {
    const { arn } = requireCluster(account, operation, cluster);
    const found = listServices(account).find(
        (one) => one.clusterArn === arn && [one.serviceArn, one.serviceName].includes(arnOrName),
    );
    if (!found) {
        const message = "Service not found.";
        throw new AwsError(`ECS: ${operation}`, "ServiceNotFoundException", message);
    }
    return found;
}

/** Keeps a service. */
export function putService(account: Account, found: Service): void {
    services(account).put(serviceKey(found), found);
}

/** The key of a service: its cluster and its name. */
export function serviceKey({ serviceArn }: Pick<Service, "serviceArn">): string {
    return serviceArn.split("/").slice(1).join("/");
}

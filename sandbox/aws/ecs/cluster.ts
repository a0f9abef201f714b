import type { Account } from "../account";
import { AwsError, text, type ResourceType } from "../resource-type";

/** A cluster. The simulated ones always have room for another task. */
export interface Cluster {
    readonly name: string;
    readonly arn: string;
}

const clusters = (account: Account) => account.collection<Cluster>("ecs-clusters");

/** The resource type of clusters. */
export const cluster: ResourceType = {
    token: "aws:ecs/cluster:Cluster",
    autoName: "name",
    replaceOn: ["name"],
    computed: ["arn", "tagsAll"],
    create(account, inputs) {
        const name = text(inputs, "name");
        const arn = account.arn("ecs", `cluster/${name}`);
        clusters(account).put(name, { name, arn });
        return { id: arn, outputs: { ...inputs, arn, tagsAll: {} } };
    },
    read(account, _id, outputs) {
        return clusters(account).get(text(outputs, "name")) && outputs;
    },
    update(_account, id, inputs, olds) {
        return { id, outputs: { ...olds, ...inputs } };
    },
    delete(account, _id, outputs) {
        clusters(account).delete(text(outputs, "name"));
    },
};

/** Finds a cluster by its ARN or name, or refuses as Amazon ECS does. */
export function requireCluster(account: Account, arnOrName: string): Cluster {
    const name = arnOrName.split("/").at(-1) ?? "";
    const found = clusters(account).get(name);
    if (!found) {
        throw new AwsError("ECS: CreateService", "ClusterNotFoundException", "Cluster not found.");
    }
    return found;
}

import type { Account } from "../account";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";

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
    computed: ["arn", "settings", "tagsAll"],
    create(account, inputs) {
        const name = text(inputs, "name");
        const arn = account.arn("ecs", `cluster/${name}`);
        clusters(account).put(name, { name, arn });
        return { id: arn, outputs: describe(arn, inputs) };
    },
    read(account, _id, outputs) {
        return clusters(account).get(text(outputs, "name")) && outputs;
    },
    update(_account, id, inputs) {
        return { id, outputs: describe(id, inputs) };
    },
    delete(account, _id, outputs) {
        clusters(account).delete(text(outputs, "name"));
    },
};

function describe(arn: string, inputs: Properties): Properties {
    const settings = [{ name: "containerInsights", value: "disabled" }];
    return { settings, ...inputs, arn };
}

/** Finds a cluster by its ARN or name, or refuses as Amazon ECS does. */
export function requireCluster(account: Account, operation: string, arnOrName: string): Cluster {
    const found = clusters(account)
        .list()
        .find(({ arn, name }) => [arn, name].includes(arnOrName || "default"));
    if (!found) {
        throw new AwsError(`ECS: ${operation}`, "ClusterNotFoundException", "Cluster not found.");
    }
    return found;
}

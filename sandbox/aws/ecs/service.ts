import { isDeepStrictEqual } from "node:util";
import {
    AwsError,
    text,
    type Properties,
    type ResourceState,
    type ResourceType,
} from "../resource-type";
import { requireCluster } from "./cluster";
import { deploy } from "./deploy";
import { readLaunch } from "./launch";
import { findService, serviceKey, services, type Service } from "./services";
import { applyUpdate, keepTrying } from "./update-service";

/** The resource type of services. */
export const service: ResourceType = {
    token: "aws:ecs/service:Service",
    autoName: "name",
    defaults: {
        deploymentMaximumPercent: 200,
        deploymentMinimumHealthyPercent: 100,
        schedulingStrategy: "REPLICA",
        waitForSteadyState: false,
    },
    replaceOn: ["cluster", "iamRole", "launchType", "name", "schedulingStrategy"],
    // Amazon ECS moves tasks to other capacity with a new deployment alone.
    replaceIf: {
        capacityProviderStrategies: (_old, _now, news) => news.forceNewDeployment !== true,
    },
    computed: [
        "arn",
        "availabilityZoneRebalancing",
        "deploymentConfiguration",
        "iamRole",
        "launchType",
        "platformVersion",
        "tagsAll",
        "triggers",
    ],
    create(account, inputs) {
        const name = text(inputs, "name");
        const owner = requireCluster(account, "CreateService", text(inputs, "cluster"));
        const created: Service = {
            serviceArn: account.arn("ecs", `service/${owner.name}/${name}`),
            serviceName: name,
            clusterArn: owner.arn,
            settings: withoutTags(inputs),
            deployments: deploy(account, "CreateService", inputs, owner.name),
        };
        if (!services(account).create(serviceKey(created), created)) {
            const message = "Creation of service was not idempotent.";
            throw new AwsError("ECS: CreateService", "InvalidParameterException", message);
        }
        return describeService(created, inputs);
    },
    read(account, id, outputs) {
        return findService(account, id) && outputs;
    },
    update(account, id, inputs) {
        const found = findService(account, id);
        if (!found) {
            const message = "Service not found.";
            throw new AwsError("ECS: UpdateService", "ServiceNotFoundException", message);
        }
        // The provider asks Amazon ECS for an update if more than the tags changed.
        const settings = withoutTags(inputs);
        const updated = isDeepStrictEqual(settings, found.settings)
            ? keepTrying(account, found)
            : applyUpdate(account, found, settings);
        return describeService(updated, inputs);
    },
    delete(account, id) {
        services(account).delete(serviceKey({ serviceArn: id }));
    },
};

function withoutTags({ tags: _tags, ...settings }: Properties): Properties {
    return JSON.parse(JSON.stringify(settings)) as Properties;
}

function describeService(found: Service, inputs: Properties): ResourceState {
    const latest = found.deployments.slice(0, 2);
    const failed = latest
        .filter(({ rolloutState }, index) => index === 0 || rolloutState === "FAILED")
        .flatMap(({ tasks }) => tasks.flatMap((task) => task.stoppedReason ?? []));
    const { launchType = "", isFargate } = readLaunch(inputs);
    const outputs = {
        availabilityZoneRebalancing: "DISABLED",
        deploymentConfiguration: { bakeTimeInMinutes: "0", strategy: "ROLLING" },
        iamRole: "",
        launchType,
        platformVersion: isFargate ? "LATEST" : "",
        triggers: {},
        ...inputs,
        arn: found.serviceArn,
    };
    const state = { id: found.serviceArn, outputs };
    return inputs.waitForSteadyState === true && failed.length > 0
        ? {
              ...state,
              failures: [
                  `simulated AWS: waiting for ECS Service (${found.serviceArn}) to be stable: tasks failed to start: ${failed[0]}`,
              ],
          }
        : state;
}

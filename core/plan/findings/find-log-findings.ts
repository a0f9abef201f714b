import type { Finding } from "../../finding";
import { joinPath, type Deferrable } from "../shape/shape";
import type { ContainerDescription, LogDescription, ServiceDescription } from "./description";
import { findOptionFindings } from "./find-option-findings";
import { readLaunchType } from "./launch-type";

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const OF_FARGATE = ["awsfirelens", "awslogs", "splunk"];
const OF_INSTANCES = [
    ...["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "logentries"],
    ...["splunk", "syslog"],
];

/** Finds what is wrong with how the containers, and the proxy of Service Connect, log. */
export function findLogFindings(service: ServiceDescription): Finding[] {
    const launchType = readLaunchType(service);
    const proxy = service.serviceConnectConfiguration?.logConfiguration ?? {};
    const logs = [
        ...Object.entries(service.containers).map(([name, container]): [string, LogDescription] => [
            `containers.${name}.logConfiguration`,
            container.logConfiguration ?? {},
        ]),
        ["serviceConnectConfiguration.logConfiguration", proxy] as const,
    ];
    return [
        ...logs.flatMap(([path, log]) => [
            ...findDriverFindings(log, launchType, joinPath(path, "logDriver")),
            ...findOptionFindings(log, joinPath(path, "options")),
            ...findNamedTwice(log, joinPath(path, "secretOptions")),
        ]),
        ...findRouterFindings(service.containers),
    ];
}

function findDriverFindings(
    { logDriver }: LogDescription,
    launchType: Deferrable<string>,
    path: string,
): Finding[] {
    const isFargate = launchType === "FARGATE";
    const drivers = isFargate ? OF_FARGATE : OF_INSTANCES;
    if (typeof logDriver !== "string" || drivers.includes(logDriver)) {
        return [];
    }
    const reason = isFargate
        ? "is no log driver of launch type FARGATE"
        : "is no log driver that Amazon ECS knows";
    return [{ path, reason, remedy: `Give ${drivers.join(" or ")}.` }];
}

function findNamedTwice({ options = {}, secretOptions = {} }: LogDescription, path: string) {
    return Object.keys(secretOptions)
        .filter((name) => Object.hasOwn(options, name))
        .map((name) => ({
            path: joinPath(path, name),
            reason: "is one of the options already",
            remedy: `Remove ${name} from options.`,
        }));
}

/**
 * Finds that logs go to a router that is not there, or that there is more than one.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 */
function findRouterFindings(containers: Readonly<Record<string, ContainerDescription>>): Finding[] {
    const entries = Object.entries(containers).sort(([a], [b]) => (a < b ? -1 : 1));
    const routers = entries.filter(([, one]) => one.firelensConfiguration !== undefined);
    const senders = entries.filter(([, one]) => one.logConfiguration?.logDriver === "awsfirelens");
    const remedy = "Add a container with firelensConfiguration.";
    return [
        ...senders.flatMap(([name, { firelensConfiguration }]) => {
            const path = `containers.${name}.logConfiguration.logDriver`;
            if (firelensConfiguration !== undefined) {
                const reason = "is awsfirelens, and the log router cannot log to itself";
                return [{ path, reason, remedy: "Give awslogs, for example." }];
            }
            const reason = "is awsfirelens, and no container of the task is a log router";
            return routers.length === 0 ? [{ path, reason, remedy }] : [];
        }),
        ...routers.slice(1).map(([name]) => ({
            path: `containers.${name}.firelensConfiguration`,
            reason: `cannot be given, for container ${routers[0][0]} is the log router already`,
            remedy: "Make one container the log router.",
        })),
    ];
}

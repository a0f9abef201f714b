import {
    anyNumber,
    boolean,
    deferrable,
    filledString,
    listOf,
    number,
    oneOf,
    string,
    strings,
} from "./kinds";
import type { Fields } from "./shape";

const linuxParameters: Fields = {
    capabilities: deferrable({ add: strings, drop: strings }),
    devices: listOf({
        hostPath: { ...filledString, required: true },
        containerPath: filledString,
        permissions: strings,
    }),
    initProcessEnabled: boolean,
    sharedMemorySize: number,
    tmpfs: listOf({
        containerPath: { ...filledString, required: true },
        size: { ...number, required: true },
        mountOptions: strings,
    }),
    // -1 means unlimited.
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
    maxSwap: anyNumber,
    swappiness: number,
};

/** What Docker gives a container: devices, limits, names and mounts. */
export const DOCKER_FIELDS: Fields = {
    hostname: filledString,
    privileged: boolean,
    interactive: boolean,
    pseudoTerminal: boolean,
    disableNetworking: boolean,
    versionConsistency: oneOf("disabled", "enabled"),
    dnsServers: strings,
    dnsSearchDomains: strings,
    extraHosts: listOf({
        hostname: { ...filledString, required: true },
        ipAddress: { ...filledString, required: true },
    }),
    links: strings,
    dockerSecurityOptions: strings,
    dockerLabels: { kind: "record", of: string },
    ulimits: listOf({
        name: { ...filledString, required: true },
        // -1 means unlimited.
        softLimit: { ...anyNumber, required: true },
        hardLimit: { ...anyNumber, required: true },
    }),
    mountPoints: listOf({
        sourceVolume: { ...filledString, required: true },
        containerPath: { ...filledString, required: true },
        readOnly: boolean,
    }),
    volumesFrom: listOf({
        sourceContainer: { ...filledString, required: true },
        readOnly: boolean,
    }),
    linuxParameters: deferrable(linuxParameters),
    systemControls: listOf({
        namespace: { ...filledString, required: true },
        value: { ...string, required: true },
    }),
    resourceRequirements: listOf({
        type: { ...oneOf("GPU", "InferenceAccelerator"), required: true },
        value: { ...filledString, required: true },
    }),
    credentialSpecs: strings,
};

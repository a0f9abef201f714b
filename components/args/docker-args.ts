import type { Input } from "@pulumi/pulumi";
import type { LinuxParametersArgs, SystemControlArgs } from "./linux-args";

/**
 * What Docker gives a container: devices, limits, names and mounts.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface DockerArgs {
    /**
     * The host name of the container (not in network mode `awsvpc`).
     * @default - its id
     */
    hostname?: Input<string>;

    /**
     * Whether the container has the host's rights (not on launch type `FARGATE`).
     * @default - it has not
     */
    privileged?: Input<boolean>;

    /**
     * Whether standard input stays open.
     * @default - it does not
     */
    interactive?: Input<boolean>;

    /**
     * Whether the container has a terminal.
     * @default - it has none
     */
    pseudoTerminal?: Input<boolean>;

    /**
     * Whether the container is without network.
     * @default - it has one
     */
    disableNetworking?: Input<boolean>;

    /**
     * Whether the image's tag is resolved once a deployment.
     * @default - enabled
     */
    versionConsistency?: Input<"disabled" | "enabled">;

    /**
     * The DNS servers of the container (not in network mode `awsvpc`).
     * @default - those of the host
     */
    dnsServers?: Input<Input<string>[]>;

    /**
     * The DNS search domains of the container (not in network mode `awsvpc`).
     * @default - those of the host
     */
    dnsSearchDomains?: Input<Input<string>[]>;

    /**
     * Entries of `/etc/hosts` (not in network mode `awsvpc`).
     * @default - none
     */
    extraHosts?: Input<Input<HostEntryArgs>[]>;

    /**
     * Containers that this one reaches by name (network mode `bridge` alone).
     * @default - none
     */
    links?: Input<Input<string>[]>;

    /**
     * Docker security options (not on launch type `FARGATE`).
     * @default - none
     */
    dockerSecurityOptions?: Input<Input<string>[]>;

    /**
     * Docker labels, in plaintext. A name or value that reads as a secret is refused.
     * @default - none
     */
    dockerLabels?: Record<string, Input<string>>;

    /**
     * Limits of the container.
     * @default - Docker's own
     */
    ulimits?: Input<Input<UlimitArgs>[]>;

    /**
     * Volumes of the task that the container mounts.
     * @default - none
     */
    mountPoints?: Input<Input<MountPointArgs>[]>;

    /**
     * Containers whose volumes this one mounts as well.
     * @default - none
     */
    volumesFrom?: Input<Input<VolumeFromArgs>[]>;

    /**
     * Linux options of the container.
     * @default - none
     */
    linuxParameters?: Input<LinuxParametersArgs>;

    /**
     * Kernel parameters of the container.
     * @default - none
     */
    systemControls?: Input<Input<SystemControlArgs>[]>;

    /**
     * GPUs and inference accelerators of the container.
     * @default - none
     */
    resourceRequirements?: Input<Input<ResourceRequirementArgs>[]>;

    /**
     * Credential specifications for Active Directory, by ARN.
     * @default - none
     */
    credentialSpecs?: Input<Input<string>[]>;
}

/**
 * An entry of `/etc/hosts`.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HostEntry.html
 */
export interface HostEntryArgs {
    /** The host name. */
    hostname: Input<string>;

    /** The IP address. */
    ipAddress: Input<string>;
}

/**
 * A limit of a container.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html
 */
export interface UlimitArgs {
    /** Which limit, for example `nofile`. */
    name: Input<string>;

    /** The soft limit. */
    softLimit: Input<number>;

    /** The hard limit. */
    hardLimit: Input<number>;
}

/**
 * A volume that a container mounts.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html
 */
export interface MountPointArgs {
    /** The name of the volume. */
    sourceVolume: Input<string>;

    /** The path in the container. */
    containerPath: Input<string>;

    /**
     * Whether it is read-only.
     * @default false
     */
    readOnly?: Input<boolean>;
}

/**
 * A container whose volumes another one mounts as well.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html
 */
export interface VolumeFromArgs {
    /** The name of the container. */
    sourceContainer: Input<string>;

    /**
     * Whether they are read-only.
     * @default false
     */
    readOnly?: Input<boolean>;
}

/**
 * A GPU or an inference accelerator.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html
 */
export interface ResourceRequirementArgs {
    /** Whether it is a GPU or an inference accelerator. */
    type: Input<"GPU" | "InferenceAccelerator">;

    /** How many, or the name of the accelerator. */
    value: Input<string>;
}

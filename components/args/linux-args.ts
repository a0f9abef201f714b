import type { Input } from "@pulumi/pulumi";

/**
 * Linux options of a container.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
 */
export interface LinuxParametersArgs {
    /**
     * Capabilities to add and to drop.
     * @default - Docker's own
     */
    capabilities?: Input<KernelCapabilitiesArgs>;

    /**
     * Devices of the host that the container sees.
     * @default - none
     */
    devices?: Input<Input<DeviceArgs>[]>;

    /**
     * Whether an init process forwards signals and reaps processes.
     * @default false
     */
    initProcessEnabled?: Input<boolean>;

    /**
     * The size of `/dev/shm`, in MiB.
     * @default - Docker's own
     */
    sharedMemorySize?: Input<number>;

    /**
     * Mounts in memory.
     * @default - none
     */
    tmpfs?: Input<Input<TmpfsArgs>[]>;

    /**
     * The swap memory that the container may use, in MiB.
     * @default - none of its own
     */
    maxSwap?: Input<number>;

    /**
     * How eagerly the container swaps, 0 to 100.
     * @default 60
     */
    swappiness?: Input<number>;
}

/**
 * Linux capabilities.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html
 */
export interface KernelCapabilitiesArgs {
    /**
     * Those to add.
     * @default - none
     */
    add?: Input<Input<string>[]>;

    /**
     * Those to drop.
     * @default - none
     */
    drop?: Input<Input<string>[]>;
}

/**
 * A device of the host.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Device.html
 */
export interface DeviceArgs {
    /** Its path on the host. */
    hostPath: Input<string>;

    /**
     * Its path in the container.
     * @default - that on the host
     */
    containerPath?: Input<string>;

    /**
     * What the container may do: `read`, `write`, `mknod`.
     * @default - all
     */
    permissions?: Input<Input<string>[]>;
}

/**
 * A mount in memory.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tmpfs.html
 */
export interface TmpfsArgs {
    /** Its path in the container. */
    containerPath: Input<string>;

    /** Its most size, in MiB. */
    size: Input<number>;

    /**
     * Mount options.
     * @default - none
     */
    mountOptions?: Input<Input<string>[]>;
}

/**
 * A kernel parameter.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html
 */
export interface SystemControlArgs {
    /** Its name, for example `net.core.somaxconn`. */
    namespace: Input<string>;

    /** Its value. */
    value: Input<string>;
}

/** The memory that goes with a number of CPU units: the least, the most, and the steps, in MiB. */
export interface FargateSize {
    readonly cpu: number;
    readonly least: number;
    readonly most: number;
    /** @default - each size is twice the one before */
    readonly step?: number;
}

/**
 * The sizes of tasks on Fargate.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export const FARGATE_SIZES: readonly FargateSize[] = [
    { cpu: 256, least: 512, most: 2048 },
    { cpu: 512, least: 1024, most: 4096, step: 1024 },
    { cpu: 1024, least: 2048, most: 8192, step: 1024 },
    { cpu: 2048, least: 4096, most: 16_384, step: 1024 },
    { cpu: 4096, least: 8192, most: 30_720, step: 1024 },
    { cpu: 8192, least: 16_384, most: 61_440, step: 4096 },
    { cpu: 16_384, least: 32_768, most: 122_880, step: 8192 },
];

/** The numbers of CPU units with which a task on Fargate may have that much memory. */
export function fargateCpus(memory: number): number[] {
    return FARGATE_SIZES.filter((size) => hasMemory(size, memory)).map(({ cpu }) => cpu);
}

/** Whether that much memory goes with a number of CPU units. */
export function hasMemory({ least, most, step }: FargateSize, memory: number): boolean {
    const isStep =
        step === undefined ? Number.isInteger(Math.log2(memory / least)) : memory % step === 0;
    return isStep && memory >= least && memory <= most;
}

/** Says which memory goes with a number of CPU units. */
export function describeMemory({ least, most, step }: FargateSize): string {
    return step === undefined
        ? `${least}, ${least * 2} or ${most}`
        : `${least} to ${most} in steps of ${step}`;
}

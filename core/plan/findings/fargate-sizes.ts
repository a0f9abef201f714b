/** The memory that goes with a number of CPU units: the least, the most, and the steps, in MiB. */
interface MemoryRange {
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
const SIZES: readonly MemoryRange[] = [
    { cpu: 256, least: 512, most: 2048 },
    { cpu: 512, least: 1024, most: 4096, step: 1024 },
    { cpu: 1024, least: 2048, most: 8192, step: 1024 },
    { cpu: 2048, least: 4096, most: 16_384, step: 1024 },
    { cpu: 4096, least: 8192, most: 30_720, step: 1024 },
    { cpu: 8192, least: 16_384, most: 61_440, step: 4096 },
    { cpu: 16_384, least: 32_768, most: 122_880, step: 8192 },
];

/** The numbers of CPU units that a task on Fargate may have. */
export const FARGATE_CPUS: readonly number[] = SIZES.map(({ cpu }) => cpu);

/** The numbers of CPU units with which a task on Fargate may have that much memory. */
export function fargateCpus(memory: number): number[] {
    return FARGATE_CPUS.filter((cpu) => isFargateSize(cpu, memory));
}

/** Whether a task on Fargate may have that size. */
export function isFargateSize(cpu: number, memory: number): boolean {
    const size = SIZES.find((one) => one.cpu === cpu);
    if (size === undefined || memory < size.least || memory > size.most) {
        return false;
    }
    return size.step === undefined
        ? Number.isInteger(Math.log2(memory / size.least))
        : memory % size.step === 0;
}

/** Says which memory goes with a number of CPU units. */
export function describeFargateMemory(cpu: number): string {
    const size = SIZES.find((one) => one.cpu === cpu);
    if (size === undefined) {
        return "none";
    }
    return size.step === undefined
        ? "512, 1024 or 2048"
        : `${size.least} to ${size.most} in steps of ${size.step}`;
}

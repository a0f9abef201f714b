import type { Declared } from "./request";

interface Named {
    readonly name?: string;
    readonly namePrefix?: string;
}

/** The seven digits that Pulumi's autonaming appends, fixed. */
const SUFFIX = "0a1b2c3";

/** The name that is given, or one as the provider makes it. */
export function physicalName({ name, namePrefix }: Named, declared: Declared): string {
    return (
        name ?? (namePrefix === undefined ? `${declared.name}-${SUFFIX}` : `${namePrefix}${SUFFIX}`)
    );
}

/** The ARN of a regional resource in the account of the program. */
export function regionalArn({ location }: Declared, service: string, resource: string): string {
    return `arn:${location.partition}:${service}:${location.region}:${location.account}:${resource}`;
}

import { listServiceResources } from "./service";

/** Properties as they travel: plain JSON, with Pulumi's mark around what is secret. */
export type Wire = Readonly<Record<string, unknown>>;

/** A resource as the engine sends it: before it is created, and at the end. */
export interface FleetResource {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly inputs: Wire;
    readonly outputs: Wire;
    /** By property: the resources that it was computed from, by URN. */
    readonly from: Readonly<Record<string, readonly string[]>>;
}

/** How many resources a service is made of. */
const RESOURCES_OF_SERVICE = 20;

/** A right stack of so many resources, all of @pulumi/aws, in the order of their registration. */
export function makeFleet(resources: number): FleetResource[] {
    return Array.from({ length: resources / RESOURCES_OF_SERVICE }, (_, index) =>
        listServiceResources(index),
    ).flat();
}

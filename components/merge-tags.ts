import * as pulumi from "@pulumi/pulumi";

type Tags = pulumi.Input<Record<string, pulumi.Input<string>>>;

/** The tags of a resource: those of the component and its own, which win. */
export function mergeTags(common: Tags | undefined, own: Tags | undefined): Tags | undefined {
    if (common === undefined || own === undefined) {
        return own ?? common;
    }
    return pulumi.all([common, own]).apply(([one, other]) => ({ ...one, ...other }));
}

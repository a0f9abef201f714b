import type { ResourceValidation, ResourceValidationPolicy } from "@pulumi/policy";
import type { PlaintextReading } from "../../core";
import { createReporter } from "../config/reporter";
import { PLAINTEXT_CONFIG } from "../config/schema";
import { looksAt } from "../sdk/refuse-quickly";
import { readProperties } from "../stack/decode";
import { reportReading } from "./report-reading";

/** The properties of a resource as plain data, what is not known yet being marked. */
export type Properties = Readonly<Record<string, unknown>>;

/** A policy against secrets in plaintext, and where the resources that it judges may hold them. */
export interface PlaintextPolicy extends Omit<
    ResourceValidationPolicy,
    "validateResource" | "remediateResource" | "configSchema"
> {
    /** By resource type: everything in such a resource that others may read. */
    readonly resources: Readonly<
        Record<string, (props: Properties, urn: string) => PlaintextReading>
    >;
}

/** Makes a policy that stops plaintext which is certainly a secret, and reports what may be one. */
export function definePlaintextPolicy(policy: PlaintextPolicy): ResourceValidationPolicy {
    const { resources, ...metadata } = policy;
    const described = { ...metadata, configSchema: PLAINTEXT_CONFIG };
    const scope = `applies to ${Object.keys(resources).join(", ")}`;
    const validate: ResourceValidation = (args, violation) => {
        const reporter = createReporter(described, args, violation);
        const { type, urn, props, notApplicable } = args;
        if (!Object.hasOwn(resources, type)) {
            notApplicable(scope);
        }
        reportReading(reporter, urn, resources[type](readProperties(props), urn));
    };
    return { ...described, validateResource: looksAt(Object.keys(resources), validate) };
}

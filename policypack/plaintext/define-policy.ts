import type { ResourceValidationPolicy } from "@pulumi/policy";
import { findPlaintextSecrets, type PlaintextReading } from "../../core";
import { reportAdvisory } from "../report";
import { readProperties } from "../stack/decode";

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
    return {
        ...metadata,
        validateResource: ({ type, urn, props, notApplicable }, report) => {
            if (!Object.hasOwn(resources, type)) {
                notApplicable(`applies to ${Object.keys(resources).join(", ")}`);
            }
            const { plaintext, findings } = resources[type](readProperties(props), urn);
            for (const { path, reason, remedy, certainty } of findPlaintextSecrets(plaintext)) {
                const message = `${path} ${reason}. ${remedy}`;
                if (certainty === "certain") {
                    report(message);
                } else {
                    reportAdvisory(report, message);
                }
            }
            for (const { path, reason, remedy } of findings) {
                reportAdvisory(report, `undetermined: ${path}: ${reason}. ${remedy}`);
            }
        },
    };
}

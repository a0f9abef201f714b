import type { ResourceValidationPolicy } from "@pulumi/policy";
import { findPlaintextSecrets, type PlaintextReading, type PlaintextSecret } from "../../core";
import { createReporter } from "../config/reporter";
import { PLAINTEXT_CONFIG } from "../config/schema";
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
    const described = { ...metadata, configSchema: PLAINTEXT_CONFIG };
    return {
        ...described,
        validateResource: (args, violation) => {
            const { rules, report } = createReporter(described, args, violation);
            const { type, urn, props, notApplicable } = args;
            if (!Object.hasOwn(resources, type)) {
                notApplicable(`applies to ${Object.keys(resources).join(", ")}`);
            }
            const { plaintext, findings } = resources[type](readProperties(props), urn);
            for (const secret of onePerPlace(findPlaintextSecrets(plaintext, rules))) {
                const { path, reason, remedy, certainty } = secret;
                const { container, name } = secret.plaintext;
                const message = `${path} ${reason}. ${remedy}`;
                report({ urn, container, variable: name, certainty, message });
            }
            for (const { path, reason, remedy } of findings) {
                const message = `undetermined: ${path}: ${reason}. ${remedy}`;
                report({ urn, certainty: "undetermined", message });
            }
        },
    };
}

const STRENGTH = ["certain", "likely", "undetermined"];

/** A place may hold the same name twice; what is most certain is said of it. */
function onePerPlace(secrets: readonly PlaintextSecret[]): PlaintextSecret[] {
    const places = new Map<string, PlaintextSecret>();
    for (const secret of secrets) {
        const { container, path, name } = secret.plaintext;
        const place = JSON.stringify([container, path, name]);
        const rank = ({ certainty }: PlaintextSecret) => STRENGTH.indexOf(certainty);
        const other = places.get(place);
        if (!other || rank(secret) < rank(other)) {
            places.set(place, secret);
        }
    }
    return [...places.values()];
}

import { findPlaintextSecrets, type PlaintextReading, type PlaintextSecret } from "../../core";
import type { Reporter } from "../config/reporter";

/** Reports the secrets in what stands in a resource, by place, and what could not be judged. */
export function reportReading(
    { rules, report }: Reporter,
    urn: string,
    { plaintext, findings }: PlaintextReading,
): void {
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

import { formatName, isRecord, type Plaintext, type PlaintextReading } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { isOfComponent } from "../stack/model";
import { NOTHING } from "./variables";

const UNREADABLE: PlaintextReading = {
    plaintext: [],
    findings: [
        {
            path: "the variables of the component's containers",
            reason: "are told in no form that this pack knows",
            remedy: "Take the pack of the component's own version; the task definition is judged at update.",
        },
    ],
};

/**
 * Lists the variables of a component's containers whose values are not known yet, from its outline.
 * A value that is known the component has judged itself.
 */
export function listComponentPlaintext({ containers }: Properties, urn: string): PlaintextReading {
    if (isOfComponent({ urn })) {
        // The service that owns the task definition has told of it.
        return NOTHING;
    }
    const outlines = Object.entries(isRecord(containers) ? containers : {});
    const plaintext = outlines.map(([container, outline]) => listContainer(container, outline));
    return isRecord(containers) && plaintext.every((listed) => listed !== undefined)
        ? { plaintext: plaintext.flat(), findings: [] }
        : { ...UNREADABLE, plaintext: plaintext.flatMap((listed) => listed ?? []) };
}

function listContainer(container: string, outline: unknown): Plaintext[] | undefined {
    const names = isRecord(outline) ? outline.undetermined : undefined;
    if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
        return undefined;
    }
    return names.map((name) => ({
        place: "environment",
        path: "environment",
        container,
        name,
        value: undefined,
        remedy: `Move it from environment to the container's secrets, ${keyOf(name)}: { value: … }: the component stores it, and injects it.`,
    }));
}

/** A name as the key of an object in a program. */
function keyOf(name: string): string {
    return /^[A-Za-z_]\w{0,99}$/.test(name) ? name : JSON.stringify(formatName(name));
}

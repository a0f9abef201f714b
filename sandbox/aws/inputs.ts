import { isDeepStrictEqual } from "node:util";
import { hex } from "./ids";
import {
    canonicalJson,
    UNKNOWN,
    type CheckFailure,
    type Properties,
    type ResourceType,
} from "./resource-type";

/** How a resource would change. */
export interface Difference {
    readonly changed: readonly string[];
    readonly replaces: readonly string[];
    /** Whether the old one must go first, because it has the name that the new one is to have. */
    readonly deleteBeforeReplace: boolean;
}

/** Fills in defaults and the autoname, as the real provider does, and finds what is missing. */
export function checkInputs(
    type: ResourceType,
    logicalName: string,
    news: Properties,
    olds: Properties,
    seed: Uint8Array,
): { inputs: Properties; failures: CheckFailure[] } {
    const inputs: Properties = { ...type.defaults, ...renderDocuments(type, news) };
    const defaulted = Object.keys(type.defaults ?? {}).filter((name) => news[name] === undefined);
    const isNamed = [type.autoName, "namePrefix"].some((name) => name && news[name] !== undefined);
    if (type.autoName && !isNamed) {
        inputs[type.autoName] = isDefaulted(olds, type.autoName)
            ? olds[type.autoName]
            : `${type.namePrefix ?? ""}${logicalName}${type.isNamedPlainly ? "" : `-${hex(7, seed)}`}`;
        defaulted.push(type.autoName);
    }
    const missing = (type.required ?? []).filter((name) => inputs[name] === undefined);
    return {
        inputs: { ...inputs, __defaults: defaulted.sort() },
        failures: [
            ...missing.map((name) => ({
                property: name,
                reason: `simulated AWS: Missing required argument. The argument "${name}" is required`,
            })),
            ...(type.validate?.(inputs) ?? []),
        ],
    };
}

/** A policy document may be given as an object: the real provider writes it as JSON. */
function renderDocuments(type: ResourceType, inputs: Properties): Properties {
    const rendered = Object.entries(inputs).map(([name, value]) => {
        const isDocument = type.canonical?.[name] === canonicalJson && typeof value === "object";
        if (!isDocument) {
            return [name, value] as const;
        }
        const json = JSON.stringify(value);
        return [name, json.includes(UNKNOWN) ? UNKNOWN : json] as const;
    });
    return Object.fromEntries(rendered);
}

/** Compares the inputs of a resource with those it was last given. */
export function diffInputs(type: ResourceType, olds: Properties, news: Properties): Difference {
    const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
        (name) => name !== "__defaults",
    );
    const changed = names.filter((name) => !isSame(type, name, olds, news)).sort();
    const replaces = changed.filter(
        (name) =>
            type.replaceOn?.includes(name) ||
            type.replaceIf?.[name]?.(olds[name], news[name], news) ||
            (name === "region" && !type.isGlobal),
    );
    const name = type.autoName ?? "";
    const isTaken =
        news[name] !== undefined && news[name] === olds[name] && !isDefaulted(news, name);
    return { changed, replaces, deleteBeforeReplace: replaces.length > 0 && isTaken };
}

/**
 * The inputs as they would have to be for the resource to be as it was read: a later update finds
 * what was changed elsewhere.
 */
export function refreshInputs(
    type: ResourceType,
    inputs: Properties,
    outputs: Properties,
): Properties {
    const refreshed = Object.keys(inputs).map((name) => {
        const isKept = outputs[name] === undefined || isSame(type, name, outputs, inputs);
        return [name, isKept ? inputs[name] : outputs[name]] as const;
    });
    return Object.fromEntries(refreshed);
}

function isSame(type: ResourceType, name: string, olds: Properties, news: Properties): boolean {
    const canonical = type.canonical?.[name];
    const [old, now] = [olds[name], news[name]];
    if (type.ignoreIf?.[name]?.(old, now)) {
        return true;
    }
    return canonical && typeof old === "string" && typeof now === "string"
        ? isDeepStrictEqual(canonical(old, olds), canonical(now, news))
        : isDeepStrictEqual(old, now);
}

function isDefaulted(inputs: Properties, name: string): boolean {
    return (inputs.__defaults as string[] | undefined)?.includes(name) === true;
}

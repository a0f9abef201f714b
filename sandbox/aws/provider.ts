import { isDeepStrictEqual } from "node:util";
import type { Account } from "./account";
import { ecsTypes } from "./ecs";
import { iamTypes } from "./iam";
import { hex } from "./ids";
import { kmsTypes } from "./kms";
import { lookups } from "./lookups";
import { UNKNOWN, type Properties, type ResourceState, type ResourceType } from "./resource-type";
import { secretsManagerTypes } from "./secretsmanager";
import { ssmTypes } from "./ssm";

const types = new Map(
    [...ecsTypes, ...iamTypes, ...kmsTypes, ...secretsManagerTypes, ...ssmTypes].map((type) => [
        type.token,
        type,
    ]),
);

/** An input that the provider refuses before anything is created. */
export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

/** How a resource would change. */
export interface Difference {
    readonly changed: readonly string[];
    readonly replaces: readonly string[];
}

/** Finds a resource type, or says that the simulation has none. */
export function resourceType(token: string): ResourceType {
    const type = types.get(token);
    if (!type) {
        throw new Error(
            `simulated AWS: there is no ${token} here; it has ${[...types.keys()].sort().join(", ")}`,
        );
    }
    return type;
}

/** Fills in defaults and the autoname, as the real provider does, and finds what is missing. */
export function checkInputs(
    type: ResourceType,
    logicalName: string,
    news: Properties,
    olds: Properties,
    seed: Uint8Array,
): { inputs: Properties; failures: CheckFailure[] } {
    const inputs: Properties = { ...type.defaults, ...news };
    const defaulted = Object.keys(type.defaults ?? {}).filter((name) => news[name] === undefined);
    if (type.autoName && news[type.autoName] === undefined) {
        const wasAutomatic = (olds.__defaults as string[] | undefined)?.includes(type.autoName);
        inputs[type.autoName] = wasAutomatic
            ? olds[type.autoName]
            : `${logicalName}-${hex(7, seed)}`;
        defaulted.push(type.autoName);
    }
    const missing = (type.required ?? []).filter((name) => inputs[name] === undefined);
    return {
        inputs: { ...inputs, __defaults: defaulted.sort() },
        failures: missing.map((name) => ({
            property: name,
            reason: `simulated AWS: Missing required argument. The argument "${name}" is required`,
        })),
    };
}

/** Compares the inputs of a resource with those it was last given. */
export function diffInputs(type: ResourceType, olds: Properties, news: Properties): Difference {
    const names = [...new Set([...Object.keys(olds), ...Object.keys(news)])].filter(
        (name) => name !== "__defaults",
    );
    const changed = names.filter((name) => !isSame(type, name, olds[name], news[name])).sort();
    return { changed, replaces: changed.filter((name) => type.replaceOn?.includes(name)) };
}

/** What is known of a resource before it is created. */
export function previewCreate(
    account: Account,
    type: ResourceType,
    inputs: Properties,
): Properties {
    const computed = type.computed.filter((name) => inputs[name] === undefined);
    return { region: account.region, ...withoutInternals(inputs), ...unknowns(computed) };
}

/** What is known of a resource before it is updated: what the change does not touch. */
export function previewUpdate(
    type: ResourceType,
    olds: Properties,
    oldInputs: Properties,
    news: Properties,
): Properties {
    const { changed } = diffInputs(type, oldInputs, news);
    const recomputed = changed.flatMap((name) => type.recomputed?.[name] ?? []);
    return { ...olds, ...withoutInternals(news), ...unknowns(recomputed) };
}

/** Creates a resource in the account. */
export function create(account: Account, type: ResourceType, inputs: Properties): ResourceState {
    const state = type.create(account, withoutInternals(inputs));
    return { ...state, outputs: { region: account.region, ...state.outputs } };
}

/** Updates a resource in the account. */
export function update(
    account: Account,
    type: ResourceType,
    id: string,
    inputs: Properties,
    olds: Properties,
): ResourceState {
    if (!type.update) {
        throw new Error(`simulated AWS: every change of a ${type.token} replaces it`);
    }
    const state = type.update(account, id, withoutInternals(inputs), olds);
    return { ...state, outputs: { region: account.region, ...state.outputs } };
}

/** Looks something up in the account. */
export function invoke(account: Account, token: string, args: Properties): Properties {
    if (!lookups[token]) {
        throw new Error(
            `simulated AWS: there is no ${token} here; it has ${Object.keys(lookups).sort().join(", ")}`,
        );
    }
    return lookups[token](account, args);
}

function isSame(type: ResourceType, name: string, old: unknown, now: unknown): boolean {
    const canonical = type.canonical?.[name];
    return canonical && typeof old === "string" && typeof now === "string"
        ? isDeepStrictEqual(canonical(old), canonical(now))
        : isDeepStrictEqual(old, now);
}

function unknowns(names: readonly string[]): Properties {
    return Object.fromEntries(names.map((name) => [name, UNKNOWN]));
}

function withoutInternals(inputs: Properties): Properties {
    const { __defaults, ...rest } = inputs;
    return rest;
}

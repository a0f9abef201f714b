import type { Account } from "./account";
import { ecsTypes } from "./ecs";
import { eventsTypes } from "./events";
import { iamTypes } from "./iam";
import { hex } from "./ids";
import { diffInputs } from "./inputs";
import { keptTypes } from "./kept";
import { kmsTypes } from "./kms";
import { lambdaTypes } from "./lambda";
import { logsTypes } from "./logs";
import { lookups } from "./lookups";
import { UNKNOWN, type Properties, type ResourceState, type ResourceType } from "./resource-type";
import { s3Types } from "./s3";
import { renderSchema } from "./schema";
import { secretsManagerTypes } from "./secretsmanager";
import { sqsTypes } from "./sqs";
import { ssmTypes } from "./ssm";
import { statesTypes } from "./states";

export { checkInputs, diffInputs, refreshInputs } from "./inputs";

const simulated = byToken([
    ...ecsTypes,
    ...eventsTypes,
    ...iamTypes,
    ...kmsTypes,
    ...lambdaTypes,
    ...logsTypes,
    ...s3Types,
    ...secretsManagerTypes,
    ...sqsTypes,
    ...ssmTypes,
    ...statesTypes,
]);
const kept = byToken(keptTypes);

/** The schema of all resource types and lookups. */
export function schema(): string {
    return renderSchema([...simulated.keys(), ...kept.keys()], Object.keys(lookups));
}

/** Finds a resource type, or says that the simulation has none. */
export function resourceType(token: string): ResourceType {
    const type = simulated.get(token) ?? kept.get(token);
    if (!type) {
        const list = (map: typeof kept) => [...map.keys()].sort().join(", ");
        throw new Error(
            `simulated AWS: there is no ${token} here; it has ${list(simulated)}; it keeps, and simulates no further, ${list(kept)}`,
        );
    }
    return type;
}

function byToken(list: readonly ResourceType[]): ReadonlyMap<string, ResourceType> {
    return new Map(list.map((type) => [type.token, type]));
}

/** What is known of a resource before it is created. */
export function previewCreate(
    account: Account,
    type: ResourceType,
    inputs: Properties,
): Properties {
    const made = [...type.computed, ...(type.autoName ? [type.autoName] : [])];
    const unknown = unknowns(made.filter((name) => inputs[name] === undefined));
    return complete(account, type, inputs, { ...withoutInternals(inputs), ...unknown });
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
    const kept = Object.entries(olds).filter(
        ([name]) => !(name in oldInputs) || type.computed.includes(name),
    );
    return {
        ...Object.fromEntries(kept),
        ...withoutInternals(news),
        ...("tagsAll" in olds && { tagsAll: news.tags ?? {} }),
        ...unknowns(recomputed),
    };
}

/** Creates a resource in the account. */
export function create(account: Account, type: ResourceType, inputs: Properties): ResourceState {
    const at = account.in(inputs.region);
    const { namePrefix } = inputs;
    const name = type.autoName &&
        inputs[type.autoName] === undefined && {
            [type.autoName]: `${String(namePrefix)}${hex(26)}`,
        };
    const state = type.create(at, { ...withoutInternals(inputs), ...name });
    return { ...state, outputs: complete(at, type, inputs, state.outputs) };
}

/** Reads a resource of the account; `undefined` if it is gone. */
export function read(
    account: Account,
    type: ResourceType,
    id: string,
    outputs: Properties,
): Properties | undefined {
    return type.read(account.in(outputs.region), id, outputs);
}

/** Deletes a resource of the account. */
export function remove(
    account: Account,
    type: ResourceType,
    id: string,
    outputs: Properties,
): void {
    type.delete(account.in(outputs.region), id, outputs);
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
    const at = account.in(olds.region);
    const name = type.autoName && { [type.autoName]: olds[type.autoName] };
    const state = type.update(at, id, { ...name, ...withoutInternals(inputs) }, olds);
    return { ...state, outputs: complete(at, type, inputs, state.outputs) };
}

/** Looks something up in the account. */
export function invoke(account: Account, token: string, args: Properties): Properties {
    if (!lookups[token]) {
        throw new Error(
            `simulated AWS: there is no ${token} here; it has ${Object.keys(lookups).sort().join(", ")}`,
        );
    }
    return lookups[token](account.in(args.region), args);
}

/** Adds what every resource has of its region and tags, whatever its type. */
function complete(
    account: Account,
    type: ResourceType,
    inputs: Properties,
    outputs: Properties,
): Properties {
    return {
        ...(!type.isGlobal && { region: account.region }),
        ...(type.computed.includes("namePrefix") && { namePrefix: inputs.namePrefix ?? "" }),
        ...outputs,
        ...(type.computed.includes("tagsAll") && { tagsAll: inputs.tags ?? {} }),
    };
}

function unknowns(names: readonly string[]): Properties {
    return Object.fromEntries(names.map((name) => [name, UNKNOWN]));
}

function withoutInternals(inputs: Properties): Properties {
    const { __defaults, ...rest } = inputs;
    return rest;
}

import type { Account } from "../account";
import { hex } from "../ids";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { findInputFailures } from "./input-failures";

/** An object as the simulated AWS keeps it: it is there, and nothing comes of it. */
export interface KeptObject {
    /** By what the provider finds it again. */
    readonly id: string;
    /** The name that it was given, or that was made for it. */
    readonly name: string;
    /** What stands in the ids that AWS makes up. */
    readonly code: string;
    /** Counts its updates, from 1. */
    readonly version: number;
}

/** An object with all that its outputs are made of. */
export interface Described extends KeptObject {
    readonly account: Account;
    readonly inputs: Properties;
}

/** A refusal in AWS's words: the operation, the name of the error, and what it says of an id. */
export type Refusal = readonly [operation: string, code: string, message: (id: string) => string];

/** A resource type that is kept and not simulated further. */
export interface KeptType extends Omit<ResourceType, "create" | "read" | "update" | "delete"> {
    /** Sets of inputs of each of which the provider wants one at least. */
    readonly anyOf?: readonly (readonly string[])[];
    /** Inputs that hold JSON, by what the provider calls them when it refuses them. */
    readonly documents?: Readonly<Record<string, string>>;
    /** The object that must be there, named by an input. */
    readonly owner?: { readonly token: string; readonly input: string; readonly refusal: Refusal };
    /** What is said if the id is taken; absent where AWS makes up another one each time. */
    readonly taken?: Refusal;
    /** By what the provider finds an object again; its name where nothing is said. */
    readonly idOf?: (described: Omit<Described, "id">) => string;
    /** Outputs that are the same for every object, where no input says otherwise. */
    readonly filledIn?: Properties;
    /** Outputs that AWS makes up, whatever the inputs. */
    readonly madeUp?: Readonly<Record<string, (described: Described) => unknown>>;
}

/** Makes a resource type of which objects are kept, found again and forgotten, and no more. */
export function keepType(kept: KeptType): ResourceType {
    const { filledIn, madeUp = {}, documents = {}, owner, taken, idOf } = kept;
    const objects = (account: Account) => objectsOf(account, kept.token);
    const describe = (object: KeptObject, account: Account, inputs: Properties): Properties => {
        const { name } = object;
        const made = Object.entries(madeUp).map(
            ([output, make]) => [output, make({ ...object, account, inputs })] as const,
        );
        return {
            ...filledIn,
            ...inputs,
            ...(kept.autoName !== undefined && { [kept.autoName]: name }),
            ...Object.fromEntries(made),
        };
    };
    return {
        ...kept,
        canonical: Object.fromEntries(Object.keys(documents).map((name) => [name, canonicalJson])),
        computed: [...kept.computed, ...Object.keys({ ...filledIn, ...madeUp })],
        validate: (inputs) => findInputFailures(kept, inputs),
        create(account, inputs) {
            const ownerId = text(inputs, owner?.input ?? "");
            if (owner && !objectsOf(account, owner.token).get(ownerId)) {
                refuse(owner.refusal, ownerId);
            }
            const name = text(inputs, kept.autoName ?? "");
            const made = { name, code: hex(17), version: 1 };
            const object = { ...made, id: idOf?.({ ...made, account, inputs }) ?? name };
            if (!objects(account).create(object.id, object) && taken) {
                refuse(taken, object.id);
            }
            return { id: object.id, outputs: describe(object, account, inputs) };
        },
        read: (account, id, outputs) => (objects(account).get(id) ? outputs : undefined),
        update(account, id, inputs) {
            const old = objects(account).get(id);
            if (!old) {
                throw new Error(`simulated AWS: there is no ${kept.token} ${id} any more`);
            }
            const updated = { ...old, version: old.version + 1 };
            objects(account).put(id, updated);
            return { id, outputs: describe(updated, account, inputs) };
        },
        delete(account, id) {
            objects(account).delete(id);
        },
    };
}

/** The objects of a type, by their ids. */
function objectsOf(account: Account, token: string) {
    const [, service, name] = /^aws:(\w+)\/\w+:(\w+)$/.exec(token) ?? [];
    return account.collection<KeptObject>(`kept-${service}-${name}`);
}

function refuse([operation, code, message]: Refusal, id: string): never {
    throw new AwsError(operation, code, message(id));
}

/** Gives outputs of one kind the same value. */
export function blank(value: unknown, names: string): Properties {
    return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}

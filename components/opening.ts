import * as pulumi from "@pulumi/pulumi";
import { lookUpLocation } from "./location";
import { gateOf, type Scope, type ScopeArgs } from "./scope";
import { listNamedKeys } from "./secrets/identify-existing";
import { formatTitle, validateArgs, validateOutputs, type ComponentName } from "./validate";

/** A component whose args are right as far as they are at hand, before it is registered. */
export interface Opening {
    /** Resolves when all args are found to be right, and rejects if they are wrong. */
    readonly validated: Promise<true>;
    /** Makes the scope of the children; what the Outputs of the args are is judged from then on. */
    open(this: void, parent: pulumi.Resource): Scope;
}

/** Validates args, and prepares what the component is made with. */
export function openComponent(component: ComponentName, name: string, args: ScopeArgs): Opening {
    validateArgs(component, name, args);
    const title = formatTitle(component, name);
    let settle: (result: Promise<true>) => void;
    const validated = new Promise<true>((resolve) => {
        settle = resolve;
    });
    return {
        validated,
        open(parent) {
            const location = lookUpLocation(parent);
            settle(validateOutputs(component, title, args, location));
            const lookups: Promise<unknown>[] = [];
            // By then the constructor is done, and with it the list.
            const opened = validated.then(() => Promise.all(lookups)).then((): true => true);
            return {
                ...{ parent, name, title, args, location, lookups, ...gateOf(opened) },
                validated: pulumi.output(validated),
                existing: new Map(),
                namedKeys: listNamedKeys(args),
            };
        },
    };
}

const owned = new WeakMap<object, Opening>();

/** Hands the args of a service, which are found to be right, on to the task definition it makes. */
export function openTask<Made>({ validated }: Opening, scope: Scope, create: () => Made): Made {
    const open = (parent: pulumi.Resource) => ({ ...scope, parent });
    owned.set(scope.args, { validated, open });
    try {
        return create();
    } finally {
        owned.delete(scope.args);
    }
}

/** What a service that makes the task definition has opened already. */
export function findOwner(args: object): Opening | undefined {
    return owned.get(args);
}

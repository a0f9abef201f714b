import { createRequire } from "node:module";

/** What of the SDK's own files is reached into; its types leave it out, being internal. */
interface Internals {
    deserializeProperties: (properties: object, withSecrets: boolean) => object;
}

/** The SDK wraps what it reads, and gives what it wrapped under this name. */
const WRAPPED = "__getSpecialProxyTarget";

/** Under this name the properties tell the message of the engine that they are read from. */
const MESSAGE = Symbol("message");

/**
 * Lets the SDK read the properties of a resource when a policy first looks at them. It reads those
 * of every resource anew for every policy, a stack's once for each policy on stacks, and most
 * policies look at a type or two: on a large stack that was most of the time of the whole pack.
 *
 * Every policy gets an object of its own, as before, so that none can see what another has done to
 * it. Where the SDK is not made as we know it, nothing is changed: it is slower then, and right.
 */
export function readPropertiesLazily(sdk = findInternals()): boolean {
    const read = sdk?.deserializeProperties;
    if (!sdk || typeof read !== "function" || read.length !== 2) {
        return false;
    }
    sdk.deserializeProperties = (properties, withSecrets) => {
        // A remediation is asked once for each resource, and reads all.
        if (withSecrets !== false) {
            return read(properties, withSecrets);
        }
        const handler = new LazyHandler(properties, () => read(properties, withSecrets));
        return new Proxy(handler.properties, handler);
    };
    return true;
}

/**
 * The message of the engine that properties were read from, if they are read lazily: properties of
 * one message are the same, whichever policy they were given to.
 */
export function messageOf(props: object): object | undefined {
    const read = (props as Readonly<Record<string, unknown>>)[WRAPPED];
    return (read as { readonly [MESSAGE]?: object } | undefined)?.[MESSAGE];
}

function findInternals(): Partial<Internals> | undefined {
    try {
        return createRequire(__filename)("@pulumi/policy/deserialize") as Partial<Internals>;
    } catch {
        return undefined;
    }
}

/** Fills an object when it is first looked at, in any way that there is. */
class LazyHandler implements ProxyHandler<object> {
    readonly properties: object = {};

    constructor(
        private readonly message: object,
        private read: (() => object) | undefined,
    ) {}

    get(_: object, name: PropertyKey): unknown {
        return name === MESSAGE ? this.message : (Reflect.get(this.filled(), name) as unknown);
    }

    set(_: object, name: PropertyKey, value: unknown): boolean {
        return Reflect.set(this.filled(), name, value);
    }

    has(_: object, name: PropertyKey): boolean {
        return Reflect.has(this.filled(), name);
    }

    ownKeys(): (string | symbol)[] {
        return Reflect.ownKeys(this.filled());
    }

    getOwnPropertyDescriptor(_: object, name: PropertyKey): PropertyDescriptor | undefined {
        // JavaScript looks for the name itself when the wrapper has answered to it.
        const isLookedAt = this.read === undefined || name !== WRAPPED;
        return isLookedAt ? Reflect.getOwnPropertyDescriptor(this.filled(), name) : undefined;
    }

    defineProperty(_: object, name: PropertyKey, field: PropertyDescriptor): boolean {
        return Reflect.defineProperty(this.filled(), name, field);
    }

    deleteProperty(_: object, name: PropertyKey): boolean {
        return Reflect.deleteProperty(this.filled(), name);
    }

    preventExtensions(): boolean {
        return Reflect.preventExtensions(this.filled());
    }

    private filled(): object {
        const { read } = this;
        if (read) {
            // What cannot be read is said to each policy that looks.
            Object.assign(this.properties, read());
            this.read = undefined;
        }
        return this.properties;
    }
}

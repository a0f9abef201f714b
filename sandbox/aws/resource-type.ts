import type { Account } from "./account";

/** Inputs or outputs of a resource, as the engine sends them. */
export type Properties = Record<string, unknown>;

/** The tags of a resource. */
export type Tags = Readonly<Record<string, string>>;

/** What stands for a value that is not known during preview. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** An input that the provider refuses before anything is created. */
export interface CheckFailure {
    readonly property: string;
    readonly reason: string;
}

/** A resource after it was created, read or updated. */
export interface ResourceState {
    readonly id: string;
    readonly outputs: Properties;
    /** Why the resource exists but did not become healthy. */
    readonly failures?: readonly string[];
}

/** A resource type of the simulated AWS: what `@pulumi/aws` asks of the real one. */
export interface ResourceType {
    /** The type token of the Pulumi resource. */
    readonly token: string;
    /** Whether it is of no region, as all of IAM is. */
    readonly isGlobal?: boolean;
    /** The input that gets the logical name and a random suffix if neither it nor a prefix is given. */
    readonly autoName?: string;
    /** What a name that is made begins with, before the logical name. */
    readonly namePrefix?: string;
    /** Whether a name that is made is the logical name alone, without a random suffix. */
    readonly isNamedPlainly?: boolean;
    /** Inputs that are filled in if they are not given. */
    readonly defaults?: Properties;
    /** Inputs that may not be left out. */
    readonly required?: readonly string[];
    /** Inputs whose change replaces the resource. */
    readonly replaceOn?: readonly string[];
    /** Inputs whose change replaces the resource if the old and the new value are such. */
    readonly replaceIf?: Readonly<
        Record<string, (old: unknown, now: unknown, news: Properties) => boolean>
    >;
    /** Inputs whose difference from what the resource has is ignored if the values are such. */
    readonly ignoreIf?: Readonly<Record<string, (old: unknown, now: unknown) => boolean>>;
    /** Inputs that the provider itself refuses, before AWS is asked. */
    readonly validate?: (inputs: Properties) => readonly CheckFailure[];
    /** Inputs whose change is none if the canonical forms are equal, for example JSON documents. */
    readonly canonical?: Readonly<Record<string, (text: string, inputs: Properties) => unknown>>;
    /** Outputs that AWS makes up; unknown until the resource exists. */
    readonly computed: readonly string[];
    /** Outputs that the change of an input makes unknown again. */
    readonly recomputed?: Readonly<Record<string, readonly string[]>>;
    create(account: Account, inputs: Properties): ResourceState;
    /** The resource as it is now, or `undefined` if it is gone. */
    read(account: Account, id: string, outputs: Properties): Properties | undefined;
    /** Absent where every change replaces the resource. */
    update?(account: Account, id: string, inputs: Properties, olds: Properties): ResourceState;
    delete(account: Account, id: string, outputs: Properties): void;
}

/** A refusal of the simulated AWS, in the words of the real one where they are known. */
export class AwsError extends Error {
    constructor(
        operation: string,
        /** AWS's own name of the error, for example `ServiceNotFoundException`. */
        readonly code: string,
        message: string,
    ) {
        super(`simulated AWS: operation error ${operation}, ${code}: ${message}`);
        this.name = "AwsError";
    }
}

/** Reads a string property; empty if it is absent. */
export function text(properties: Properties, name: string): string {
    const value = properties[name];
    return typeof value === "string" ? value : "";
}

/** Reads the tags of a resource; none if it has none. */
export function readTags({ tags }: Properties): Tags {
    return { ...((tags ?? {}) as Tags) };
}

/** The canonical form of a JSON document: parsed, so that layout and key order do not count. */
export function canonicalJson(json: string): unknown {
    try {
        return JSON.parse(json) as unknown;
    } catch {
        return json;
    }
}

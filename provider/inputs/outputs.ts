import { isUnknown, Output, output, secret, unknown, all } from "@pulumi/pulumi/output";
import { CustomResource, Resource } from "@pulumi/pulumi/resource";
import { isPlainObject } from "../../core";
import { Held, UNKNOWN, type Note } from "./held";

/** What the SDK knows of an Output and leaves out of its types. */
interface KnownOfOutput {
    readonly isKnown: Promise<boolean>;
    readonly isSecret: Promise<boolean>;
    allResources(): Promise<Set<Resource>>;
    promise(withUnknowns: true): Promise<unknown>;
}

/** Takes every Output in inputs apart: into its value, and what is said of that. */
export async function holdOutputs(value: unknown): Promise<unknown> {
    if (Output.isInstance(value)) {
        return holdOutput(value as unknown as KnownOfOutput);
    }
    // Where a resource is given, what stands for it is its id, as everywhere in Pulumi.
    if (Resource.isInstance(value)) {
        return holdOutputs(CustomResource.isInstance(value) ? value.id : value.urn);
    }
    if (isUnknown(value)) {
        return UNKNOWN;
    }
    if (Array.isArray(value)) {
        return Promise.all(value.map(holdOutputs));
    }
    if (!isPlainObject(value)) {
        return value;
    }
    const fields = Object.entries(value).map(
        async ([key, field]) => [key, await holdOutputs(field)] as const,
    );
    return Object.fromEntries(await Promise.all(fields));
}

async function holdOutput(given: KnownOfOutput): Promise<Held> {
    const [value, isKnown, isSecret, dependencies] = await Promise.all([
        given.promise(true).then(holdOutputs),
        given.isKnown,
        given.isSecret,
        given.allResources(),
    ]);
    // In what is not known as a whole some may be known.
    const isPart = Array.isArray(value) || isPlainObject(value) || value instanceof Held;
    return new Held(isKnown || isPart ? value : UNKNOWN, isSecret, [...dependencies]);
}

/** Makes the Output of a value, with all that is said of it. */
export function giveOutput(value: unknown, { isSecret, dependencies }: Note): unknown {
    const bare = output(value === UNKNOWN ? unknown : value);
    const marked = isSecret ? secret(bare) : bare;
    // The URN of a resource is an Output that comes from it.
    return dependencies.length === 0
        ? marked
        : all([marked, ...(dependencies as Resource[]).map(({ urn }) => urn)]).apply(
              ([itself]) => itself,
          );
}

import assert from "node:assert/strict";
import {
    record,
    type Program,
    type RecordedResource,
    type Recording,
    type RecordingOptions,
} from "./recording";
import type { Wire } from "./wire";

/** Records a program that must not fail. */
export async function recordClean(
    program: Program,
    options?: RecordingOptions,
): Promise<Recording> {
    const recording = await record(program, options);
    assert.deepEqual(recording.errors, []);
    return recording;
}

/** The one resource of a logical name. */
export function resource({ resources }: Recording, name: string): RecordedResource {
    const found = resources.filter((one) => one.name === name);
    assert.equal(found.length, 1, `one resource ${name}`);
    return found[0];
}

/** The inputs of a resource, in wire form. */
export function inputsOf(recording: Recording, name: string): Wire {
    return resource(recording, name).inputs;
}

/** The JSON in an input of a resource, which must be a plain string. */
export function documentOf(recording: Recording, name: string, property: string): unknown {
    const text = inputsOf(recording, name)[property];
    assert.equal(typeof text, "string", `${property} of ${name} is plain text`);
    return JSON.parse(text as string);
}

/** The types of resources, by their logical names. */
export function namesAndTypes(resources: readonly RecordedResource[]): Record<string, string> {
    return Object.fromEntries(resources.map(({ name, type }) => [name, type]));
}

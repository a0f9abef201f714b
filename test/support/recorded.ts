import assert from "node:assert/strict";
import {
    record,
    type Program,
    type RecordedResource,
    type Recording,
    type RecordingOptions,
} from "./recording";
import { TASK_DEFINITION_TYPE } from "../../core";
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

/** The one resource of a logical name; of components of the same name, the outermost. */
export function resource({ resources }: Recording, name: string): RecordedResource {
    const urns = new Set(resources.filter((one) => one.name === name).map(({ urn }) => urn));
    const found = resources.filter((one) => urns.has(one.urn) && !urns.has(one.parent));
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

/** What a recorded program made below a component, by logical name; components have their types. */
export function childrenOf(recording: Recording, parent: RecordedResource): RecordedResource[] {
    return recording.resources.filter((one) => one.parent === parent.urn);
}

/** The component inside a service that makes its task definition. */
export function taskComponent(recording: Recording, name: string): RecordedResource {
    const found = recording.resources.filter(
        (one) => one.name === name && one.type === TASK_DEFINITION_TYPE,
    );
    assert.equal(found.length, 1, `one task definition component ${name}`);
    return found[0];
}

import { isPlainObject } from "../../core";
import { structureOf, type PackageSchema, type Properties, type TypeSpec } from "../package-schema";
import { BARE, Held, isBare, joinNotes, UNKNOWN, type Note } from "./held";

/** Makes the Output of a value of which something is said, or which is `UNKNOWN`. */
export type Give = (value: unknown, note: Note) => unknown;

/** What inputs are read with. */
export interface Reading {
    readonly types: PackageSchema["types"];
    readonly give: Give;
}

/**
 * Reads inputs as they came from a program in any language into args of the component.
 *
 * The SDKs send more as Outputs than a program wrote so: a whole property if something in it is one,
 * and some every value there is. The component must know the names of what it makes; so what is said of a
 * record, a list or an object is said of all that stands in it instead. A value that must be known
 * and is not, or is secret, stays an Output: the component finds it, with all else that is wrong.
 */
export function readInputs(
    inputs: Readonly<Record<string, unknown>>,
    properties: Properties,
    reading: Reading,
): Record<string, unknown> {
    return readFields(inputs, BARE, (key) => ownSpec(properties, key), reading);
}

function read(given: unknown, outer: Note, spec: TypeSpec, reading: Reading): unknown {
    const { value, note } = unwrap(given);
    const all = joinNotes(outer, note);
    if (value === UNKNOWN) {
        return reading.give(UNKNOWN, all);
    }
    if (isContainer(value)) {
        return readContainer(value, all, spec, reading);
    }
    const isAsGiven = isBare(all) || (spec.plain === true && !note.isSecret);
    return isAsGiven ? value : reading.give(value, all);
}

type Container = unknown[] | Record<string, unknown>;

function isContainer(value: unknown): value is Container {
    return Array.isArray(value) || isPlainObject(value);
}

function readContainer(value: Container, note: Note, spec: TypeSpec, reading: Reading): unknown {
    // What may be an Output as a whole stays one where its names, or that it is empty, are said to
    // be secret or to come from somewhere.
    if (!spec.plain && (note.isSecret || (isEmpty(value) && !isBare(note)))) {
        return giveWhole(value, note, reading);
    }
    const { properties, entries, elements } = structureOf(spec, reading.types);
    if (Array.isArray(value)) {
        return value.map((element) => read(element, note, elements ?? {}, reading));
    }
    // An entry is not left out: its user wrote its key.
    if (!properties && entries) {
        return Object.fromEntries(
            Object.entries(value).map(([key, entry]) => [key, read(entry, note, entries, reading)]),
        );
    }
    return readFields(value, note, (key) => ownSpec(properties ?? {}, key), reading);
}

/** A property that is null is one that was left out: not every language can leave out. */
function readFields(
    value: Readonly<Record<string, unknown>>,
    note: Note,
    specOf: (key: string) => TypeSpec,
    reading: Reading,
): Record<string, unknown> {
    const fields = Object.entries(value).filter(([, field]) => !isNothing(field));
    return Object.fromEntries(
        fields.map(([key, field]) => [key, read(field, note, specOf(key), reading)]),
    );
}

/** Gives a value as one Output; what is said of anything in it is said of the whole. */
function giveWhole(value: Container, outer: Note, { give }: Reading): unknown {
    let note = outer;
    let isKnown = true;
    const strip = (given: unknown): unknown => {
        const held = unwrap(given);
        note = joinNotes(note, held.note);
        isKnown &&= held.value !== UNKNOWN;
        if (Array.isArray(held.value)) {
            return held.value.map(strip);
        }
        return isPlainObject(held.value)
            ? Object.fromEntries(
                  Object.entries(held.value).flatMap(([key, field]) =>
                      isNothing(field) ? [] : [[key, strip(field)]],
                  ),
              )
            : held.value;
    };
    const whole = strip(value);
    return give(isKnown ? whole : UNKNOWN, note);
}

/** What a value is, and what is said of it. */
function unwrap(given: unknown): { value: unknown; note: Note } {
    let value = given;
    let note: Note = BARE;
    while (value instanceof Held) {
        note = joinNotes(note, value as Held);
        value = value.value;
    }
    return { value, note };
}

function isNothing(given: unknown): boolean {
    const { value } = unwrap(given);
    return value === null || value === undefined;
}

function isEmpty(value: Container): boolean {
    return Object.keys(value).length === 0;
}

/** A property that there is not is told to the component, which refuses it. */
function ownSpec(properties: Properties, key: string): TypeSpec {
    return Object.hasOwn(properties, key) ? properties[key] : {};
}

import { isPlainObject } from "../../core";
import { structureOf, type PackageSchema, type Structure, type TypeSpec } from "../package-schema";
import { spellName, type Spelling } from "./spelling";

/** What a path leads through. */
export interface Paths {
    /** The args, for the keys of their records; an Output in them has none. */
    readonly args: unknown;
    readonly structure: Structure;
    readonly types: PackageSchema["types"];
}

/**
 * Writes a property path, for example `containers.web.kmsKeyId`, as the program's language does: the
 * names of properties are spelled, the keys of records stay.
 */
export function spellPath(path: string, { args, structure, types }: Paths, spelling: Spelling) {
    let [rest, value, inside] = [path, args, structure];
    let spelled = "";
    while (rest !== "") {
        const [separator] = /^\.?/.exec(rest) as RegExpExecArray;
        const text = rest.slice(separator.length);
        const [element] = /^\[\d+\]/.exec(text) ?? [];
        const step = element ?? findKey(text, value, inside);
        spelled += separator + (isProperty(step, inside) ? spellName(step, spelling) : step);
        value = enter(value, element?.slice(1, -1) ?? step);
        inside = structureOf(specOf(step, inside, element !== undefined), types);
        rest = text.slice(step.length);
    }
    return spelled;
}

/** The key that a path goes on with: the longest one of the record, for keys may hold dots. */
function findKey(text: string, value: unknown, { properties }: Structure): string {
    const keys = isPlainObject(value) && !properties ? Object.keys(value) : [];
    const [longest] = keys
        .filter((key) => key !== "" && isFollowed(text, key))
        .sort((a, b) => b.length - a.length);
    return longest ?? /^[^.[]*/.exec(text)?.[0] ?? text;
}

function isFollowed(text: string, key: string): boolean {
    return text.startsWith(key) && /^(?:$|[.[])/.test(text.slice(key.length));
}

function isProperty(step: string, { properties }: Structure): boolean {
    return properties !== undefined && Object.hasOwn(properties, step);
}

function specOf(step: string, inside: Structure, isElement: boolean): TypeSpec {
    const own = isProperty(step, inside) ? inside.properties?.[step] : inside.entries;
    return (isElement ? inside.elements : own) ?? {};
}

function enter(value: unknown, step: string): unknown {
    return isPlainObject(value) || Array.isArray(value)
        ? (value as Readonly<Record<string, unknown>>)[step]
        : undefined;
}

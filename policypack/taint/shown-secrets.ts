import type { Plaintext } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import type { HeldSecret } from "./held-secrets";
import { ALWAYS_HELD, type ListPlaintext } from "./places";

/** A resource with what Pulumi holds secret in it. */
export interface TaintedResource {
    readonly type: string;
    readonly urn: string;
    readonly props: Properties;
    readonly held: readonly HeldSecret[];
}

/** What of a resource's plaintext comes from what Pulumi holds secret. */
export interface ShownSecrets {
    /** Held secret one by one: each is a secret. */
    readonly alone: readonly Plaintext[];
    /** Parts of a longer text or of an object that is held secret: at least one is, or leads there. */
    readonly parts: readonly Plaintext[];
    /** Parts of what is always held secret, whatever it is. */
    readonly always: readonly Plaintext[];
    /** What is held secret and does not stand alone in plaintext: the parts are of these. */
    readonly wholes: readonly HeldSecret[];
}

/**
 * Tells what of a resource's plaintext is held secret, without knowing how any resource is made:
 * each secret is replaced by a mark, and what the resource shows then is compared with what it
 * shows. A mark that shows stands for a secret alone; what no longer shows was a part of one.
 */
export function listShownSecrets(resource: TaintedResource, list: ListPlaintext): ShownSecrets {
    const { type, urn, props, held } = resource;
    const shown = list(props, urn).plaintext;
    const isAlways = ({ path }: HeldSecret) => ALWAYS_HELD.includes(`${type} ${path.join(".")}`);
    const own = held.filter((secret) => !isAlways(secret));
    const without = list(markSecrets(props, own), urn).plaintext;
    const alone = findAlone(shown, without, own);
    const left = new Set(without.map(key));
    const open = new Set(list(markSecrets(props, held), urn).plaintext.map(key));
    const rest = shown.filter((one) => !alone.has(one));
    const told = new Set(alone.values());
    return {
        alone: [...alone.keys()],
        parts: rest.filter((one) => !left.has(key(one))),
        always: rest.filter((one) => left.has(key(one)) && !open.has(key(one))),
        wholes: own.filter((secret) => !told.has(secret)),
    };
}

/** What shows a secret alone: with the marks in place, what stands there is a mark. */
function findAlone(
    shown: readonly Plaintext[],
    without: readonly Plaintext[],
    held: readonly HeldSecret[],
): Map<Plaintext, HeldSecret> {
    const secrets = new Map<string, HeldSecret>();
    for (const { value, ...where } of without) {
        const secret = marked(held, value);
        if (secret) {
            secrets.set(key({ ...where, value: String(secret.value) }), secret);
        }
    }
    return new Map(
        shown.flatMap((one) => {
            const secret = secrets.get(key(one));
            return secret ? [[one, secret]] : [];
        }),
    );
}

/** A noncharacter of Unicode, which no text that is exchanged may hold, around an index. */
const MARK = "\uFDD1";

/** The secret that a text is the mark of. */
function marked(held: readonly HeldSecret[], text: string | undefined): HeldSecret | undefined {
    return text?.startsWith(MARK) && text.endsWith(MARK)
        ? held[Number(text.slice(1, -1))]
        : undefined;
}

/** The properties with a mark in place of each secret. */
function markSecrets(props: Properties, held: readonly HeldSecret[]): Properties {
    const marks = new Map(
        held.map(({ path }, index) => [JSON.stringify(path), `${MARK}${index}${MARK}`]),
    );
    const mark = (value: unknown, path: readonly string[]): unknown => {
        const found = marks.get(JSON.stringify(path));
        if (found !== undefined) {
            return found;
        }
        if (Array.isArray(value)) {
            return value.map((entry, index) => mark(entry, [...path, String(index)]));
        }
        return typeof value === "object" && value !== null ? markFields(value, path) : value;
    };
    const markFields = (value: object, path: readonly string[]) =>
        Object.fromEntries(
            Object.entries(value).map(([name, field]) => [name, mark(field, [...path, name])]),
        );
    return marks.size === 0 ? props : markFields(props, []);
}

function key({ container, path, name, value }: Omit<Plaintext, "place" | "remedy">): string {
    return JSON.stringify([container, path, name, value]);
}

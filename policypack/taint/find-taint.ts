import {
    compare,
    findPlaintextSecrets,
    formatPlace,
    hasUnknownPart,
    type Certainty,
    type Finding,
    type Plaintext,
} from "../../core";
import type { HeldSecret } from "./held-secrets";
import type { KnownTexts } from "./known-texts";
import { listShownSecrets, type TaintedResource } from "./shown-secrets";
import type { ListPlaintext } from "./places";
import { holdsWhole, weighText } from "./weigh-text";

/** A text in plaintext that Pulumi holds secret. */
export interface Taint extends Finding {
    readonly certainty: Certainty;
    /** The container and the variable that it stands in, where it is known which. */
    readonly container?: string;
    readonly variable?: string;
}

const UNMARK =
    "If it is no secret, take it from config that is not marked secret, or unwrap it with pulumi.unsecret.";
const MOST_NAMES = 10;

/**
 * Finds what Pulumi holds secret among what a resource shows, in the order of the places. A place
 * that is certainly a secret by its name or value is left to the policies that read those.
 */
export function findTaint(
    resource: TaintedResource,
    list: ListPlaintext,
    known: KnownTexts,
): Taint[] {
    const { alone, parts, always, wholes } = listShownSecrets(resource, list);
    const isOpen = (one: Plaintext) => isKnown(one) && !isReported(one);
    const open = parts.filter(isOpen);
    const ofParts = open.flatMap((one) => judgePart(one, known));
    const isExplained =
        ofParts.length > 0 || parts.some(isReported) || wholes.some(holdsAny(known.references));
    const found = [
        ...alone.filter(isOpen).flatMap(judgeAlone),
        ...ofParts,
        ...always
            .filter(isOpen)
            .flatMap((one) => judgePart(one, known))
            .filter(({ certainty }) => certainty === "certain"),
        ...(isExplained ? [] : judgeRest(open, wholes, known.perhaps)),
    ];
    return found.sort((a, b) => compare(a.path, b.path));
}

function holdsAny(texts: ReadonlySet<string>): (whole: HeldSecret) => boolean {
    return (whole) => [...texts].some((text) => text.length > 8 && textOf(whole).includes(text));
}

function textOf({ value }: HeldSecret): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}

function isKnown({ value }: Plaintext): boolean {
    return value !== undefined && !hasUnknownPart(value);
}

function isReported(one: Plaintext): boolean {
    return findPlaintextSecrets([one]).some(({ certainty }) => certainty === "certain");
}

/** The team or the provider says that it is a secret; that an address is one is seldom meant. */
function judgeAlone(one: Plaintext): Taint[] {
    const weight = weighText(one.value ?? "");
    return weight === "nothing"
        ? []
        : [
              taint(
                  one,
                  weight === "ordinary" ? "likely" : "certain",
                  "Pulumi holds its value secret",
              ),
          ];
}

/** A part of something that is held secret: it is looked for among the secrets known by now. */
function judgePart(one: Plaintext, { secrets, telling }: KnownTexts): Taint[] {
    const value = one.value ?? "";
    const weight = weighText(value);
    if (weight === "nothing") {
        return [];
    }
    const certainty = secrets.get(value);
    if (certainty) {
        return [taint(one, certainty, "Pulumi holds its value secret")];
    }
    const held = [...telling].find((text) => holdsWhole(value, text));
    if (held === undefined) {
        return [];
    }
    // The id of an account in the URL of a queue is no credential, whoever marked it.
    const isAddress = weight === "ordinary" && /^\d+$/.test(held);
    return [
        taint(
            one,
            isAddress ? "likely" : "certain",
            "its value holds a text that Pulumi holds secret",
        ),
    ];
}

/**
 * The secret is none that is known. If a value of the config is the only text that it can be, it is
 * that one; else it cannot be told, and the places that come in question are named.
 */
function judgeRest(
    open: readonly Plaintext[],
    wholes: readonly HeldSecret[],
    config: ReadonlySet<string>,
): Taint[] {
    const telling = open.filter((one) => weighText(one.value ?? "") === "telling");
    const ofConfig = telling.filter(({ value = "" }) =>
        [...config].some((text) => holdsWhole(value, text)),
    );
    const isOnlyOne = telling.length === 1 && ofConfig.length === 1;
    const mayBeArn = wholes.some((whole) => textOf(whole).includes("arn:"));
    if (isOnlyOne && !mayBeArn) {
        return [
            taint(telling[0], "certain", "its value comes from config that Pulumi holds secret"),
        ];
    }
    // Something is the secret: a word, if nothing else stands there.
    const words = mayBeArn ? [] : open.filter((one) => weighText(one.value ?? "") === "word");
    const possible = telling.length > 0 ? telling : words;
    return possible.length > 0 ? [undecided(possible, wholes)] : [];
}

function taint(one: Plaintext, certainty: Certainty, reason: string): Taint {
    return {
        container: one.container,
        variable: one.name,
        certainty,
        path: formatPlace(one),
        reason: `is plaintext: ${reason}`,
        remedy: `${one.remedy} ${UNMARK}`,
    };
}

function undecided(telling: readonly Plaintext[], wholes: readonly HeldSecret[]): Taint {
    const properties = [...new Set(wholes.map(({ path }) => path[0]))].sort(compare);
    const places = [...new Set(telling.map(formatPlace))].sort(compare);
    const more = places.length > MOST_NAMES ? ` and ${places.length - MOST_NAMES} more` : "";
    const named = places.slice(0, MOST_NAMES).join(", ") + more;
    return {
        certainty: "likely",
        path: properties.join(", "),
        reason: `is held secret by Pulumi, and which part of it is secret cannot be told: it may be ${named}`,
        remedy: `Move what is a secret to a secret store. ${UNMARK}`,
    };
}

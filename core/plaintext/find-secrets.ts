import { detectSecret, type Certainty } from "../detection";
import { compare, type Finding } from "../finding";
import { matchesPattern, parsePattern } from "../iam/pattern";
import { formatName } from "./format-name";
import type { Plaintext } from "./plaintext";
import { hasUnknownPart } from "./unknown-part";

/** What a team says of names that it knows better than the words of a name can tell. */
export interface NameRules {
    /** Names that are no secrets, with `*` and `?`; a value that is unmistakably one still counts. */
    readonly allow?: readonly string[];
    /** Names that are secrets, with `*` and `?`. */
    readonly deny?: readonly string[];
}

/** A secret in plaintext. */
export interface PlaintextSecret extends Finding {
    readonly plaintext: Plaintext;
    /** `undetermined`: it would be one, and its value is not known yet. */
    readonly certainty: Certainty | "undetermined";
}

/** Finds the secrets among what stands in plaintext, in the order of their paths. */
export function findPlaintextSecrets(
    plaintext: readonly Plaintext[],
    rules: NameRules = {},
): PlaintextSecret[] {
    const found = plaintext.flatMap((one) => judge(one, rules));
    return found.sort((a, b) => compare(a.path, b.path));
}

function judge(plaintext: Plaintext, rules: NameRules): PlaintextSecret[] {
    const { place, value, remedy } = plaintext;
    const name = readName(plaintext.name, rules);
    const verdict = detectSecret(place, name, value);
    const isByValue = verdict.verdict === "secret" && verdict.by === "value";
    const isUnknown = value === undefined || hasUnknownPart(value);
    const path = formatPlace(plaintext);
    if (!isUnknown || isByValue) {
        return verdict.verdict === "secret"
            ? [
                  {
                      plaintext,
                      certainty: verdict.certainty,
                      path,
                      reason: `is plaintext: ${verdict.reason}`,
                      remedy,
                  },
              ]
            : [];
    }
    const named = detectSecret(place, name);
    const reason = `is undetermined: ${named.reason}, and its value is not known yet`;
    return named.verdict === "secret"
        ? [{ plaintext, certainty: "undetermined", path, reason, remedy }]
        : [];
}

/** The name as it counts: none where it is allowed, that of a secret where it is denied. */
function readName(name: string, { allow = [], deny = [] }: NameRules): string {
    const matches = (pattern: string) => matchesPattern(parsePattern(pattern), name);
    return deny.some(matches) ? "secret" : allow.some(matches) ? "" : name;
}

/** Says where something stands: `container web: environment DB_PASSWORD`. */
export function formatPlace({
    container,
    path,
    name,
}: Pick<Plaintext, "container" | "path" | "name">): string {
    const where = name === "" ? path : `${path} ${formatName(name)}`;
    return container === undefined ? where : `container ${formatName(container)}: ${where}`;
}

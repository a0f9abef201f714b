import { detectSecret, type Certainty } from "../detection";
import { compare, type Finding } from "../finding";
import { matchesPattern, parsePattern, type Pattern } from "../iam/pattern";
import { formatName } from "./format-name";
import type { Plaintext } from "./plaintext";
import { hasUnknownPart, UNKNOWN_PART } from "./unknown-part";

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
    const read = createNameReader(rules);
    const found = plaintext.flatMap((one) => judge(one, read(one.name)));
    return found.sort((a, b) => compare(a.path, b.path));
}

function judge(plaintext: Plaintext, name: string): PlaintextSecret[] {
    const { place, value, remedy } = plaintext;
    const isOpen = value === undefined || hasUnknownPart(value);
    const whole = detectSecret(place, name, value);
    const isByValue = whole.verdict === "secret" && whole.by === "value";
    const verdict = isOpen && !isByValue ? detectSecret(place, name) : whole;
    if (verdict.verdict !== "secret") {
        return [];
    }
    const path = formatPlace(plaintext);
    const { certainty } = verdict;
    const isDenied = verdict.by === "name" && name !== plaintext.name;
    const reason = isDenied ? "its name is one that deny tells of" : verdict.reason;
    const open = isByValue
        ? undefined
        : isOpen
          ? "its value"
          : mayGoOn(name, plaintext)
            ? "a part of that"
            : undefined;
    return [
        open === undefined
            ? { plaintext, certainty, path, reason: `is plaintext: ${reason}`, remedy }
            : {
                  plaintext,
                  certainty: "undetermined",
                  path,
                  reason: `is undetermined: ${reason}, and ${open} is not known yet`,
                  remedy,
              },
    ];
}

/** Whether a name may turn out to be another: what counts in `API_TOKEN_TTL` is its end. */
function mayGoOn(name: string, { place, value }: Plaintext): boolean {
    const end = name.slice(name.lastIndexOf(UNKNOWN_PART) + 1);
    return hasUnknownPart(name) && detectSecret(place, end, value).verdict !== "secret";
}

/** Reads a name as it counts: none where it is allowed, that of a secret where it is denied. */
function createNameReader({ allow = [], deny = [] }: NameRules): (name: string) => string {
    const [allowed, denied] = [allow, deny].map((patterns) => patterns.map(parsePattern));
    return (name) => {
        const matches = (pattern: Pattern) => matchesPattern(pattern, name);
        return denied.some(matches) ? "secret" : allowed.some(matches) ? "" : name;
    };
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

import type { PackageSchema } from "../package-schema";
import { spellName, type Spelling } from "./spelling";

/** Spells the names of properties that stand in a text. */
export type SpellText = (text: string) => string;

/** What a finding says of TypeScript's own conveniences, and what there is in their place elsewhere. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
    [", or an aws.kms.Key or aws.kms.Alias.", "."],
    [", or an aws.iam.Role.", "."],
    [", or an aws.secretsmanager.Secret or SecretVersion or an aws.ssm.Parameter.", "."],
    ["must be a string or a resource that is a ", "must be a string that names a "],
    [
        "Give a string, an object with secret or valueFrom, a resource that is a secret, or a new secret.",
        "Give an object with secret or valueFrom.",
    ],
    ["(pulumi.unsecret, if it is none in truth)", "(unsecret it, if it is none in truth)"],
    // Functions stay in their language; Pulumi's own option takes their place.
    [", transform, ", ", "],
    [
        "must be a function. Give a function of args and opts.",
        "is for TypeScript alone. Use the resource option transforms.",
    ],
];

/** A method of the SDK that findings name. */
const METHOD = "requireSecret";

/**
 * Makes what writes a finding's text for a language. A name of one word may be no name but the word;
 * it is spelled where it stands in one row with a name that is none: `secret or valueFrom`.
 */
export function createSpellText(
    { resources, types }: PackageSchema,
    spelling: Spelling,
): SpellText {
    const names = new Set([
        ...Object.values(resources).flatMap((one) => Object.keys(one.inputProperties)),
        ...Object.values(types).flatMap((one) => Object.keys(one.properties ?? {})),
    ]);
    const name = `(?:${[...names].join("|")})(?![\\w-])`;
    const row = new RegExp(`(?<![\\w.-])${name}(?:${JOINT}${name})*`, "g");
    const spellRow = (found: string) =>
        /[A-Z]/.test(found)
            ? found.replace(/\w+/g, (word) => (names.has(word) ? spellName(word, spelling) : word))
            : found;
    const method = spellName(METHOD, spelling);
    return (text) => rewrite(text).replaceAll(METHOD, method).replace(row, spellRow);
}

/** What stands between the names of a row. */
const JOINT = "(?:\\.|, | and | or )";

function rewrite(text: string): string {
    return ELSEWHERE.reduce((now, [from, to]) => now.replaceAll(from, to), text);
}

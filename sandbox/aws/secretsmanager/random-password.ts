import { randomInt } from "node:crypto";
import { AwsError, text, type Properties } from "../resource-type";

/**
 * The kinds of characters, and the argument that leaves one out.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
const KINDS = [
    { exclude: "excludeLowercase", characters: "abcdefghijklmnopqrstuvwxyz" },
    { exclude: "excludeUppercase", characters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ" },
    { exclude: "excludeNumbers", characters: "0123456789" },
    { exclude: "excludePunctuation", characters: "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" },
] as const;

const DEFAULT_LENGTH = 32;
const MAX_LENGTH = 4096;

/** Makes a random text as GetRandomPassword does, another one at each call. */
export function makePassword(args: Properties): string {
    const length = typeof args.passwordLength === "number" ? args.passwordLength : DEFAULT_LENGTH;
    const excluded = text(args, "excludeCharacters");
    const kinds = [
        ...KINDS.filter(({ exclude }) => args[exclude] !== true).map((one) => one.characters),
        ...(args.includeSpace === true ? [" "] : []),
    ].map((characters) => [...characters].filter((one) => !excluded.includes(one)));
    const included = kinds.filter((characters) => characters.length > 0);
    const required = args.requireEachIncludedType === false ? [] : included;
    const all = included.flat();
    if (all.length === 0 || length < Math.max(1, required.length) || length > MAX_LENGTH) {
        const message = "The password length and the characters that are left cannot be met.";
        throw new AwsError(
            "Secrets Manager: GetRandomPassword",
            "InvalidParameterException",
            message,
        );
    }
    const rest = Array.from({ length: length - required.length }, () => pick(all));
    return shuffle([...required.map(pick), ...rest]).join("");
}

function pick(characters: readonly string[]): string {
    return characters[randomInt(characters.length)];
}

function shuffle(characters: string[]): string[] {
    for (let last = characters.length - 1; last > 0; last--) {
        const other = randomInt(last + 1);
        [characters[last], characters[other]] = [characters[other], characters[last]];
    }
    return characters;
}

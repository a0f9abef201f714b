import { joinShortly, shorten } from "./shorten";

/**
 * What a policy holds where it is right, or nearly so: ARNs, accounts, services, the ids that AWS
 * gives roles and users, wildcards, and what a program writes that lost an ARN.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
 */
const SHOWN = [
    /^arn:/,
    /^[*?]+(:|$)/,
    /^\d{12}$/,
    /^([a-z0-9-]+\.)+amazonaws\.com(\.cn)?$/,
    /^(AROA|AIDA)[A-Z0-9]+$/,
    /\[object Object\]/,
    /^\$\{[^{}]*\}$/,
];

const ACTION = /^([a-z0-9-]+:)?[A-Za-z*?]+$/;

/** The services whose condition keys hold names, hosts, tags and ARNs; all but what a client says. */
const KEYS = /^(aws|ecr|iam|kms|s3|secretsmanager|ssm):(?!referer|useragent)/i;

const HIDDEN = "a text that is not shown";

/** A text of a policy for a person, unless it may be anything: somebody may have put a value there. */
export function showText(text: string): string {
    return isShown(text) ? `\`${shorten(text)}\`` : HIDDEN;
}

/** The principals of a statement for a person. */
export function showPrincipals(texts: readonly string[]): string {
    return shorten(
        joinShortly(
            texts.map((text) => (isShown(text) ? text : HIDDEN)),
            ", ",
        ),
    );
}

/** The actions of a statement for a person. */
export function showActions(texts: readonly string[]): string {
    return shorten(
        joinShortly(
            texts.map((text) => (ACTION.test(text) ? text : HIDDEN)),
            ", ",
        ),
    );
}

/** The values of a condition key for a person. */
export function showValues(key: string, values: readonly string[], separator: string): string {
    if (!KEYS.test(key)) {
        return "a value that is not shown";
    }
    const isOfArns = /arn$/i.test(key);
    return shorten(
        values.map((value) => (isOfArns && !isShown(value) ? HIDDEN : value)).join(separator),
    );
}

function isShown(text: string): boolean {
    return SHOWN.some((form) => form.test(text));
}

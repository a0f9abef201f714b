import type { Reading } from "./readings";

/** The values of the request's keys, by their names in lower case. */
export interface Facts {
    get(key: string): readonly string[] | undefined;
}

// `${*}` and `${?}` are these characters, not wildcards. Private characters stand for them
// between the two steps, because only the second step knows whether wildcards count at all.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
const LITERAL_STAR = "\uE000";
const LITERAL_MARK = "\uE001";
const FIXED: Record<string, string> = { "*": LITERAL_STAR, "?": LITERAL_MARK, $: "$" };

const expressions = { "": new Map<string, RegExp>(), i: new Map<string, RegExp>() };

function expressionOf(pattern: string, flags: "" | "i"): RegExp {
    let expression = expressions[flags].get(pattern);
    if (expression === undefined) {
        const source = pattern
            .replace(/[.+^${}()|[\]\\]/g, "\\$&")
            .replace(/\*+/g, "[^]*")
            .replace(/\?/g, "[^]")
            .replaceAll(LITERAL_STAR, "\\*")
            .replaceAll(LITERAL_MARK, "\\?");
        expression = new RegExp(`^${source}$`, flags);
        expressions[flags].set(pattern, expression);
    }
    return expression;
}

/** Whether the text fits the pattern, `*` and `?` being wildcards. */
export function fits(pattern: string, text: string, flags: "" | "i" = ""): boolean {
    return pattern === "*" || pattern === text || expressionOf(pattern, flags).test(text);
}

/**
 * The policy text with its variables replaced, or nothing when a variable has no value. Only
 * version 2012-10-17 has variables.
 */
export function expand(
    text: string,
    facts: Facts,
    version: string | undefined,
): string | undefined {
    if (version !== "2012-10-17" || !text.includes("${")) {
        return text;
    }
    let complete = true;
    const expanded = text.replace(/\$\{([^}]*)\}/g, (_whole, inside: string) => {
        const [, name = "", fallback] = /^(.*?)(?:, ?'(.*)')?$/.exec(inside) ?? [];
        const values = facts.get(name.trim().toLowerCase());
        const value = FIXED[inside] ?? (values?.length === 1 ? values[0] : fallback);
        complete &&= value !== undefined;
        return value ?? "";
    });
    return complete ? expanded : undefined;
}

/** The text as it reads when wildcards do not count. */
export function plain(text: string): string {
    return text.replaceAll(LITERAL_STAR, "*").replaceAll(LITERAL_MARK, "?");
}

const segments = new Map<string, readonly string[]>();

function segmentsOf(arn: string): readonly string[] {
    let found = segments.get(arn);
    if (found === undefined) {
        const parts = arn.split(":");
        found = parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
        segments.set(arn, found);
    }
    return found;
}

/**
 * Whether the six segments of the ARN fit those of the pattern one by one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnFits(pattern: string, arn: string): boolean {
    const wanted = segmentsOf(pattern);
    const given = segmentsOf(arn);
    return (
        wanted.length === 6 &&
        given.length === 6 &&
        wanted.every((segment, index) => fits(segment, given[index] ?? ""))
    );
}

/** Whether a `Resource` value covers the ARN. */
export function covers(pattern: string, arn: string, reading: Reading): boolean {
    if (pattern === "*") {
        return true;
    }
    const byText = fits(pattern, arn);
    return byText === arnFits(pattern, arn) ? byText : reading.ask("wildcardOverColons");
}

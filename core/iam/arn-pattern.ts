import { ANY_MANY, matchesPattern, splitPattern, type Pattern } from "./pattern";

/** The parts of an ARN: `arn`, partition, service, region, account, resource. */
const PARTS = 6;

/** An ARN with wildcards, in parts; a short one ends in `*`. */
export type ArnPattern = readonly Pattern[];

/** Takes an ARN with wildcards apart; `undefined` if it is none. */
export function parseArnPattern(pattern: Pattern): ArnPattern | undefined {
    if (pattern.length > 0 && pattern.every((token) => token === ANY_MANY)) {
        return [pattern];
    }
    const parts = splitPattern(pattern, PARTS);
    const last = parts[parts.length - 1];
    const whole = parts.length === PARTS ? last.length > 0 : last.at(-1) === ANY_MANY;
    return matchesPattern(parts[0], "arn") && parts.length > 1 && whole ? parts : undefined;
}

/**
 * Whether an ARN with wildcards covers an ARN. The first five parts are compared one by one, so
 * that a wildcard in them does not reach into the next; in the rest it crosses `/` and `:`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesArnPattern(pattern: ArnPattern, arn: string): boolean {
    const last = pattern.length - 1;
    // A literal text is split where the pattern is, so that a short pattern's `*` takes the rest.
    const parts = arn.split(":");
    return (
        parts.length >= pattern.length &&
        pattern.every((part, index) =>
            matchesPattern(part, index < last ? parts[index] : parts.slice(last).join(":")),
        )
    );
}

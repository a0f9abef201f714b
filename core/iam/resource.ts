import { matchesArnPattern, parseArnPattern, type ArnPattern } from "./arn-pattern";
import type { Asked } from "./context";
import type { PolicyVersion } from "./document";
import { all, any, isOpen, lazily, not, open, unknown, YES, type Fact } from "./kleene";
import { ANY_MANY, formatPattern, type Pattern } from "./pattern";
import { openKind } from "./request";
import { describeNoArn, describeResourceMiss, isAliasPattern } from "./resource-miss";
import { shorten } from "./shorten";
import { expandVariables, hasVariables } from "./variables";

/** Whether one of a statement's `Resource` covers the resource of a request. */
export function matchResources(
    resources: readonly string[],
    request: Asked,
    version: PolicyVersion,
): Fact {
    return any(matchEach(resources, request, version).map(({ fact }) => fact));
}

/** Whether a resource is outside of all of a statement's `NotResource`. */
export function matchNotResources(
    notResources: readonly string[],
    request: Asked,
    version: PolicyVersion,
): Fact {
    return all(
        matchEach(notResources, request, version).map(({ fact, malformed }, index) =>
            // A slip in NotResource must not widen the statement to all there is.
            malformed
                ? unknown(`what NotResource means by \`${shorten(notResources[index])}\``)
                : not(fact, "exempts the resource by NotResource"),
        ),
    );
}

interface Match {
    readonly fact: Fact;
    readonly malformed: boolean;
}

/** A resource of a statement; without an ARN if it is none. */
interface Named {
    readonly text: string;
    readonly arn?: ArnPattern;
}

/** What a text without variables names is the same for every request. */
const NAMED = new WeakMap<readonly string[], Map<string, Named>>();

function matchEach(texts: readonly string[], request: Asked, version: PolicyVersion): Match[] {
    let known = NAMED.get(texts);
    if (!known) {
        known = new Map();
        NAMED.set(texts, known);
    }
    const kept = known;
    return texts.map((text): Match => {
        const { pattern, open: why } = hasVariables(text, version)
            ? expandVariables(text, { version, request, wildcards: true })
            : { pattern: undefined };
        if (why) {
            return { fact: why, malformed: why.truth === "no" };
        }
        let named = pattern ? nameOf(formatPattern(pattern), pattern) : kept.get(text);
        if (!named) {
            const parsed = expandVariables(text, { version, request, wildcards: true });
            named = nameOf(text, parsed.pattern ?? []);
            kept.set(text, named);
        }
        const { arn } = named;
        if (!arn) {
            return { fact: lazily("no", () => [describeNoArn(text)]), malformed: true };
        }
        const fact = matchArn(arn, named.text, request);
        return pattern && standsTooEarly(text) && !isOpen(fact)
            ? {
                  fact: unknown(`what the variable in \`${shorten(text)}\` stands for`),
                  malformed: true,
              }
            : { fact, malformed: false };
    });
}

function nameOf(text: string, pattern: Pattern): Named {
    const arn = parseArnPattern(pattern);
    return arn ? { text, arn } : { text };
}

/**
 * Whether a variable stands before the fifth colon, where AWS does not provide for any.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
function standsTooEarly(text: string): boolean {
    const variable = text.indexOf("${");
    return text.slice(0, variable).split(":").length <= 5;
}

function matchArn(arn: ArnPattern, text: string, request: Asked): Fact {
    if (arn.length === 1 && arn[0].every((token) => token === ANY_MANY)) {
        return YES;
    }
    const miss = () => [describeResourceMiss(text, request.resource)];
    const kind = openKind(request.resource);
    if (kind !== undefined) {
        return isAliasPattern(text) ? lazily("no", miss) : open(kind, "the ARN of the resource");
    }
    return matchesArnPattern(arn, request.resource) ? YES : lazily("no", miss);
}

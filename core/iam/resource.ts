import type { Asked } from "./context";
import type { PolicyVersion } from "./document";
import { all, any, isOpen, not, unknown, type Fact } from "./kleene";
import {
    matchNamedResource,
    nameResource,
    parseNamedResource,
    type NamedResource,
} from "./named-resource";
import { showText } from "./show";
import { expandVariables, hasVariables } from "./variables";

/** Whether one of a statement's `Resource` covers the resource of a request. */
export function matchResources(
    resources: readonly string[],
    request: Asked,
    version: PolicyVersion,
): Fact {
    return any(
        readingsOf(resources, version).map(
            (reading) => matchReading(reading, request, version).fact,
        ),
    );
}

/** Whether a resource is outside of all of a statement's `NotResource`. */
export function matchNotResources(
    notResources: readonly string[],
    request: Asked,
    version: PolicyVersion,
): Fact {
    return all(
        readingsOf(notResources, version).map((reading) => {
            const { fact, malformed } = matchReading(reading, request, version);
            // A slip in NotResource must not widen the statement to all there is.
            return malformed
                ? unknown(`what NotResource means by ${showText(reading.text)}`)
                : not(fact, "exempts the resource by NotResource");
        }),
    );
}

/** A text of a statement; what it names, unless variables decide that with each request. */
interface Reading {
    readonly text: string;
    readonly named?: NamedResource;
}

/** Statements are parsed once and asked often, so that what they name is kept with their lists. */
const READINGS = new WeakMap<readonly string[], Reading[]>();

function readingsOf(texts: readonly string[], version: PolicyVersion): Reading[] {
    let readings = READINGS.get(texts);
    if (!readings) {
        readings = texts.map((text) =>
            hasVariables(text, version) ? { text } : { text, named: parseNamedResource(text) },
        );
        READINGS.set(texts, readings);
    }
    return readings;
}

interface Match {
    readonly fact: Fact;
    readonly malformed: boolean;
}

function matchReading({ text, named }: Reading, request: Asked, version: PolicyVersion): Match {
    if (named) {
        return { fact: matchNamedResource(named, request), malformed: !named.arn };
    }
    const { pattern, open } = expandVariables(text, { version, request, wildcards: true });
    if (open) {
        return { fact: open, malformed: open.truth === "no" };
    }
    const expanded = nameResource(pattern);
    const fact = matchNamedResource(expanded, request);
    return expanded.arn && standsTooEarly(text) && !isOpen(fact)
        ? {
              fact: unknown(`what the variable in ${showText(text)} stands for`),
              malformed: true,
          }
        : { fact, malformed: !expanded.arn };
}

/**
 * Whether a variable stands before the fifth colon, where AWS does not provide for any.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
function standsTooEarly(text: string): boolean {
    return text.slice(0, text.indexOf("${")).split(":").length <= 5;
}

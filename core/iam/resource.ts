import { matchesArnPattern, parseArnPattern } from "./arn-pattern";
import type { PolicyVersion } from "./document";
import { all, any, no, not, unknown, YES, type Fact } from "./kleene";
import { ANY_MANY, formatPattern } from "./pattern";
import type { AccessRequest } from "./request";
import { UNKNOWN_RESOURCE } from "./request";
import { describeNoArn, describeResourceMiss, isAliasPattern } from "./resource-miss";
import { expandVariables } from "./variables";

/** Whether one of a statement's `Resource` covers the resource of a request. */
export function matchResources(
    resources: readonly string[],
    request: AccessRequest,
    version: PolicyVersion,
): Fact {
    return any(resources.map((text) => matchResource(text, request, version).fact));
}

/** Whether a resource is outside of all of a statement's `NotResource`. */
export function matchNotResources(
    notResources: readonly string[],
    request: AccessRequest,
    version: PolicyVersion,
): Fact {
    return all(
        notResources.map((text) => {
            const { fact, malformed } = matchResource(text, request, version);
            // A slip in NotResource must not widen the statement to all there is.
            return malformed
                ? unknown(`what NotResource means by \`${text}\``)
                : not(fact, "exempts the resource by NotResource");
        }),
    );
}

interface Match {
    readonly fact: Fact;
    readonly malformed: boolean;
}

function matchResource(text: string, request: AccessRequest, version: PolicyVersion): Match {
    const { pattern, open } = expandVariables(text, { version, request, wildcards: true });
    if (open) {
        return { fact: open, malformed: open.truth === "no" };
    }
    const arn = parseArnPattern(pattern);
    if (!arn) {
        return { fact: no(describeNoArn(text)), malformed: true };
    }
    return { fact: matchArn(arn, formatPattern(pattern), request), malformed: false };
}

function matchArn(
    arn: NonNullable<ReturnType<typeof parseArnPattern>>,
    text: string,
    request: AccessRequest,
): Fact {
    if (arn.length === 1 && arn[0].every((token) => token === ANY_MANY)) {
        return YES;
    }
    if (request.resource === UNKNOWN_RESOURCE) {
        return isAliasPattern(text)
            ? no(describeResourceMiss(text, request.resource))
            : unknown("the ARN of the resource");
    }
    return matchesArnPattern(arn, request.resource)
        ? YES
        : no(describeResourceMiss(text, request.resource));
}

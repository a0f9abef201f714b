import {
    evaluateAccess,
    type AccessRequest,
    type AccessWorld,
    type NamedPolicy,
    type Verdict,
} from "../../core";
import type { Rights } from "./judge";
import type { Need } from "./need";

/** The one answer to all requests of a need; where they differ, it is not known which AWS makes. */
export function evaluateNeed(
    { boundary }: Rights,
    { requests, resource }: Need,
    identity: readonly NamedPolicy[],
): Verdict {
    const world: AccessWorld = { identity, resource, ...(boundary && { boundary }) };
    const [verdict, ...others] = requests.map((request) => evaluateFairly(request, world));
    if (others.every(({ answer }) => answer === verdict.answer)) {
        return verdict;
    }
    const why = "which kms:ViaService AWS sends in this partition, for it documents none";
    return {
        answer: "undetermined",
        reason: "possible-allow",
        explanation: `not known: ${why}.`,
        missing: [why],
        isPending: false,
    };
}

/** Programs that are not known may give a key more aliases: a denial must not rest on their lack. */
function evaluateFairly(request: AccessRequest, world: AccessWorld): Verdict {
    const verdict = evaluateAccess(request, world);
    const { context } = request;
    return verdict.answer === "denied" && Array.isArray(context["kms:ResourceAliases"])
        ? evaluateAccess(
              { ...request, context: { ...context, "kms:ResourceAliases": "unknown" } },
              world,
          )
        : verdict;
}

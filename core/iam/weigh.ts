import { compare } from "../finding";
import { any, unknown, type Fact } from "./kleene";
import { describeNearMiss } from "./near-miss";
import type { NamedPolicy } from "./policy";
import type { AccessRequest } from "./request";
import type { PolicyStatement } from "./statement";
import { matchStatement, type PolicyKind } from "./statement-match";

/** One side of the scales: whether something allows (or denies), and which statement does. */
export interface Side {
    readonly fact: Fact;
    /** The statement that decides, if the fact is a yes. */
    readonly by?: StatementPlace;
}

/** Where a statement stands. */
export interface StatementPlace {
    readonly policy: string;
    readonly sid?: string;
    /** For a person: `statement ReadDb of the policy app`. */
    readonly label: string;
}

/** Policies held against a request. */
export interface Weight {
    readonly allow: Side;
    readonly deny: Side;
    /** Allow statements that do not apply, and what they lack. */
    readonly nearMisses: string[];
    /** Whether, but for policies of which nothing is known, nothing allows. */
    readonly onlyUnknownPoliciesAllow: boolean;
}

interface Entry {
    readonly effects: readonly ("Allow" | "Deny")[];
    readonly fact: Fact;
    readonly place?: StatementPlace;
    readonly nearMiss?: string;
}

/** Weighs all statements of policies of one kind. */
export function weighPolicies(
    request: AccessRequest,
    policies: readonly NamedPolicy[],
    kind: PolicyKind,
): Weight {
    const entries = policies.flatMap((policy) => entriesOf(policy, request, kind));
    const nearMisses = entries.flatMap(({ nearMiss }) => nearMiss ?? []);
    const known = entries.filter(({ place }) => place !== undefined);
    return {
        allow: sideOf("Allow", entries),
        deny: sideOf("Deny", entries),
        nearMisses: [...new Set(nearMisses)].sort(compare),
        onlyUnknownPoliciesAllow: sideOf("Allow", known).fact.truth === "no",
    };
}

function entriesOf(policy: NamedPolicy, request: AccessRequest, kind: PolicyKind): Entry[] {
    if (policy.kind === "unknown") {
        const fact = unknown(`${phraseOf(policy.name)} (${policy.why})`);
        return [{ effects: ["Allow", "Deny"], fact }];
    }
    const { name, document } = policy;
    return document.statements.map((statement, index) => {
        const place = placeOf(name, statement, index);
        const match = matchStatement(statement, request, document.version, kind);
        const { truth, because } = match.applies;
        const isEffectOpen = statement.unknownElements.includes("Effect");
        const grounds = isEffectOpen ? ["its Effect", ...because] : because;
        return {
            effects: isEffectOpen ? ["Allow", "Deny"] : [statement.effect],
            fact:
                truth !== "no" && (isEffectOpen || truth === "unknown")
                    ? unknown(...grounds.map((ground) => `${ground} (${place.label})`))
                    : match.applies,
            place,
            nearMiss:
                statement.effect === "Allow" ? describeNearMiss(place.label, match) : undefined,
        };
    });
}

function sideOf(effect: "Allow" | "Deny", entries: readonly Entry[]): Side {
    const ours = entries.filter(({ effects }) => effects.includes(effect));
    const { truth, because } = any(ours.map((entry) => entry.fact));
    const deciding = ours
        .filter((entry) => entry.fact.truth === "yes")
        .flatMap(({ place }) => place ?? [])
        .sort((a, b) => compare(a.label, b.label));
    // Sorted, so that what a person reads does not depend on the order of the policies.
    return { fact: { truth, because: [...because].sort(compare) }, by: deciding[0] };
}

function placeOf(policy: string, { sid }: PolicyStatement, index: number): StatementPlace {
    const which = sid === undefined || sid === "" ? index + 1 : sid;
    const label = `statement ${which} of ${phraseOf(policy)}`;
    return { policy, ...(sid !== undefined && { sid }), label };
}

/** A caller may name a policy in words, `the trust policy`, instead of by its name. */
function phraseOf(policy: string): string {
    return policy.startsWith("the ") ? policy : `the policy ${policy}`;
}

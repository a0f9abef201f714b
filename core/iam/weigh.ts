import { compare } from "../finding";
import type { Asked } from "./context";
import { any, lazily, none, not, open, type Fact } from "./kleene";
import { describeNearMiss } from "./near-miss";
import type { NamedPolicy } from "./policy";
import type { PolicyStatement } from "./statement";
import { matchWhole, type MatchScope, type PolicyKind } from "./statement-match";

/** One side of the scales: whether something allows (or denies), and which statement does. */
export interface Side {
    readonly fact: Fact;
    /** What decides, if the fact is a yes. */
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
    /** Allow statements that do not apply, and what they lack; written when somebody asks. */
    readonly nearMisses: () => string[];
    /** Whether, but for policies of which nothing is known, nothing allows. */
    readonly onlyUnknownPoliciesAllow: boolean;
}

/** What a side is made of. */
interface Entry {
    readonly fact: Fact;
    readonly place?: StatementPlace;
}

/** Weighs all statements of policies of one kind. */
export function weighPolicies(
    request: Asked,
    policies: readonly NamedPolicy[],
    kind: PolicyKind,
): Weight {
    const allows: Entry[] = [];
    const denies: Entry[] = [];
    for (const policy of policies) {
        if (policy.kind === "unknown") {
            const grounds = `${phraseOf(policy.name)} (${policy.why})`;
            const fact = open(policy.isPending === true ? "pending" : "unknown", grounds);
            allows.push({ fact });
            denies.push({ fact });
            continue;
        }
        const scope = { request, version: policy.document.version, kind };
        policy.document.statements.forEach((statement, index) => {
            const entry = weighStatement(policy.name, statement, index, scope);
            if (!entry) {
                return;
            }
            const isOpen = statement.unknownElements.includes("Effect");
            if (isOpen || statement.effect === "Allow") {
                allows.push(entry);
            }
            if (isOpen) {
                // That it is no Deny may turn out, whatever else is never known of it.
                const fact = lazily("pending", () => entry.fact.because);
                denies.push({ fact, place: entry.place });
            } else if (statement.effect === "Deny") {
                denies.push(entry);
            }
        });
    }
    const deny = none(
        denies.map(({ fact }) => fact),
        "",
    );
    return {
        allow: sideOf(allows, any(allows.map(({ fact }) => fact))),
        deny: sideOf(denies, not(deny, "")),
        nearMisses: () => listNearMisses(request, policies, kind),
        onlyUnknownPoliciesAllow: allows.every(({ place }) => place === undefined),
    };
}

/** A statement on the scales; `undefined` if it does not apply. */
function weighStatement(
    policy: string,
    statement: PolicyStatement,
    index: number,
    scope: MatchScope,
): Entry | undefined {
    const fact = matchWhole(statement, scope);
    if (fact.truth === "no") {
        return undefined;
    }
    const place = placeOf(policy, statement, index);
    const isEffectOpen = statement.unknownElements.includes("Effect");
    if (fact.truth === "yes" && !isEffectOpen) {
        return { fact, place };
    }
    const grounds = () => (isEffectOpen ? ["its Effect", ...fact.because] : fact.because);
    return {
        fact: lazily(fact.truth === "yes" ? "pending" : fact.truth, () =>
            grounds().map((ground) => `${ground} (${place.label})`),
        ),
        place,
    };
}

function sideOf(entries: readonly Entry[], fact: Fact): Side {
    if (fact.truth !== "yes") {
        // Sorted, so that what a person reads does not depend on the order of the policies.
        return { fact: lazily(fact.truth, () => [...fact.because].sort(compare)) };
    }
    const [by] = entries
        .filter((entry) => entry.fact.truth === "yes")
        .flatMap(({ place }) => place ?? [])
        .sort((a, b) => compare(a.label, b.label));
    return { fact, by };
}

function listNearMisses(
    request: Asked,
    policies: readonly NamedPolicy[],
    kind: PolicyKind,
): string[] {
    const found = policies.flatMap((policy) => {
        if (policy.kind === "unknown") {
            return [];
        }
        const { name, document } = policy;
        const scope = { request, version: document.version, kind };
        return document.statements.flatMap((statement, index) =>
            statement.effect === "Allow"
                ? (describeNearMiss(placeOf(name, statement, index).label, statement, scope) ?? [])
                : [],
        );
    });
    return [...new Set(found)].sort(compare);
}

function placeOf(policy: string, { sid }: PolicyStatement, index: number): StatementPlace {
    const which = sid === undefined || sid === "" ? index + 1 : sid;
    return {
        policy,
        ...(sid !== undefined && { sid }),
        label: `statement ${which} of ${phraseOf(policy)}`,
    };
}

/** A caller may name a policy in words, `the trust policy`, instead of by its name. */
export function phraseOf(policy: string): string {
    return policy.startsWith("the ") ? policy : `the policy ${policy}`;
}

import { compare } from "../finding";
import { evaluateAccess, type AccessWorld } from "./access";
import { prepare, type Asked } from "./context";
import { IDENTITY_POLICIES } from "./evaluate";
import { bearingOf, type Bearing, type PolicyRole } from "./explain-bearing";
import { explainStatement, readResourceKind, type ExplainedStatement } from "./explain-statement";
import { weighGrants, type KeyGrant } from "./grant";
import { no } from "./kleene";
import type { NamedPolicy } from "./policy";
import { UNKNOWN_RESOURCE, type AccessRequest } from "./request";
import { isAliasPattern } from "./resource-miss";
import type { PolicyKind } from "./statement-match";
import type { Verdict } from "./verdict";
import { phraseOf } from "./weigh";

/** How a verdict came about: every statement that was weighed, and which of them decided. */
export interface Explanation {
    readonly request: AccessRequest;
    readonly verdict: Verdict;
    /** Identity policies in the order of their names, then the others as they stand. */
    readonly policies: readonly ExplainedPolicy[];
}

/** A policy, or a grant, as it was weighed. */
export interface ExplainedPolicy {
    readonly role: PolicyRole;
    /** For a person: `the policy app`. */
    readonly label: string;
    /** What is said of it as a whole, where it has no statements to be weighed. */
    readonly whole?: { readonly text: string; readonly bearing: Bearing };
    readonly statements: readonly ExplainedStatement[];
}

/**
 * Explains a verdict of {@link evaluateAccess}, statement by statement. The verdict is that
 * function's own, and the statements are matched by the functions that it matches them with.
 */
export function explainAccess(asked: AccessRequest, world: AccessWorld): Explanation {
    const { identity, boundary, resource } = world;
    const verdict = evaluateAccess(asked, world);
    // As evaluateAccess does: statements name keys by key ARN, and an alias stands for one of them.
    const isAlias = resource.kind === "key" && isAliasPattern(asked.resource);
    const request = prepare(isAlias ? { ...asked, resource: UNKNOWN_RESOURCE } : asked);
    const own = { request, verdict, kind: IDENTITY_POLICIES };
    const sorted = [...identity].sort((a, b) => compare(a.name, b.name));
    return {
        request: asked,
        verdict,
        policies: [
            ...sorted.map((policy) => explainPolicy("identity", policy, own)),
            ...(boundary ? [explainPolicy("boundary", boundary, own)] : []),
            ...explainResource(world, request, verdict),
        ],
    };
}

interface Explaining {
    readonly request: Asked;
    readonly verdict: Verdict;
    readonly kind: PolicyKind;
}

function explainPolicy(
    role: PolicyRole,
    policy: NamedPolicy,
    { request, verdict, kind }: Explaining,
): ExplainedPolicy {
    const label = phraseOf(policy.name);
    if (policy.kind === "unknown") {
        const missing = `${label} (${policy.why})`;
        const isOpen = verdict.answer === "undetermined" && verdict.missing.includes(missing);
        const bearing = isOpen ? "leaves open" : "none";
        return {
            role,
            label,
            whole: { text: `not known: ${policy.why}`, bearing },
            statements: [],
        };
    }
    const { version, statements } = policy.document;
    const scope = { request, version, kind };
    return {
        role,
        label,
        statements: statements.map((statement, index) =>
            explainStatement(statement, scope, { role, policy: label, index, verdict }),
        ),
    };
}

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
const KEY_POLICY_WITHOUT_RESOURCE = no("has no Resource, so that AWS KMS gives it no effect");

function explainResource(
    { boundary, resource }: AccessWorld,
    request: Asked,
    verdict: Verdict,
): ExplainedPolicy[] {
    if (resource.kind === "none" || (resource.kind === "policy" && resource.policy === "none")) {
        return [];
    }
    const isKey = resource.kind === "key";
    const kind = readResourceKind({
        hasBoundary: boundary !== undefined,
        ...(isKey && { withoutResource: KEY_POLICY_WITHOUT_RESOURCE }),
    });
    const grants = isKey ? resource.grants.map((one) => explainGrant(one, request, verdict)) : [];
    const { policy } = resource;
    return [
        typeof policy === "string"
            ? explainDefault(verdict)
            : explainPolicy("resource", named(policy), { request, verdict, kind }),
        ...grants,
    ];
}

function named(policy: NamedPolicy | { readonly unknown: string }): NamedPolicy {
    return "unknown" in policy
        ? { name: "of the key", kind: "unknown", why: policy.unknown }
        : policy;
}

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function explainDefault({ answer, reason }: Verdict): ExplainedPolicy {
    const isPart = answer === "allowed" && reason === "key-policy-and-identity-policy";
    return {
        role: "resource",
        label: "the default key policy",
        whole: {
            text: "leaves it to the account of the key",
            bearing: isPart ? "decides" : "none",
        },
        statements: [],
    };
}

function explainGrant(grant: KeyGrant, request: Asked, verdict: Verdict): ExplainedPolicy {
    const { truth, because } = weighGrants(request, [grant]).fact;
    const label = `the grant ${grant.name}`;
    const place = { role: "grant", label, effect: "Allow", truth, isDirect: true } as const;
    return {
        role: "grant",
        label,
        statements: [
            {
                label,
                name: label,
                effect: "Allow",
                truth,
                elements: [{ element: "grant", truth, because: [...because] }],
                bearing: bearingOf(verdict, place),
            },
        ],
    };
}

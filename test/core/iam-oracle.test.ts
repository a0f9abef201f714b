import assert from "node:assert";

import {
    evaluateAccess,
    parseNamedPolicy,
    PENDING,
    UNKNOWN_RESOURCE,
    type AccessRequest,
    type AccessWorld,
    type ContextValue,
    type NamedPolicy,
    type Verdict,
} from "../../core/iam";
import { outcomeOf, type Outcome } from "../oracle/enumerate";
import { worldOf } from "../oracle/generate";
import {
    isHidden,
    type DocumentJson,
    type GrantJson,
    type Hidden,
    type Maybe,
    type World,
} from "../oracle/world";

/** More for a long run: `ECS_SECRETS_ORACLE_WORLDS=1000000`; one alone: that and its seed. */
const WORLDS = Number(process.env["ECS_SECRETS_ORACLE_WORLDS"] ?? 100_000);
const FIRST = Number(process.env["ECS_SECRETS_ORACLE_SEED"] ?? 0);

const SENTINEL = "<hidden>";
const isSentinel = (text: string) => text.includes(SENTINEL);

/** Half of the hidden parts are pending, half are never to be known. */
const missing = ({ hidden }: Hidden) => (hidden % 2 === 0 ? PENDING : UNKNOWN_RESOURCE);

function withSentinels(part: unknown): unknown {
    if (typeof part !== "object" || part === null) {
        return part;
    }
    if (isHidden(part)) {
        return `${part.before ?? ""}${SENTINEL}${part.after ?? ""}`;
    }
    return Array.isArray(part)
        ? part.map(withSentinels)
        : Object.fromEntries(Object.entries(part).map(([key, it]) => [key, withSentinels(it)]));
}

function policyOf(name: string, document: Maybe<DocumentJson>, seed: number): NamedPolicy {
    if (isHidden(document)) {
        const isPending = missing(document) === PENDING;
        return { name, kind: "unknown", why: "it is hidden", isPending };
    }
    const input = withSentinels(document);
    const text = seed % 3 === 0 ? JSON.stringify(input) : input;
    const encoded = seed % 9 === 0 ? encodeURIComponent(String(text)) : text;
    return parseNamedPolicy(name, encoded, isSentinel);
}

/** Every key that a policy compares or that a variable names: what is not given is absent. */
function keysIn(part: unknown, into: Set<string>): Set<string> {
    if (typeof part === "string" && part.includes("${")) {
        for (const [, name = ""] of part.matchAll(/\$\{([^},]{2,})/g)) {
            into.add(name);
        }
    } else if (typeof part === "object" && part !== null) {
        for (const [key, inner] of Object.entries(part)) {
            if (/^[\w-]+:[^:]+(:.+)?$/.test(key) && !/^For(All|Any)Value/.test(key)) {
                into.add(key);
            }
            keysIn(inner, into);
        }
    }
    return into;
}

const derived = /^aws:Principal(Arn|Account|Tag\/.*)$/i;

function contextOf({ request, identity, boundary, resource }: World): AccessRequest["context"] {
    const context: Record<string, ContextValue> = {};
    const given = new Set(Object.keys(request.context).map((key) => key.toLowerCase()));
    for (const key of keysIn([identity, boundary, resource], new Set())) {
        if (!derived.test(key) && !given.has(key.toLowerCase())) {
            context[key] = [];
        }
    }
    for (const [key, values] of Object.entries(request.context)) {
        context[key] = isHidden(values) ? missing(values) : values;
    }
    return context;
}

function requestOf(world: World): AccessRequest {
    const { action, resource, principalArn, principalTags } = world.request;
    const tags = Object.values(principalTags).find((value) => isHidden(value));
    return {
        action,
        resource: isHidden(resource) ? missing(resource) : resource,
        principalArn: isHidden(principalArn) ? missing(principalArn) : principalArn,
        principalTags: isHidden(principalTags)
            ? missing(principalTags)
            : isHidden(tags)
              ? missing(tags)
              : (principalTags as Record<string, string>),
        context: contextOf(world),
    };
}

type Key = Extract<AccessWorld["resource"], { kind: "key" }>;

function grantOf(grant: Maybe<GrantJson>, name: string): Key["grants"][number] {
    const { grantee, operations, constraints } = isHidden(grant)
        ? { grantee: grant, operations: grant, constraints: grant }
        : grant;
    const holds = (part: unknown): Hidden | undefined =>
        isHidden(part)
            ? part
            : typeof part === "object" && part !== null
              ? Object.values(part).map(holds).find(Boolean)
              : undefined;
    const known = <T>(part: unknown) => {
        const hidden = holds(part);
        return hidden === undefined ? (part as T) : missing(hidden);
    };
    return {
        name,
        grantee: known<string>(grantee),
        operations: known<string[]>(operations),
        constraints: known<[]>(constraints),
    };
}

function resourceOf({ resource }: World, seed: number): AccessWorld["resource"] {
    switch (resource.kind) {
        case "none":
            return { kind: "none" };
        case "policy":
            return {
                kind: "policy",
                policy:
                    resource.document === "none"
                        ? "none"
                        : policyOf("the secret's policy", resource.document, seed),
            };
        case "key": {
            const grants = isHidden(resource.grants) ? [resource.grants] : resource.grants;
            return {
                kind: "key",
                policy:
                    resource.document === "default"
                        ? "default"
                        : policyOf("the key's policy", resource.document, seed),
                grants: grants.map((grant, index) => grantOf(grant, `grant ${String(index)}`)),
            };
        }
    }
}

function verdictOf(world: World, seed: number): Verdict {
    return evaluateAccess(requestOf(world), {
        identity: world.identity.map(({ name, document }, index) =>
            policyOf(name, document, seed + index),
        ),
        ...(world.boundary === undefined
            ? {}
            : { boundary: policyOf("the boundary", world.boundary, seed) }),
        resource: resourceOf(world, seed),
    });
}

const isKnown = (text: string) => !text.includes('"hidden"') && !text.includes(":assumed-role/");

/** Nobody knows under which name ECS will open the session; often it does not matter. */
function withoutSession(world: World, text: string): World {
    return text.includes(":assumed-role/")
        ? { ...world, request: { ...world.request, session: { hidden: 0 } } }
        : world;
}

/** What is wrong with the verdict, or nothing. */
function disagreement({ answer }: Verdict, outcome: Outcome, known: boolean): string | undefined {
    const [only] = outcome.asStated.length === 1 ? outcome.asStated : [];
    if (answer !== "undetermined") {
        return answer === only ? undefined : "the verdict is wrong";
    }
    return known && !outcome.isOpen
        ? "the verdict is undetermined although all is known"
        : undefined;
}

describe("evaluateAccess beside the independent oracle", () => {
    it(`agrees in ${String(WORLDS)} worlds`, function () {
        this.timeout(0);
        const counts: Record<string, number> = {};
        for (let seed = FIRST; seed < FIRST + WORLDS; seed += 1) {
            const world = worldOf(seed);
            const text = JSON.stringify(world);
            const [known, verdict] = [isKnown(text), verdictOf(world, seed)];
            const outcome = outcomeOf(withoutSession(world, text));
            const wrong = disagreement(verdict, outcome, known);
            if (wrong !== undefined) {
                assert.fail(
                    `seed ${String(seed)}: ${wrong}\n${text}\n` +
                        `oracle: ${JSON.stringify(outcome)}\nverdict: ${JSON.stringify(verdict)}`,
                );
            }
            const kind = `${known ? "known" : "hidden"} ${verdict.answer}`;
            counts[kind] = (counts[kind] ?? 0) + 1;
        }
        // No kind of answer may be rare, or the agreement would say little.
        for (const kind of ["known allowed", "known denied", "hidden undetermined"]) {
            const share = (counts[kind] ?? 0) / WORLDS;
            assert.ok(share > 0.1 || WORLDS < 1000, JSON.stringify(counts));
        }
    });
});

import type { ReferenceArgs, SecretReferenceArgs } from "./args";
import { isOutput } from "./is-output";
import type { Scope } from "./scope";
import { isSecretResource, readExisting, readResource } from "./secrets/existing-secret";
import { identifyExisting } from "./secrets/identify-existing";
import type { KnownSecret } from "./secrets/known-secret";
import { inlineKey, isInlineSecret, listUses, type Use } from "./uses";

/** A place where a secret is injected, and what is injected there. */
export interface Injection extends Omit<Use, "reference"> {
    readonly secret: KnownSecret;
    readonly part: Part;
}

/** The part of a secret that is meant, as far as it stands in the args in plain text. */
export type Part = Pick<ReferenceArgs, "jsonKey" | "versionId" | "versionStage">;

/** Resolves every reference of the args to what it means. */
export function resolveInjections(scope: Scope, own: Record<string, KnownSecret>): Injection[] {
    return listUses(scope.args).map(({ reference, ...use }) => ({
        ...use,
        ...(isInlineSecret(reference)
            ? { secret: own[inlineKey(use)], part: {} }
            : resolveReference(scope, reference, own)),
    }));
}

/** Resolves a reference to the secret that it means. */
export function resolveReference(
    scope: Scope,
    given: SecretReferenceArgs,
    own: Record<string, KnownSecret>,
): Pick<Injection, "part" | "secret"> {
    const { secret: key, part: ofArgs } = takeApart(given);
    if (typeof key === "string") {
        return { secret: own[key], part: ofArgs };
    }
    const { identity, valueFrom, part } = identifyExisting(given);
    const read = () =>
        isSecretResource(identity)
            ? readResource(scope, identity)
            : readExisting(scope, identity, valueFrom);
    const known = scope.existing.get(identity) ?? read();
    scope.existing.set(identity, known);
    return { secret: known, part: { ...part, ...ofArgs } };
}

function takeApart(given: SecretReferenceArgs): Pick<ReferenceArgs, "secret"> & { part: Part } {
    if (typeof given === "string" || isOutput(given) || isSecretResource(given)) {
        return { part: {} };
    }
    const { secret, valueFrom: _valueFrom, kmsKeyId: _kmsKeyId, ...part } = given as ReferenceArgs;
    return { secret, part };
}

/** Maps the values of a record and keeps its keys. */
export function mapValues<From, To>(
    record: Record<string, From>,
    map: (value: From, key: string) => To,
): Record<string, To> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

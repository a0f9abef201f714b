import type * as pulumi from "@pulumi/pulumi";
import { compare, parseValueFrom } from "../../core";
import type { KeyArgs, ReferenceArgs, SecretReferenceArgs, SecretResource } from "../args";
import { isOutput } from "../is-output";
import type { ScopeArgs } from "../scope";
import { isInlineSecret, listUses } from "../uses";
import { isSecretResource } from "./existing-secret";

/** An existing secret that is meant. */
export interface IdentifiedSecret {
    /**
     * The same for what certainly names the same secret: its ARN or name in plain text, or the
     * resource or Output itself.
     */
    readonly identity: unknown;
    readonly valueFrom: pulumi.Input<string>;
    /** The part that `valueFrom` itself names. */
    readonly part: Pick<ReferenceArgs, "jsonKey" | "versionId" | "versionStage">;
}

/** Tells which existing secret is meant: all parts of one have one right and one key. */
export function identifyExisting(given: SecretReferenceArgs): IdentifiedSecret {
    const named = nameOf(given);
    if (isSecretResource(named)) {
        return { identity: named, valueFrom: named.arn, part: {} };
    }
    const reference = typeof named === "string" ? parseValueFrom(named).reference : undefined;
    if (reference?.store !== "secretsmanager") {
        return { identity: named, valueFrom: named, part: {} };
    }
    const { store: _, arn, ...part } = reference;
    return { identity: arn, valueFrom: arn, part };
}

/**
 * The keys that the args name for existing secrets, by the identity of the secret. One secret has one
 * key: of several that are named, always the same is taken.
 */
export function listNamedKeys(args: ScopeArgs): Map<unknown, KeyArgs> {
    const own = Object.entries(args.secrets ?? {}).map(([key, { arn, kmsKeyId }]) => ({
        path: `secrets.${key}`,
        reference: arn === undefined ? undefined : { valueFrom: arn, kmsKeyId },
    }));
    const read = (args.taskRole?.readSecrets ?? []).map((reference, index) => ({
        path: `taskRole.readSecrets[${index}]`,
        reference,
    }));
    const keys = new Map<unknown, KeyArgs>();
    const sorted = [...own, ...listUses(args), ...read].sort((a, b) => compare(a.path, b.path));
    for (const { reference } of sorted) {
        const key = reference && keyOf(reference);
        if (reference !== undefined && key !== undefined) {
            const { identity } = identifyExisting(reference);
            keys.set(identity, keys.get(identity) ?? key);
        }
    }
    return keys;
}

function nameOf(given: SecretReferenceArgs): SecretResource | pulumi.Input<string> {
    if (typeof given === "string" || isOutput(given) || isSecretResource(given)) {
        return given;
    }
    const { secret, valueFrom } = given as ReferenceArgs;
    return isSecretResource(secret) ? secret : (valueFrom as pulumi.Input<string>);
}

function keyOf(given: SecretReferenceArgs): KeyArgs | undefined {
    const isObject =
        typeof given === "object" &&
        !isOutput(given) &&
        !isSecretResource(given) &&
        !isInlineSecret(given);
    return isObject ? (given as ReferenceArgs).kmsKeyId : undefined;
}

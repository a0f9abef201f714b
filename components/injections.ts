import * as pulumi from "@pulumi/pulumi";
import { parseValueFrom, type InjectedSecret, type SecretReference } from "../core";
import type { ReferenceArgs, SecretReferenceArgs } from "./args";
import { isOutput } from "./is-output";
import type { Scope } from "./scope";
import {
    isSecretResource,
    readExisting,
    readResource,
    type ExistingSecret,
} from "./secrets/existing-secret";
import type { KnownSecret } from "./secrets/known-secret";
import { inlineKey, isInlineSecret, listUses, type Use } from "./uses";

/** A place where a secret is injected, and what is injected there. */
export interface Injection extends Omit<Use, "reference">, Part {
    readonly secret: KnownSecret;
    /** The part of the secret that is meant. */
    readonly reference: pulumi.Output<SecretReference>;
}

/** The part of a secret that is meant, as far as it stands in the args in plain text. */
type Part = Pick<ReferenceArgs, "jsonKey" | "versionId" | "versionStage">;

/** A secret that is meant, and the part of it. */
interface Resolved {
    readonly secret: KnownSecret;
    readonly part: Part;
}

/** Resolves every reference of the args to what it means. */
export function resolveInjections(scope: Scope, own: Record<string, KnownSecret>): Injection[] {
    return listUses(scope.args).map(({ reference: given, ...use }) => {
        const { secret, part } = isInlineSecret(given)
            ? { secret: own[inlineKey(use)], part: {} }
            : resolveReference(scope, given, own);
        const reference = secret.reference.apply((whole): SecretReference => ({
            ...whole,
            ...part,
        }));
        return { ...use, ...part, secret, reference };
    });
}

/** Resolves a reference to the secret that it means. */
export function resolveReference(
    scope: Scope,
    given: SecretReferenceArgs,
    own: Record<string, KnownSecret>,
): Resolved {
    if (typeof given === "string" || isOutput(given)) {
        return resolveValueFrom(scope, { valueFrom: given });
    }
    if (isSecretResource(given)) {
        return { secret: remember(scope, given, () => readResource(scope, given)), part: {} };
    }
    const { secret, valueFrom, kmsKeyId, ...part } = given as ReferenceArgs;
    if (isSecretResource(secret)) {
        return {
            secret: remember(scope, secret, () => readResource(scope, secret, kmsKeyId)),
            part,
        };
    }
    if (secret !== undefined) {
        return { secret: own[secret], part };
    }
    const resolved = resolveValueFrom(scope, { valueFrom: valueFrom as string, kmsKeyId });
    return { secret: resolved.secret, part: { ...resolved.part, ...part } };
}

/** What names a part of a secret names the secret as well: all parts have one right and one key. */
function resolveValueFrom(scope: Scope, { valueFrom, kmsKeyId }: ExistingSecret): Resolved {
    const reference =
        typeof valueFrom === "string" ? parseValueFrom(valueFrom).reference : undefined;
    if (reference?.store !== "secretsmanager") {
        const read = () => readExisting(scope, { valueFrom, kmsKeyId });
        return { secret: remember(scope, valueFrom, read), part: {} };
    }
    const { store: _, arn, ...part } = reference;
    const read = () => readExisting(scope, { valueFrom: arn, kmsKeyId });
    return { secret: remember(scope, arn, read), part };
}

function remember({ existing }: Scope, key: unknown, read: () => KnownSecret): KnownSecret {
    const known = existing.get(key) ?? read();
    existing.set(key, known);
    return known;
}

/** What the role must be allowed to read, once it is known. */
export function injectedSecrets(
    injections: readonly { reference: Injection["reference"]; secret: KnownSecret }[],
): pulumi.Output<InjectedSecret[]> {
    return pulumi.all(
        injections.map(({ reference, secret }) =>
            pulumi
                .all([reference, secret.kmsKeyArn])
                .apply(([known, kmsKeyArn]): InjectedSecret => ({ reference: known, kmsKeyArn })),
        ),
    );
}

/** Maps the values of a record and keeps its keys. */
export function mapValues<From, To>(
    record: Record<string, From>,
    map: (value: From, key: string) => To,
): Record<string, To> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

import * as pulumi from "@pulumi/pulumi";
import { parseValueFrom, type InjectedSecret, type SecretReference } from "../../core";
import type { OwnSecretReferenceArgs, SecretReferenceArgs } from "../args";
import { isOutput } from "../describe-args";
import type { Scope } from "../scope";
import type { OwnSecret } from "./secrets";

/** Everything that the containers inject, resolved: what they name and what the role must read. */
export interface Injections {
    readonly containers: Record<string, ContainerInjections>;
    /** Absent if nothing is injected: a policy without a statement is malformed. */
    readonly all?: pulumi.Output<InjectedSecret[]>;
}

/** What one container injects, by name. */
export interface ContainerInjections {
    readonly secrets: Record<string, pulumi.Output<SecretReference>>;
    readonly secretOptions: Record<string, pulumi.Output<SecretReference>>;
}

/** Resolves the references of all containers to what they mean. */
export function resolveInjections(scope: Scope, own: Record<string, OwnSecret>): Injections {
    const injected: pulumi.Output<InjectedSecret>[] = [];
    const resolve = (references: Record<string, SecretReferenceArgs> = {}) =>
        mapValues(references, (reference) => {
            const secret = scope.guard(resolveReference(reference, own));
            injected.push(secret);
            return secret.reference;
        });
    const containers = mapValues(scope.args.containers, ({ secrets, logConfiguration }) => ({
        secrets: resolve(secrets),
        secretOptions: resolve(logConfiguration?.secretOptions),
    }));
    const all = pulumi.all(injected) as pulumi.Output<InjectedSecret[]>;
    return { containers, ...(injected.length > 0 && { all }) };
}

function resolveReference(
    reference: SecretReferenceArgs,
    own: Record<string, OwnSecret>,
): pulumi.Output<InjectedSecret> {
    if (isOwnReference(reference)) {
        const { secret: key, ...part } = reference;
        const { reference: whole, kmsKeyArn } = own[key];
        return pulumi
            .all([whole, kmsKeyArn])
            .apply(([base, keyArn]) => ({ reference: { ...base, ...part }, kmsKeyArn: keyArn }));
    }
    // The validation has found it well formed.
    return pulumi.output(reference).apply((valueFrom) => ({
        reference: parseValueFrom(valueFrom).reference as SecretReference,
    }));
}

function isOwnReference(reference: SecretReferenceArgs): reference is OwnSecretReferenceArgs {
    return typeof reference === "object" && !isOutput(reference);
}

/** Maps the values of a record and keeps its keys. */
export function mapValues<From, To>(
    record: Record<string, From>,
    map: (value: From, key: string) => To,
): Record<string, To> {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

import * as pulumi from "@pulumi/pulumi";
import { planReaders, type InjectedSecret, type Reader, type SecretUse } from "../core";
import type { UsedFile } from "./environment-files";
import type { Injection } from "./injections";
import type { Scope } from "./scope";

/** Describes who reads what through which statement, once that is known. */
export function describeReaders(
    { location }: Scope,
    injections: readonly Injection[],
    files: readonly UsedFile[],
): pulumi.Output<Reader[]> {
    const ofSecrets = injections.map(({ container, target, name, reference, secret }) =>
        pulumi.all([reference, secret.kmsKeyArn]).apply(([known, kmsKeyArn]): SecretUse => {
            const injected: InjectedSecret = { reference: known, kmsKeyArn };
            return { container, target, name, injected };
        }),
    );
    const ofFiles = files.map(({ container, name, file }) =>
        file.apply((injected): SecretUse => ({
            container,
            target: "environmentFiles",
            name,
            injected,
        })),
    );
    return pulumi
        .all([pulumi.all([...ofSecrets, ...ofFiles]), location])
        .apply(([uses, where]) => planReaders(uses as SecretUse[], where));
}

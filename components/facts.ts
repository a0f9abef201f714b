import * as pulumi from "@pulumi/pulumi";
import {
    planReaders,
    type EnvironmentFile,
    type InjectedSecret,
    type Location,
    type Reader,
    type SecretReference,
} from "../core";
import type { UsedFile } from "./environment-files";
import type { Injection } from "./injections";

/** All that the rights of a task depend on, once it is known. */
export interface TaskFacts {
    readonly location: Location;
    /** What is injected, in the order of the injections. */
    readonly injected: readonly InjectedSecret[];
    readonly files: readonly EnvironmentFile[];
}

/** Resolves what the rights of a task depend on; every plan of them is made of these facts. */
export function resolveFacts(
    location: pulumi.Output<Location>,
    injections: readonly Pick<Injection, "part" | "secret">[],
    files: readonly UsedFile[],
): pulumi.Output<TaskFacts> {
    const secrets = [...new Set(injections.map(({ secret }) => secret))];
    // One flat list: the SDK walks through all of it again for each list in a list.
    const parts: pulumi.Input<unknown>[] = [
        location,
        ...secrets.flatMap(({ reference, kmsKeyArn }) => [reference, kmsKeyArn]),
        ...files.map(({ file }) => file),
    ];
    return pulumi.all(parts).apply(([where, ...known]) => ({
        location: where as Location,
        injected: injections.map(({ secret, part }) => {
            const index = 2 * secrets.indexOf(secret);
            const reference = refer(known[index] as SecretReference, part);
            return { reference, kmsKeyArn: known[index + 1] as string | undefined };
        }),
        files: known.slice(2 * secrets.length) as EnvironmentFile[],
    }));
}

/** Names a part of a secret. */
export function refer(whole: SecretReference, part: Injection["part"]): SecretReference {
    return { ...whole, ...part };
}

/** Describes who reads what through which statement. */
export function describeReaders(
    { injected, files: known, location }: TaskFacts,
    injections: readonly Injection[],
    files: readonly UsedFile[],
): Reader[] {
    const ofSecrets = injections.map(({ container, target, name }, index) => ({
        ...{ container, target, name },
        injected: injected[index],
    }));
    const ofFiles = files.map(({ container, name }, index) => ({
        ...{ container, target: "environmentFiles" as const, name },
        injected: known[index],
    }));
    return planReaders([...ofSecrets, ...ofFiles], location);
}

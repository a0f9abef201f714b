import * as pulumi from "@pulumi/pulumi";
import {
    findPlaintextFinding,
    findServiceFindings,
    joinPath,
    secretPlaintextFinding,
    sortFindings,
    type Finding,
} from "../core";
import type { SecretInjectedServiceArgs } from "./args";
import { describeArgs } from "./describe-args";

/** Throws if the args are wrong, with all findings; nothing is registered yet then. */
export function validateArgs(name: string, args: SecretInjectedServiceArgs): void {
    throwFindings(name, findServiceFindings(describeArgs(args)));
}

/**
 * Judges what only shows when Outputs resolve: whether one is a Pulumi secret, and what the others
 * read. It is part of the component's inputs, so that a refusal comes before any registration.
 * Resolves to the number of Outputs that were judged, which says nothing of their values.
 */
export function validateOutputs(
    name: string,
    args: SecretInjectedServiceArgs,
): pulumi.Output<number> {
    const outputs = listPlaintextOutputs(args);
    const secretness = Promise.all(outputs.map(({ value }) => pulumi.isSecret(value)));
    return pulumi.output(secretness).apply((areSecret) => {
        const secrets = outputs.filter((_, index) => areSecret[index]);
        throwFindings(
            name,
            secrets.map(({ path, instead }) => secretPlaintextFinding(path, instead)),
        );
        // No secret is among these any more: what is judged here is plaintext in the end.
        return pulumi.all(outputs.map(({ value }) => value)).apply((values) => {
            const findings = outputs.flatMap(({ variable, path, instead }, index) =>
                findPlaintextFinding(variable, values[index], path, instead),
            );
            throwFindings(name, findings);
            return values.length;
        });
    });
}

interface PlaintextOutput {
    readonly variable: string;
    readonly path: string;
    readonly instead: "secrets" | "secretOptions";
    readonly value: pulumi.Output<string>;
}

function listPlaintextOutputs(args: SecretInjectedServiceArgs): PlaintextOutput[] {
    return Object.entries(args.containers).flatMap(([container, containerArgs]) => {
        const path = joinPath("containers", container);
        const { environment, logConfiguration } = containerArgs;
        return [
            ...listOutputs(environment, joinPath(path, "environment"), "secrets"),
            ...listOutputs(
                logConfiguration?.options,
                joinPath(path, "logConfiguration.options"),
                "secretOptions",
            ),
        ];
    });
}

function listOutputs(
    record: Record<string, pulumi.Input<string>> = {},
    path: string,
    instead: "secrets" | "secretOptions",
): PlaintextOutput[] {
    return Object.entries(record)
        .filter(([, value]) => typeof value !== "string")
        .map(([variable, value]) => ({
            variable,
            path: joinPath(path, variable),
            instead,
            value: pulumi.output(value),
        }));
}

/** Throws the findings as one error that the engine prints well, if there are any. */
export function throwFindings(name: string, findings: readonly Finding[]): void {
    if (findings.length === 0) {
        return;
    }
    const errors = sortFindings(findings).map(({ path, reason, remedy }) => ({
        propertyPath: path,
        reason: `${reason}. ${remedy}`,
    }));
    const lines = errors.map(({ propertyPath, reason }) => `  ${propertyPath} ${reason}`);
    const count = errors.length === 1 ? "1 finding" : `${errors.length} findings`;
    throw new pulumi.InputPropertiesError({
        message: [`SecretInjectedService ${name}: ${count}`, ...lines].join("\n"),
        errors,
    });
}

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs, SecretInjectedServiceArgs } from "../../components";
import type { Recording } from "./recording";

/** A value that must not show anywhere. */
export const VALUE = "made-up-value-4711";

/** A change to the article's args. */
export type Change = (args: SecretInjectedServiceArgs) => SecretInjectedServiceArgs;

/** A change to the article's container. */
export const inContainer =
    (change: Partial<ContainerArgs>): Change =>
    (args) => ({ ...args, containers: { web: { ...args.containers.web, ...change } } });

/** A change to the article's args, and what the component finds. */
export interface RefusedRow {
    readonly name: string;
    readonly change: Change;
    /** Property paths and the beginning of each reason. */
    readonly findings: readonly (readonly [path: string, reason: string])[];
}

/** Asserts that there is one error with exactly these findings, and nothing was registered. */
export function assertRefused({ errors, resources }: Recording, { findings }: RefusedRow): void {
    assert.equal(errors.length, 1, errors.map(String).join("\n"));
    const [error] = errors;
    assert.ok(pulumi.InputPropertiesError.isInstance(error), String(error));
    const found = error.errors ?? [];
    assert.deepEqual(
        found.map(({ propertyPath }) => propertyPath),
        findings.map(([path]) => path),
    );
    found.forEach(({ reason }, index) => {
        assert.ok(reason.startsWith(findings[index][1]), reason);
        assert.ok(error.message.includes(reason), "the message holds all findings, too");
    });
    assert.ok(!`${error.message}${error.stack}${JSON.stringify(found)}`.includes(VALUE));
    // Not even the component: the key is the program's own.
    assert.deepEqual(
        resources.map(({ name }) => name),
        resources.length === 0 ? [] : ["article"],
    );
}

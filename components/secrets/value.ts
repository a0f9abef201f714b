import { getRandomPasswordOutput } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { compare } from "../../core";
import type { GenerateArgs, SecretArgs } from "../args";
import type { Scope } from "../scope";
import { readOutput } from "../validation/known-outputs";

/** What a secret of the component is to hold. */
export interface SecretValue {
    /** Marked as a secret; absent if it is filled in outside, without a first value. */
    readonly value?: pulumi.Output<string>;
    /** Whether it is the first value alone: later ones come from outside, and stay. */
    readonly isFirst: boolean;
}

/** Tells what a secret is to hold. Values pass through here, into the resource that keeps them. */
export function readValue(secret: SecretArgs, scope: Scope): SecretValue {
    const { value, jsonValue, generate, external, rotation } = secret;
    const isFirst = generate !== undefined || external !== undefined || rotation !== undefined;
    const given = value ?? (jsonValue && stringify(jsonValue)) ?? external?.initialValue;
    const made = generate ? generateValue(generate, scope) : given;
    return { ...(made !== undefined && { value: pulumi.secret(made) }), isFirst };
}

/** A new password in every run, of which the first one is kept (`ignoreChanges`). */
function generateValue(generate: GenerateArgs, { parent, lookups }: Scope): pulumi.Output<string> {
    const { jsonKey, jsonValue, ...args } = generate;
    const { randomPassword } = getRandomPasswordOutput(
        { passwordLength: 32, requireEachIncludedType: true, ...args },
        { parent },
    );
    lookups.push(readOutput(randomPassword));
    const password = pulumi.secret(randomPassword);
    return jsonKey === undefined ? password : stringify({ ...jsonValue, [jsonKey]: password });
}

function stringify(values: Record<string, pulumi.Input<string>>): pulumi.Output<string> {
    const sorted = Object.entries(values).sort(([a], [b]) => compare(a, b));
    return pulumi.output(Object.fromEntries(sorted)).apply((object) => JSON.stringify(object));
}

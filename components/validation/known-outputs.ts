import * as pulumi from "@pulumi/pulumi";
import { isPlainObject } from "../../core";
import { isOutput } from "../is-output";

/** What is known of the Outputs of the args, each by itself. */
export type KnownOutputs = ReadonlyMap<unknown, KnownOutput>;

/** What is known of an Output. */
export interface KnownOutput {
    /** Whether Pulumi holds it secret; that is known of an unknown value, too. */
    readonly isSecret: boolean;
    /** Absent where the value is not known yet, during a preview. */
    readonly resolved?: { readonly value: unknown };
}

/** Waits for all Outputs that stand in the args; what a preview does not know stays unknown. */
export async function resolveKnown(args: unknown): Promise<KnownOutputs> {
    const outputs = [...listOutputs(args)];
    const known = await Promise.all(outputs.map((output) => readOutput(output)));
    return new Map(outputs.map((output, index) => [output, known[index]]));
}

/** What is known of a value of the args: what its Output holds, or the value itself. */
export function readKnown(value: unknown, known: KnownOutputs): unknown {
    return known.has(value) ? known.get(value)?.resolved?.value : value;
}

/** What Pulumi holds secret of a value, or of anything in it. */
export function holdsSecret(value: unknown, known: KnownOutputs): boolean {
    return [...listOutputs(value)].some((output) => known.get(output)?.isSecret);
}

/** `isSecret` of an Output resolves whether its value is known or not, and so does it of a derived one. */
export async function readOutput(output: pulumi.Input<unknown>): Promise<KnownOutput> {
    const whole = pulumi.output(output) as pulumi.Output<unknown>;
    let resolved: KnownOutput["resolved"];
    const read = whole.apply((value) => {
        resolved = { value };
    });
    await pulumi.isSecret(read);
    return { isSecret: await pulumi.isSecret(whole), ...(resolved && { resolved }) };
}

function listOutputs(
    value: unknown,
    found = new Set<pulumi.Input<unknown>>(),
): Set<pulumi.Input<unknown>> {
    if (isOutput(value)) {
        found.add(value);
    } else if (Array.isArray(value) || isPlainObject(value)) {
        Object.values(value).forEach((entry) => listOutputs(entry, found));
    }
    return found;
}

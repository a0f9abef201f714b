import * as pulumi from "@pulumi/pulumi";
import type { Finding } from "../../core";

/** An Output of the args that must be judged when it resolves. */
export interface JudgedOutput {
    readonly value: pulumi.Output<unknown>;
    /** What there is to say if the value is a Pulumi secret, known or not; it is not read then. */
    readonly ifSecret?: Finding;
    /** What there is to say of the value; absent if it may be anything. */
    readonly find?: (known: unknown, isSecret: boolean) => readonly Finding[];
}

/**
 * Judges an Output. What is not known during preview is judged at update, and does not keep the
 * others from being judged: `isSecret` of a derived Output resolves either way.
 */
export async function judgeOutput({ value, ifSecret, find }: JudgedOutput): Promise<Finding[]> {
    const isSecret = await pulumi.isSecret(value);
    if (isSecret && ifSecret) {
        return [ifSecret];
    }
    const findings: Finding[] = [];
    const judged = value.apply((known) => {
        findings.push(...(find?.(known, isSecret) ?? []));
    });
    await pulumi.isSecret(judged);
    return findings;
}

/** Judges a text, and what is none. */
export function findOfText(
    path: string,
    find: (text: string, isSecret: boolean) => readonly Finding[],
): JudgedOutput["find"] {
    return (known, isSecret) =>
        typeof known === "string"
            ? find(known, isSecret)
            : [{ path, reason: "must be a string", remedy: "Give a string." }];
}

import type * as pulumi from "@pulumi/pulumi";
import { findServiceFindings, findTaskDefinitionFindings, type Location } from "../core";
import { describeArgs } from "./describe-args";
import { throwFindings } from "./findings-error";
import type { ScopeArgs } from "./scope";
import { judgeOutput } from "./validation/judged-output";
import { listArns } from "./validation/list-arns";
import { listPlaintext } from "./validation/list-plaintext";
import { listReferences } from "./validation/list-references";
import { findValueSizes, listSecrets } from "./validation/list-secrets";

/** What finds the findings of each component's args. */
const FINDERS = {
    SecretInjectedService: findServiceFindings,
    SecretInjectedTaskDefinition: findTaskDefinitionFindings,
} as const;

/** Throws if the args are wrong, with all findings; nothing is registered yet then. */
export function validateArgs(component: keyof typeof FINDERS, name: string, args: ScopeArgs): void {
    const title = `${component} ${name}`;
    throwFindings(title, FINDERS[component](describeArgs(args)));
    // Only args of the right shape can be measured.
    throwFindings(title, findValueSizes(args));
}

/**
 * Judges what only shows when Outputs resolve: whether one is a Pulumi secret, what the others read,
 * and what depends on the account. What is not known yet during preview is judged at update.
 */
export async function validateOutputs(
    title: string,
    args: ScopeArgs,
    location: pulumi.Output<Location>,
): Promise<true> {
    const judged = [
        ...listPlaintext(args),
        ...listReferences(args, location),
        ...listSecrets(args),
        ...listArns(args),
    ];
    const findings = await Promise.all(judged.map(judgeOutput));
    throwFindings(title, findings.flat());
    return true;
}

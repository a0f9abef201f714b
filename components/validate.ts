import type * as pulumi from "@pulumi/pulumi";
import {
    findComponentNameFindings,
    findServiceFindings,
    findTaskDefinitionFindings,
    type Finding,
    type Location,
} from "../core";
import { throwFindings } from "./findings-error";
import type { ScopeArgs } from "./scope";
import { describeArgs } from "./validation/describe-args";
import { findPlaceFindings, findRolePlaces } from "./validation/find-place-findings";
import { findSecretPlaintext } from "./validation/find-secret-plaintext";
import { findValueSizes } from "./validation/find-value-sizes";
import { readOutput, resolveKnown } from "./validation/known-outputs";

/** The components, and what finds the findings of their args. */
const FINDERS = {
    SecretInjectedService: findServiceFindings,
    SecretInjectedTaskDefinition: findTaskDefinitionFindings,
} as const;

/** A component whose args are validated. */
export type ComponentName = keyof typeof FINDERS;

/** How findings name a component. */
export function formatTitle(component: ComponentName, name: string): string {
    return `${component} ${name}`;
}

/** Throws if the args are wrong, with all findings; nothing is registered yet then. */
export function validateArgs(component: ComponentName, name: string, args: ScopeArgs): void {
    const title = formatTitle(component, name);
    const description = describeArgs(args);
    throwFindings(title, [
        ...FINDERS[component](description),
        ...findComponentNameFindings(name, description),
    ]);
    // Only args of the right shape can be measured.
    throwFindings(title, findValueSizes(args));
}

/**
 * Judges the args once more when their Outputs resolve, now with what they are, and what depends on
 * the account. What is not known yet during a preview is judged at update.
 */
export async function validateOutputs(
    component: ComponentName,
    title: string,
    args: ScopeArgs,
    location: pulumi.Output<Location>,
): Promise<true> {
    const [known, place] = await Promise.all([resolveKnown(args), readOutput(location)]);
    const where = place.resolved?.value as Location | undefined;
    const findings: Finding[] = [
        ...FINDERS[component](describeArgs(args, known)),
        ...findSecretPlaintext(args, known),
        ...findPlaceFindings(args, known, where),
        ...findRolePlaces(args, known, where),
        ...findValueSizes(args, known),
    ];
    throwFindings(title, findings);
    return true;
}

import type { PolicyConfigSchema } from "@pulumi/policy";
import { compare, isExpired, type Exemption, type ExemptionPlace } from "../../core";
import { readSettings, type Config, type Settings } from "./settings";
import { clock } from "./today";

/** An exemption, and what it has met in this operation. */
export interface ExemptionUse {
    /** Where it stands in the configuration of its policy. */
    readonly path: string;
    readonly exemption: Exemption;
    readonly isExpired: boolean;
    /** What it hides; of an expired one: what it would hide. */
    readonly places: ExemptionPlace[];
    /** Whether a resource that it is for could not be judged, so that it may yet be needed. */
    isOpen: boolean;
}

/** What a policy is told, and what became of its exemptions in this operation. */
export interface PolicyUse {
    readonly policy: string;
    readonly settings: Settings;
    readonly uses: readonly ExemptionUse[];
}

/**
 * What this operation has met so far: the engine starts a process for each, and asks it of one
 * resource after another before it asks of the stack.
 */
const seen = new Map<string, { readonly config: Config; readonly use: PolicyUse }>();

/** What a policy is told; the same while its configuration stays the same. */
export function openUse(policy: string, config: Config, schema?: PolicyConfigSchema): PolicyUse {
    const last = seen.get(policy);
    if (last && isSame(last.config, config)) {
        return last.use;
    }
    const settings = readSettings(config, schema ?? { properties: {} });
    const today = clock.today();
    const uses = settings.exemptions.map(([path, exemption]) => ({
        path,
        exemption,
        isExpired: isExpired(exemption, today),
        places: [],
        isOpen: false,
    }));
    const use = { policy, settings, uses };
    seen.set(policy, { config, use });
    return use;
}

/** What the policies were told and met, in the order of their names; and forgets it. */
export function takeUses(): PolicyUse[] {
    const uses = [...seen.values()].map(({ use }) => use);
    seen.clear();
    return uses.sort((a, b) => compare(a.policy, b.policy));
}

/** The SDK hands out a new object each time, with the same things in it. */
function isSame(a: Config, b: Config): boolean {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

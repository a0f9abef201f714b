import type { Policies, ReportViolation } from "@pulumi/policy";
import {
    escapeUnseen,
    matchesExemption,
    type Exemption,
    type ExemptionPlace,
    type NameRules,
    type PlaintextSecret,
} from "../../core";
import { reportAdvisory } from "../report";
import { secretMemory } from "../taint/memory";
import type { Level } from "./settings";
import { openUse, type PolicyUse } from "./used-exemptions";

/** Something that a policy has to say of a place. */
export interface ReportedFinding extends ExemptionPlace {
    /**
     * `suspected` is what is proven at an update only; `pending` is not said at all: what is missing
     * is known once the program has run, and is judged then.
     */
    readonly certainty: PlaintextSecret["certainty"] | "suspected" | "pending";
    readonly message: string;
}

/** How a policy speaks: what is exempted is left out, and the level is the one that was set. */
export interface Reporter {
    /** What the team says of names, for {@link findPlaintextSecrets}. */
    readonly rules: NameRules;
    /** Says something, once. */
    readonly report: (finding: ReportedFinding) => void;
}

/**
 * Makes the reporter of a policy, for one run of its function. Make it before `notApplicable` is
 * called, so that exemptions are known of even where there is nothing to judge.
 */
export function createReporter(
    { name, configSchema }: Pick<Policies[number], "name" | "configSchema">,
    args: { getConfig<T extends object>(): T },
    report: ReportViolation,
): Reporter {
    const use = openUse(name, args.getConfig<Record<string, unknown>>(), configSchema);
    const { rules } = use.settings;
    const said = new Set<string>();
    return {
        rules,
        report: (finding) => {
            const { urn, certainty } = finding;
            // Names, Sids and conditions are the user's own, and may hold anything.
            const message = escapeUnseen(hideSecrets(finding.message));
            const key = JSON.stringify([urn, message]);
            const level = certainty === "pending" ? noteOpen(use, urn) : levelOf(use, certainty);
            if (level === "disabled" || said.has(key) || isExempted(use, finding)) {
                return;
            }
            said.add(key);
            if (level === "mandatory") {
                report(message, urn);
            } else {
                reportAdvisory(report, message, urn);
            }
        },
    };
}

/** Names and tags may be made of what Pulumi holds secret, whatever the policy that speaks of them. */
function hideSecrets(message: string): string {
    const held = [...secretMemory.texts().telling];
    return held.reduce((text, secret) => text.replaceAll(secret, "[secret]"), message);
}

function levelOf(
    { settings }: PolicyUse,
    certainty: Exclude<ReportedFinding["certainty"], "pending">,
): Level {
    switch (certainty) {
        case "certain":
            return "mandatory";
        case "likely":
        case "suspected":
            return settings[certainty];
        case "undetermined":
            return "advisory";
    }
}

/** An exemption for what cannot be judged yet may be needed: it is not called unused. */
function noteOpen({ uses }: PolicyUse, urn: string): Level {
    for (const use of uses) {
        use.isOpen ||= isForResource(use.exemption, urn);
    }
    return "disabled";
}

function isForResource(exemption: Exemption, urn: string): boolean {
    return matchesExemption({ ...exemption, container: undefined, variable: undefined }, { urn });
}

/** Whether an exemption holds for a finding; every exemption that is for it takes note. */
function isExempted({ uses }: PolicyUse, finding: ReportedFinding): boolean {
    const { urn, container, variable, certainty } = finding;
    let isHidden = false;
    for (const use of uses) {
        if (matchesExemption(use.exemption, finding)) {
            use.places.push({ urn, container, variable });
            isHidden ||= !use.isExpired;
        } else if (certainty === "undetermined") {
            // What cannot be read yet may hold what the exemption is for.
            use.isOpen ||= variable === undefined && isForResource(use.exemption, urn);
        }
    }
    return isHidden;
}

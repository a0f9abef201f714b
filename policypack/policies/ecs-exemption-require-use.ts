import type { StackValidationPolicy } from "@pulumi/policy";
import { findConfigFindings, listExempted } from "../config/exemption-findings";
import { LIST_CONFIG } from "../config/schema";
import { isPlain } from "../config/settings";
import { openUse, takeUses } from "../config/used-exemptions";
import { NIST_CA_5 } from "../frameworks";
import { reportAdvisory } from "../report";

/** An exemption must be readable, in force and needed, or people believe in what does not hold. */
export const exemptionRequireUse: StackValidationPolicy = {
    name: "ecs-exemption-require-use",
    displayName: "Exemptions are readable, in force and needed",
    description:
        "The configuration of the pack must be readable, and every exemption in it must be in force and needed.",
    enforcementLevel: "mandatory",
    severity: "medium",
    tags: ["exemptions", "configuration"],
    configSchema: LIST_CONFIG,
    framework: NIST_CA_5,
    remediationSteps:
        "Correct, renew or remove what is named in the file that is given with --policy-pack-config.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/automation-rules.html",
    validateStack: (args, report) => {
        // The engine asks of the stack last, and the registry has this policy last: everything has
        // been met by now.
        const { name, configSchema } = exemptionRequireUse;
        openUse(name, args.getConfig<Record<string, unknown>>(), configSchema);
        const uses = takeUses();
        if (uses.every(({ settings }) => isPlain(settings))) {
            args.notApplicable("applies where the configuration has exemptions, or mistakes");
        }
        const urns = args.resources.map(({ urn }) => urn);
        for (const { isMandatory, message } of findConfigFindings(uses, urns)) {
            if (isMandatory) {
                report(message);
            } else {
                reportAdvisory(report, message);
            }
        }
        const { list } = args.getConfig<{ list?: unknown }>();
        for (const message of list === true ? listExempted(uses) : []) {
            reportAdvisory(report, message);
        }
    },
};

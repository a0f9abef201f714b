import type { StackValidationPolicy } from "@pulumi/policy";
import { createReporter } from "../config/reporter";
import { SUSPECTED_CONFIG } from "../config/schema";
import { NIST_SC_12 } from "../frameworks";
import { findUsableKeyFindings } from "../keys/find-usable-key";
import { TYPES } from "../stack/model";
import { readStack } from "../stack/read-stack";

/** A secret whose key cannot be used is not stored, or nobody reads it. */
export const secretRequireUsableKey: StackValidationPolicy = {
    name: "secretsmanager-secret-require-usable-key",
    displayName: "Secret is encrypted with a key that can be used",
    description:
        "A secret or parameter must be encrypted with a key that is enabled, symmetric, of its region, and usable by whoever may read it.",
    enforcementLevel: "mandatory",
    severity: "high",
    tags: ["kms", "secrets", "secretsmanager", "ssm"],
    configSchema: SUSPECTED_CONFIG,
    framework: NIST_SC_12,
    remediationSteps:
        "Encrypt with a symmetric key of the same region that is enabled, and with one of your own where another account reads the secret.",
    url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
    validateStack: (args, violation) => {
        const { report } = createReporter(secretRequireUsableKey, args, violation);
        const model = readStack(args.resources);
        if ([TYPES.secret, TYPES.parameter].every((type) => model.ofType(type).length === 0)) {
            args.notApplicable(`applies to stacks with ${TYPES.secret} or ${TYPES.parameter}`);
        }
        for (const finding of findUsableKeyFindings(model)) {
            report(finding);
        }
    },
};

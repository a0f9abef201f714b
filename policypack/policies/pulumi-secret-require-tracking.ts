import type { ResourceValidationPolicy } from "@pulumi/policy";
import { NIST_IA_5_7 } from "../frameworks";
import { PLAINTEXT_TAGS } from "../plaintext/tags";
import { secretMemory } from "../taint/memory";

/**
 * Notes what Pulumi holds secret, and changes nothing: the SDK shows that to a remediation alone,
 * which the engine calls for each resource before it asks for violations.
 */
export const secretRequireTracking: ResourceValidationPolicy = {
    name: "pulumi-secret-require-tracking",
    displayName: "What Pulumi holds secret is tracked",
    description:
        "What Pulumi holds secret must be tracked, so that aws-plaintext-no-pulumi-secrets can find it in plaintext.",
    enforcementLevel: "remediate",
    severity: "low",
    tags: [...PLAINTEXT_TAGS, "taint"],
    framework: NIST_IA_5_7,
    remediationSteps:
        "Leave the level of this policy at remediate: it changes no resource, and reports nothing itself.",
    url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8",
    remediateResource: (resource) => {
        secretMemory.note(resource);
        return undefined;
    },
};

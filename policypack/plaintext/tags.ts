import type { PolicyComplianceFramework } from "@pulumi/policy";

/**
 * The controls that every secret in plaintext breaks, as tags: PCI DSS 8.6.2 (no passwords of
 * system accounts in scripts, configuration or code), CWE-312 (cleartext storage), CWE-798
 * (hard-coded credentials), and the CIS Controls' 3.11 (encrypt sensitive data at rest).
 * Source: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8,
 * https://cwe.mitre.org/data/definitions/312.html, https://cwe.mitre.org/data/definitions/798.html
 */
export const PLAINTEXT_TAGS: readonly string[] = [
    "cis-3.11",
    "cwe-312",
    "cwe-798",
    "pci-dss-8.6.2",
    "secrets",
];

/**
 * The control that secrets in a container's definition break.
 * Source: https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8
 */
export const ECS_8: PolicyComplianceFramework = {
    name: "AWS Foundational Security Best Practices",
    version: "1.0.0",
    reference: "ECS.8",
    specification: "Secrets should not be passed as container environment variables",
};

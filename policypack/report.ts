import type { ReportViolation } from "@pulumi/policy";

/**
 * Reports something that a policy must not stop a stack for: what is not known yet, or what is
 * likely and no more. The SDK takes a level for a single report, though its types do not say so
 * (`ReportViolationArgs` is internal); a policy has one level otherwise.
 */
export function reportAdvisory(report: ReportViolation, message: string, urn?: string): void {
    const args = { message, urn, enforcementLevel: "advisory" };
    (report as unknown as (args: object) => void)(args);
}

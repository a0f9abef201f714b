import type { PolicyComplianceFramework } from "@pulumi/policy";

/**
 * A control of NIST SP 800-53, which AWS Security Hub judges accounts by as well.
 * Source: https://doi.org/10.6028/NIST.SP.800-53r5
 */
function nist(reference: string, specification: string): PolicyComplianceFramework {
    return { name: "NIST SP 800-53", version: "Rev. 5", reference, specification };
}

/** What may be done is what was granted: roles are trusted, and allowed, what their tasks need. */
export const NIST_AC_3 = nist("AC-3", "Access Enforcement");

/** Nobody may do more than is needed. */
export const NIST_AC_6 = nist("AC-6", "Least Privilege");

/** What is not as it must be is known, has a reason and a day. */
export const NIST_CA_5 = nist("CA-5", "Plan of Action and Milestones");

/** What is configured is what was meant. */
export const NIST_CM_6 = nist("CM-6", "Configuration Settings");

/** Secrets are changed, and what was changed is in use. */
export const NIST_IA_5 = nist("IA-5", "Authenticator Management");

/** No secret stands in code, scripts or configuration. */
export const NIST_IA_5_7 = nist("IA-5(7)", "No Embedded Unencrypted Static Authenticators");

/** Keys are there, enabled, and usable by whom they are for. */
export const NIST_SC_12 = nist("SC-12", "Cryptographic Key Establishment and Management");

import type { Truth } from "./kleene";
import type { AllowReason, Verdict } from "./verdict";

/** What a policy is in the weighing of a request. */
export type PolicyRole = "identity" | "boundary" | "resource" | "grant";

/** What something had to do with a verdict. */
export type Bearing =
    /** The verdict stands on it: on this, or on others that do the same. */
    | "decides"
    /** The verdict would be certain if more were known of it. */
    | "leaves open"
    | "none";

/** Which policies an Allow stands on, by why access is allowed. */
const STANDS_ON: Readonly<Record<AllowReason, readonly PolicyRole[]>> = {
    "identity-policy": ["identity"],
    "key-policy": ["resource"],
    "key-policy-and-identity-policy": ["resource", "identity"],
    grant: ["grant"],
    "grant-and-identity-policy": ["grant", "identity"],
    "resource-policy": ["resource"],
    "resource-policy-and-identity-policy": ["resource", "identity"],
    "trust-policy": ["resource"],
};

/** Reasons for which a resource's policy must name the role itself, not its account. */
const IS_DIRECT: readonly AllowReason[] = ["key-policy", "resource-policy"];

/** A statement as it was weighed. */
export interface Weighed {
    readonly role: PolicyRole;
    readonly label: string;
    readonly effect: "Allow" | "Deny" | "unknown";
    readonly truth: Truth;
    /** Whether it names the role itself or everybody, if it names anybody. */
    readonly isDirect: boolean;
}

/** What a statement had to do with a verdict. */
export function bearingOf(verdict: Verdict, weighed: Weighed): Bearing {
    const { role, label, effect, truth, isDirect } = weighed;
    switch (verdict.answer) {
        case "undetermined":
            return verdict.missing.some((missing) => missing.endsWith(` (${label})`))
                ? "leaves open"
                : "none";
        case "denied":
            return verdict.reason === "explicit-deny" && effect === "Deny" && truth === "yes"
                ? "decides"
                : "none";
        case "allowed": {
            // A boundary that allows nothing by itself must let through what others allow.
            const isPart = role === "boundary" || STANDS_ON[verdict.reason].includes(role);
            const isNamed = isDirect || role !== "resource" || !IS_DIRECT.includes(verdict.reason);
            return isPart && isNamed && effect === "Allow" && truth === "yes" ? "decides" : "none";
        }
    }
}

import type { ReferenceProblem } from "./reference";

/** The remedy for what is no reference at all. */
export const GIVE_A_REFERENCE =
    "Give a complete Secrets Manager ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), " +
    "that ARN with :json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name.";

/** Answers that a text is no reference. */
export function problem(reason: string, remedy: string): { problem: ReferenceProblem } {
    return { problem: { reason, remedy } };
}

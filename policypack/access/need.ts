import type { PolicyResource } from "@pulumi/policy";
import type { AccessRequest, Denied, ResourceSide } from "../../core";

/** What a task's execution role must be allowed, for one thing that the task reads. */
export interface Need {
    /** The thing, for a person: where it is injected and what it is. */
    readonly what: string;
    /** Where the task reads it; empty while its definitions are not known. */
    readonly places: readonly string[];
    /**
     * What AWS is asked; several where it is not documented which of them it is, so that only
     * one answer to all of them is an answer.
     */
    readonly requests: readonly AccessRequest[];
    /** What a person is told in place of an ARN that is guessed in the requests. */
    readonly guessed?: string;
    /** What the resource itself says. */
    readonly resource: ResourceSide;
    /** What a document that allows it would be computed from, before it is known. */
    readonly sources: readonly PolicyResource[];
    /**
     * What our component computes such a document from: out of the very list of what it injects,
     * and of the keys that it finds there.
     * @default - the same
     */
    readonly plannedFrom?: readonly PolicyResource[];
    /** Whether it is certain that the task reads it; not while its definitions are not known. */
    readonly isCertain: boolean;
    /** Why a denial by the resource's own side cannot be certain; absent if it can. */
    readonly openResource?: string;
    /** Whether the task may do without it, so that not even an explicit Deny is one for certain. */
    readonly mayBeNeedless?: boolean;
    /** Whether everybody has the right who is not forbidden it. */
    readonly isOpenToAll?: boolean;
    /** The statement that gives the right, as JSON, while all that it names is known. */
    readonly statement?: string;
    /** What is to be done where the statement cannot be written, or is not enough. */
    readonly remedy: (reason: Denied["reason"], roleName: string) => string;
    /** What AWS says when the task starts. */
    readonly runTimeError: string;
}

/** The remedies for a right that an identity policy gives. */
export function remedyFor(action: string, on: string): Pick<Need, "remedy"> {
    return {
        remedy: (reason, roleName) => {
            switch (reason) {
                case "explicit-deny":
                    return "Take the Deny back, or except this use: no Allow outweighs it.";
                case "permissions-boundary":
                    return `Let the permissions boundary of ${roleName} allow it as well: a boundary gives no right, and takes away what it does not allow.`;
                case "resource-policy":
                    return `Let the resource's own policy allow ${action} to the role, or to its account: no policy of the role is enough.`;
                default:
                    return `Allow the task execution role ${roleName} ${action} on ${on}.`;
            }
        },
    };
}

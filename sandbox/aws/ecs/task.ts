/** What identifies the version of a secret or parameter that a task was given. Never a value. */
export type ReadVersion = string | number;

/** A task: the names it was given, by container, or why it could not start. Never a value. */
export interface Task {
    readonly taskArn: string;
    readonly taskDefinitionArn: string;
    readonly lastStatus: "RUNNING" | "STOPPED";
    readonly stopCode?: "TaskFailedToStart";
    readonly stoppedReason?: string;
    readonly injected: Readonly<Record<string, readonly string[]>>;
    /** By container and name: the version id of the secret, or the version of the parameter. */
    readonly versions: Readonly<Record<string, Readonly<Record<string, ReadVersion>>>>;
}

/** Why a task could not start, in the words that the ECS agent reports. */
export class TaskStartError extends Error {}

/** Why a secret could not be had. */
export function secretError(message: string): TaskStartError {
    return new TaskStartError(
        `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ${message}`,
    );
}

import type { ContainerDefinition } from "../../../core";
import { refusal, type Agent } from "./agent-access";
import { TaskStartError } from "./task";

/** A file of variables in Amazon S3. */
export interface EnvironmentFile {
    readonly type?: string;
    readonly value?: string;
}

/** The environment files of containers. */
export function listEnvironmentFiles(
    definitions: readonly ContainerDefinition[],
): readonly EnvironmentFile[] {
    return definitions.flatMap(
        ({ environmentFiles }) => (environmentFiles ?? []) as readonly EnvironmentFile[],
    );
}

/**
 * Gets an environment file as far as it is simulated: there are no buckets, so that the rights
 * alone decide.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function readEnvironmentFile(agent: Agent, { value = "" }: EnvironmentFile): void {
    const [bucket] = value.split("/");
    const denial =
        refusal(agent, { action: "s3:GetBucketLocation", resource: bucket }) ??
        refusal(agent, { action: "s3:GetObject", resource: value });
    if (denial) {
        throw new TaskStartError(
            `ResourceInitializationError: failed to download env files: file download command: non empty error stream: service call has been retried 1 time(s): AccessDenied: ${denial}`,
        );
    }
}

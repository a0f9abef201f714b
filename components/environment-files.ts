import * as pulumi from "@pulumi/pulumi";
import {
    ASSUMED_KEY_ARN_LENGTH,
    assumeArnLength,
    type EnvironmentFile,
    type EstimatedResource,
} from "../core";
import type { EnvironmentFileArgs } from "./args";
import { readArg, type Scope } from "./scope";
import { identifyKey, resolveKeyArn } from "./secrets/key";
import { ASSUMED_NAME_LENGTH } from "./secrets/known-secret";

/** An environment file of a container. */
export interface UsedFile {
    readonly container: string;
    /** What findings and readers call it: files have no names of their own. */
    readonly name: string;
    readonly file: pulumi.Output<EnvironmentFile>;
    readonly estimate: EstimatedResource;
}

/** Lists the environment files of all containers. */
export function listEnvironmentFiles(scope: Scope): UsedFile[] {
    return Object.entries(scope.args.containers).flatMap(([container, { environmentFiles = [] }]) =>
        environmentFiles.map((file, index) => ({
            container,
            name: `environmentFiles[${index}]`,
            file: resolveFile(file, scope),
            estimate: estimateFile(file),
        })),
    );
}

function resolveFile(
    { value, kmsKeyId }: EnvironmentFileArgs,
    scope: Scope,
): pulumi.Output<EnvironmentFile> {
    const key = kmsKeyId === undefined ? undefined : resolveKeyArn(kmsKeyId, scope);
    return pulumi
        .all([readArg(scope, value), key])
        .apply(([arn, kmsKeyArn]) => ({ arn, ...(kmsKeyArn !== undefined && { kmsKeyArn }) }));
}

function estimateFile({ value, kmsKeyId }: EnvironmentFileArgs): EstimatedResource {
    const id = identifyKey(kmsKeyId);
    return {
        store: "s3",
        arnLength:
            typeof value === "string" ? value.length : assumeArnLength("s3", ASSUMED_NAME_LENGTH),
        ...(id !== null && { key: { arnLength: ASSUMED_KEY_ARN_LENGTH, id } }),
    };
}

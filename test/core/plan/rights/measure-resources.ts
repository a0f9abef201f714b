import {
    policyResource,
    type EnvironmentFile,
    type EstimatedKey,
    type EstimatedResource,
    type InjectedSecret,
    type Location,
} from "../../../../core";
import { withSecretBehind } from "../../../../core/plan/rights/secret-statements";
import { escapeResource } from "../../../../core/plan/rights/statement";

/** What an estimate of a policy's size needs of what is known already, each resource once. */
export function measureResources(
    secrets: readonly InjectedSecret[],
    location: Location,
    environmentFiles: readonly EnvironmentFile[] = [],
): EstimatedResource[] {
    const known = [
        ...secrets
            .flatMap((secret) => withSecretBehind(secret, location))
            .map(({ reference, kmsKeyArn }) => ({
                store: reference.store,
                arn: policyResource(reference, location),
                kmsKeyArn,
            })),
        ...environmentFiles.map(({ arn, kmsKeyArn }) => ({
            store: "s3" as const,
            arn: escapeResource(arn),
            kmsKeyArn,
        })),
    ];
    const distinct = new Map(known.map((one) => [`${one.kmsKeyArn ?? ""} ${one.arn}`, one]));
    return [...distinct.values()].map(({ store, arn, kmsKeyArn }) => ({
        store,
        arnLength: writtenLength(arn),
        ...(kmsKeyArn && { key: measureKey(kmsKeyArn) }),
    }));
}

function measureKey(arn: string): EstimatedKey {
    return { arnLength: writtenLength(arn), id: arn };
}

/** The length of a text in JSON, which writes some characters as two or more. */
function writtenLength(text: string): number {
    return JSON.stringify(text).length - 2;
}

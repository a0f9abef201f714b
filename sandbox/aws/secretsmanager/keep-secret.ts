import type { Account } from "../account";
import { publish } from "../events/bus";
import { allVersions } from "./labels";
import { secrets, type Replica, type Secret } from "./secrets";

/** Labels whose moves AWS tells nobody of. */
const SILENT = ["AWSPENDING", "AWSPREVIOUS"];

/** Keeps a secret and the copies of it, and tells the event bus of the labels that moved. */
export function keepSecret(account: Account, secret: Secret): void {
    const before = secrets(account).get(secret.name);
    secrets(account).put(secret.name, secret);
    copySecret(account, secret, before?.replicas ?? []);
    publishLabels(account, before, secret);
}

/** Keeps a secret in the regions that it is copied to, and no longer in those that it was. */
export function copySecret(account: Account, secret: Secret, before: readonly Replica[]): void {
    const kept = secret.replicas.map(({ region }) => region);
    for (const { region } of before.filter((one) => !kept.includes(one.region))) {
        if (isCopy(account, secret, region)) {
            secrets(account.in(region)).delete(secret.name);
        }
    }
    for (const { region, kmsKeyId } of secret.replicas) {
        const at = account.in(region);
        // A secret that has the name there keeps it: the replication fails, and says so alone.
        if (!secrets(at).get(secret.name) || isCopy(account, secret, region)) {
            secrets(at).put(secret.name, copyOf(secret, account.region, region, kmsKeyId));
        }
    }
}

function isCopy(account: Account, { name }: Secret, region: string): boolean {
    return secrets(account.in(region)).get(name)?.primaryRegion === account.region;
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html */
function copyOf(secret: Secret, primaryRegion: string, region: string, kmsKeyId?: string): Secret {
    const { kmsKeyId: _ofPrimary, policy: _ofPrimaryToo, ...rest } = secret;
    return {
        ...rest,
        arn: secret.arn.replace(`:${primaryRegion}:`, `:${region}:`),
        ...(kmsKeyId !== undefined && { kmsKeyId }),
        replicas: [],
        primaryRegion,
    };
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/secret-event-notifications.html */
function publishLabels(account: Account, before: Secret | undefined, { arn, ...after }: Secret) {
    const old = new Map(before?.versions.map((one) => [one.versionId, one.stages]));
    for (const { versionId, stages } of allVersions({ arn, ...after })) {
        const gained = stages.filter((stage) => !old.get(versionId)?.includes(stage));
        for (const labelUpdated of gained.filter((stage) => !SILENT.includes(stage))) {
            publish(account, {
                source: "aws.secretsmanager",
                "detail-type": "Secret Label Updated",
                resources: [arn],
                detail: { name: after.name, labelUpdated, versionId },
            });
        }
    }
}

import type { SecretStore } from "../../reference";
import { renderDecryptStatement } from "./decrypt-statement";
import { policySize } from "./policy-size";
import { renderDocument, renderStatement, type RenderedStatement } from "./statement";
import { ENVIRONMENT_FILE_FACTS, STORE_FACTS } from "./store-facts";

/** Where something that a task reads is stored: a secret, or an environment file. */
export type ReadStore = SecretStore | "s3";

/** What is known of something that a policy will name, before its ARN is. */
export interface EstimatedResource {
    readonly store: ReadStore;
    /** The length of its ARN as the policy names it, known or assumed. */
    readonly arnLength: number;
    /** The customer managed key. */
    readonly key?: EstimatedKey;
}

/** What is known of a key before its ARN is. */
export interface EstimatedKey {
    readonly arnLength: number;
    /**
     * What tells it from other keys: the same for what is certainly the same key.
     * @default - a key of its own
     */
    readonly id?: string;
}

/** No region and no suffix of a partition is longer. */
const LONGEST_REGION = 16;
const LONGEST_SUFFIX = 16;

/** The ARN of a key, by its id or, of a multi-Region key, by an id as long. */
export const ASSUMED_KEY_ARN_LENGTH = assumeLength("kms", "key/", 36);

/**
 * The most that an ARN is long, by the length of the name: of a secret without AWS's six
 * characters, of a parameter, or of an object with its bucket.
 */
export function assumeArnLength(store: ReadStore, nameLength: number): number {
    switch (store) {
        case "secretsmanager":
            return assumeLength(store, "secret:", nameLength + "-??????".length);
        case "ssm":
            return assumeLength(store, "parameter/", nameLength);
        case "s3":
            return "arn:aws-us-gov:s3:::".length + nameLength;
    }
}

function assumeLength(service: string, kind: string, length: number): number {
    const prefix = `arn:aws-us-gov:${service}::123456789012:${kind}`;
    return prefix.length + LONGEST_REGION + length;
}

/** The size that the policy has at most whatever the ARNs are, if none is longer than assumed. */
export function estimatePolicySize(resources: readonly EstimatedResource[]): number {
    const stores = ["secretsmanager", "ssm", "s3"] as const;
    return policySize(
        renderDocument(
            stores.flatMap((store) =>
                planLongest(
                    store,
                    resources.filter((one) => one.store === store),
                ),
            ),
        ),
    );
}

/** The statements of one store as long as they can be. */
function planLongest(
    store: ReadStore,
    resources: readonly EstimatedResource[],
): RenderedStatement[] {
    if (resources.length === 0) {
        return [];
    }
    const { readSid, action } = store === "s3" ? ENVIRONMENT_FILE_FACTS : STORE_FACTS[store];
    const arns = resources.map(({ arnLength }) => placeholder(arnLength));
    const { locateSid, locateAction } = ENVIRONMENT_FILE_FACTS;
    return [
        renderStatement(readSid, action, arns),
        // The ARN of a bucket is at most as long as that of an object in it.
        ...(store === "s3" ? [renderStatement(locateSid, locateAction, arns)] : []),
        ...planLongestDecrypts(store, resources),
    ];
}

function planLongestDecrypts(
    store: ReadStore,
    resources: readonly EstimatedResource[],
): RenderedStatement[] {
    const { decryptSid, contextKey } = store === "s3" ? ENVIRONMENT_FILE_FACTS : STORE_FACTS[store];
    const service = `${store}.${placeholder(LONGEST_REGION)}.`;
    const groups = groupByKey(resources);
    return groups.map((group) => {
        const arns = group.map(({ arnLength }) => placeholder(arnLength));
        const keyLengths = group.map(({ key }) => key?.arnLength ?? 0);
        return renderDecryptStatement({
            sid: groups.length === 1 ? decryptSid : `${decryptSid}${groups.length}`,
            keyArn: placeholder(Math.max(...keyLengths)),
            viaService: [`${service}amazonaws.com`, service + placeholder(LONGEST_SUFFIX)],
            contextKey,
            contexts: store === "s3" ? [...arns, ...arns] : arns,
            hasPattern: true,
        });
    });
}

function groupByKey(resources: readonly EstimatedResource[]): EstimatedResource[][] {
    const groups = new Map<string | number, EstimatedResource[]>();
    for (const [index, resource] of resources.entries()) {
        if (resource.key) {
            const id = resource.key.id ?? index;
            groups.set(id, [...(groups.get(id) ?? []), resource]);
        }
    }
    return [...groups.values()];
}

function placeholder(length: number): string {
    return "x".repeat(length);
}

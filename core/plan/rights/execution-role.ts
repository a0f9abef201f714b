import { dnsSuffix, parseArn } from "../../arn";
import { compare } from "../../finding";
import type { SecretReference, SecretStore } from "../../reference";
import { policyResource, secretBehind, type Location } from "./location";

/** A secret that a task injects, with the customer managed key it is encrypted with, if any. */
export interface InjectedSecret {
    readonly reference: SecretReference;
    /** The ARN of the customer managed key; absent for the AWS managed keys, which need no right. */
    readonly kmsKeyArn?: string;
}

/** A statement as it is written into a policy document. */
export interface RenderedStatement {
    readonly Sid: string;
    readonly Effect: "Allow";
    readonly Action: string;
    readonly Resource: readonly string[];
    readonly Condition?: Conditions;
}

type ConditionValues = Readonly<Record<string, readonly string[]>>;
type Conditions = Readonly<Record<string, ConditionValues>>;

/** A policy document, ready to be written as JSON. */
export interface RenderedDocument<Statement = RenderedStatement> {
    readonly Version: "2012-10-17";
    readonly Statement: readonly Statement[];
}

interface StoreFacts {
    readonly action: string;
    readonly readSid: string;
    readonly decryptSid: string;
    /** The encryption context that the store gives AWS KMS: the ARN of what is decrypted. */
    readonly contextKey: string;
}

/**
 * What each store asks of the reader.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export const STORE_FACTS: Readonly<Record<SecretStore, StoreFacts>> = {
    secretsmanager: {
        action: "secretsmanager:GetSecretValue",
        readSid: "ReadSecrets",
        decryptSid: "DecryptSecrets",
        contextKey: "kms:EncryptionContext:SecretARN",
    },
    ssm: {
        action: "ssm:GetParameters",
        readSid: "ReadParameters",
        decryptSid: "DecryptParameters",
        contextKey: "kms:EncryptionContext:PARAMETER_ARN",
    },
};

/** The managed policy that pulls images from Amazon ECR and writes logs to CloudWatch Logs. */
export function taskExecutionManagedPolicyArn(partition: string): string {
    return `arn:${partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy`;
}

/**
 * The trust policy of a task execution role.
 * Only Amazon ECS tasks of this account may assume it, which closes the confused deputy.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function planTrustPolicy(account: string): RenderedDocument<object> {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": account } },
            },
        ],
    };
}

/** The rights that a task execution role needs for what it injects, and no others. */
export function planExecutionRolePolicy(
    secrets: readonly InjectedSecret[],
    location: Location,
): RenderedDocument {
    const behind = secrets.flatMap(({ reference }) => secretBehind(reference, location) ?? []);
    const all = [...secrets, ...behind.map((reference) => ({ reference }))];
    const statements = (["secretsmanager", "ssm"] as const).flatMap((store) => {
        const ofStore = all.filter((secret) => secret.reference.store === store);
        return ofStore.length === 0
            ? []
            : [
                  planReadStatement(store, ofStore, location),
                  ...planDecryptStatements(store, ofStore, location),
              ];
    });
    return { Version: "2012-10-17", Statement: statements };
}

/** The statement that allows reading the given secrets of one store. */
export function planReadStatement(
    store: SecretStore,
    secrets: readonly InjectedSecret[],
    location: Location,
): RenderedStatement {
    return {
        Sid: STORE_FACTS[store].readSid,
        Effect: "Allow",
        Action: STORE_FACTS[store].action,
        Resource: policyResources(secrets, location),
    };
}

/** One statement a key: decrypting with it, through this store and for these secrets alone. */
export function planDecryptStatements(
    store: SecretStore,
    secrets: readonly InjectedSecret[],
    location: Location,
): RenderedStatement[] {
    const { decryptSid, contextKey } = STORE_FACTS[store];
    const keyArns = [...new Set(secrets.flatMap((secret) => secret.kmsKeyArn ?? []))].sort(compare);
    return keyArns.map((keyArn, index) => {
        const contexts = policyResources(
            secrets.filter((secret) => secret.kmsKeyArn === keyArn),
            location,
        );
        return {
            Sid: keyArns.length === 1 ? decryptSid : `${decryptSid}${index + 1}`,
            Effect: "Allow",
            Action: "kms:Decrypt",
            Resource: [keyArn],
            Condition: planCondition(
                { "kms:ViaService": viaServices(store, keyArn, location) },
                { [contextKey]: contexts },
            ),
        };
    });
}

function planCondition(viaService: ConditionValues, context: ConditionValues): Conditions {
    const hasWildcard = Object.values(context)
        .flat()
        .some((arn) => arn.includes("?"));
    return hasWildcard
        ? { StringEquals: viaService, StringLike: context }
        : { StringEquals: { ...viaService, ...context } };
}

/** The values of `kms:ViaService` when a store decrypts with a key. */
export function viaServices(store: SecretStore, keyArn: string, location: Location): string[] {
    const region = parseArn(keyArn)?.region || location.region;
    // The KMS guide shows amazonaws.com alone; China's own suffix is allowed beside it there.
    const suffixes = new Set(["amazonaws.com", dnsSuffix(location.partition)]);
    return [...suffixes].map((suffix) => `${store}.${region}.${suffix}`);
}

function policyResources(secrets: readonly InjectedSecret[], location: Location): string[] {
    const arns = secrets.map((secret) => policyResource(secret.reference, location));
    return [...new Set(arns)].sort(compare);
}

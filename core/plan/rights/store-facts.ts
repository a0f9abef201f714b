import { dnsSuffix, parseArn } from "../../arn";
import type { SecretStore } from "../../reference";
import type { Location } from "./location";

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

/**
 * What Amazon S3 asks of the reader of an environment file.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export const ENVIRONMENT_FILE_FACTS = {
    action: "s3:GetObject",
    readSid: "ReadEnvironmentFiles",
    locateAction: "s3:GetBucketLocation",
    locateSid: "LocateEnvironmentFiles",
    decryptSid: "DecryptEnvironmentFiles",
    contextKey: "kms:EncryptionContext:aws:s3:arn",
} as const satisfies StoreFacts & Record<string, string>;

/** The values of `kms:ViaService` when a store decrypts with a key. */
export function viaServices(
    store: SecretStore | "s3",
    keyArn: string,
    location: Location,
): string[] {
    const region = parseArn(keyArn)?.region || location.region;
    // The KMS guide shows amazonaws.com alone; China's own suffix is allowed beside it there.
    const suffixes = new Set(["amazonaws.com", dnsSuffix(location.partition)]);
    return [...suffixes].map((suffix) => `${store}.${region}.${suffix}`);
}

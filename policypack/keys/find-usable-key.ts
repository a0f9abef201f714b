import type { PolicyResource } from "@pulumi/policy";
import { isAwsManagedKey, parseArn, readKeyNaming, type SecretStore } from "../../core";
import { knownText, TYPES, type StackModel } from "../stack/model";
import { listEncrypted, type Encrypted } from "./encrypted";
import { findProblemOfKey, type KeyProblem } from "./key-problem";
import { regionOf } from "./region";
import { listReaders } from "./readers";

/** What is wrong with the key of a secret or parameter. */
export interface KeyFinding {
    readonly certainty: KeyProblem["certainty"] | "pending";
    readonly urn: string;
    readonly message: string;
}

/**
 * What AWS answers where a key cannot be used.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html,
 * https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
const ANSWERS: Readonly<Record<SecretStore, string>> = {
    secretsmanager:
        "Until then AWS answers EncryptionFailure or DecryptionFailure, and no task that injects the secret starts.",
    ssm: "Until then AWS answers InvalidKeyId, and no task that injects the parameter starts.",
};

/** Finds why the key of a secret or parameter of the stack cannot be used. */
export function findUsableKeyFindings(model: StackModel): KeyFinding[] {
    const parameters = model.ofType(TYPES.parameter);
    return [...model.ofType(TYPES.secret), ...parameters].flatMap((resource) => {
        const { urn } = resource;
        // Before its ARN is known, neither its account is, nor always its region.
        const isPending = knownText(resource, "arn") === undefined;
        const pending = { certainty: "pending" as const, urn, message: "" };
        const found = listEncrypted(model, resource).flatMap((encrypted): KeyFinding[] => {
            const problem = findUnused(encrypted) ?? findProblem(model, encrypted);
            if (problem === undefined) {
                return [];
            }
            const { certainty, reason, remedy, isAnswered } = problem;
            const until = isAnswered ? ` ${ANSWERS[encrypted.store]}` : "";
            const suspicion = certainty === "suspected" ? "suspected: " : "";
            const message = `${suspicion}${encrypted.property}: ${reason}. ${remedy}${until}`;
            return [{ certainty, urn, message }];
        });
        return isPending ? [pending, ...found] : found;
    });
}

interface Problem extends KeyProblem {
    /** Whether AWS refuses to use the key; else it does something else than was meant. */
    readonly isAnswered: boolean;
}

/** A key that nothing is encrypted with: AWS encrypts parameters of one type alone. */
function findUnused({ resource, store, reading }: Encrypted): Problem | undefined {
    const type = store === "ssm" ? (knownText(resource, "type") ?? "SecureString") : "SecureString";
    const reason = `the parameter is of type ${type}, which nothing encrypts: the key is not used`;
    const remedy = "Give it type SecureString, or take the key away.";
    return type === "SecureString" || reading.kind === "absent"
        ? undefined
        : { certainty: "certain", reason, remedy, isAnswered: false };
}

function findProblem(model: StackModel, encrypted: Encrypted): Problem | undefined {
    const { resource, store, reading, key } = encrypted;
    const text = reading.kind === "known" ? reading.text : undefined;
    const isAwsManaged = reading.kind === "absent" || (text !== undefined && isAwsManagedKey(text));
    const refused = findWrongName(text, store) ?? findElsewhere(encrypted, text);
    if (refused) {
        return refused;
    }
    if (isAwsManaged) {
        return store === "ssm" ? undefined : findUnreadable(model, resource);
    }
    const ofKey = key && findProblemOfKey(key);
    return ofKey && { ...ofKey, reason: `key ${key.name} ${ofKey.reason}`, isAnswered: true };
}

function findWrongName(text: string | undefined, store: SecretStore): Problem | undefined {
    const naming = text === undefined ? "id" : readKeyNaming(text);
    if (naming === undefined) {
        return refusal("what stands there names no key", "Give the ARN of a key: key.arn.");
    }
    // The policy of such a key lets one service use it, for whoever may use that service.
    const service = text?.split("alias/aws/")[1];
    return naming === "aws-managed" && service !== store
        ? refusal(
              `alias/aws/${service} is the key that AWS manages for another service`,
              `Take alias/aws/${store}, or a key of your own.`,
          )
        : undefined;
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
function findElsewhere({ region, key }: Encrypted, text: string | undefined): Problem | undefined {
    const ofKey = parseArn(text ?? "")?.region ?? (key && regionOf(key));
    return region === undefined || ofKey === undefined || ofKey === region
        ? undefined
        : refusal(
              `the key is in region ${ofKey}, and what it is to encrypt is in ${region}`,
              `Name a key of ${region}; of a key of several regions, its replica there.`,
          );
}

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
function findUnreadable(model: StackModel, secret: PolicyResource): Problem | undefined {
    const readers = listReaders(model, secret);
    const isCertain = readers.some((reader) => reader.isCertain);
    const accounts = readers.map(({ account }) => account).join(", ");
    return readers.length === 0
        ? undefined
        : {
              certainty: isCertain ? "certain" : "suspected",
              reason: `the resource policy lets account ${accounts} read the secret, and the key that AWS manages decrypts for its own account alone`,
              remedy: "Encrypt it with a key of your own whose policy lets that account use kms:Decrypt. Until then AWS answers there: AccessDeniedException: Access to KMS is not allowed.",
              isAnswered: false,
          };
}

function refusal(reason: string, remedy: string): Problem {
    return { certainty: "certain", reason, remedy, isAnswered: true };
}

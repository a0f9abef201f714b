import type { PolicyResource } from "@pulumi/policy";
import {
    parseArn,
    PENDING,
    renderArn,
    STORE_FACTS,
    UNKNOWN_RESOURCE,
    viaServices,
    type AccessRequest,
    type ContextValue,
    type SecretStore,
} from "../../core";
import type { TaskRole } from "../stack/execution-role";
import { listAliases } from "../stack/keys";
import { knownText, type StackModel } from "../stack/model";
import { callerAccount, principalOf, resourceTags } from "./context";

/** A secret with the key that encrypts it, as far as they are known. */
export interface EncryptedSecret {
    readonly store: SecretStore;
    readonly secret?: PolicyResource;
    readonly secretArn?: string;
    /** The key, if it is a resource of the stack. */
    readonly key?: PolicyResource;
    readonly keyArn?: string;
}

/** What the store asks AWS KMS for; several requests where its host name is not documented. */
export function listDecryptRequests(
    model: StackModel,
    role: TaskRole,
    encrypted: EncryptedSecret,
): AccessRequest[] {
    const { store, secretArn, key, keyArn } = encrypted;
    // The store is of the region of the secret, and takes no key of another one.
    const known = secretArn ?? keyArn;
    const arn = parseArn(known ?? "");
    const caller = callerAccount(role, key, keyArn);
    const services = arn && known ? viaServices(store, known, arn) : [undefined];
    return services.map((service) => ({
        action: "kms:Decrypt",
        resource: keyArn ?? (key ? PENDING : UNKNOWN_RESOURCE),
        ...principalOf(role),
        context: {
            "aws:PrincipalAccount": caller,
            ...(!keyArn && !key && { "aws:ResourceAccount": caller }),
            "aws:ViaAWSService": ["true"],
            "kms:CallerAccount": caller,
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:EncryptionContext:SecretVersionId": store === "secretsmanager" ? "unknown" : [],
            "kms:ResourceAliases": aliasesOf(model, key),
            "kms:ViaService": service === undefined ? PENDING : [service],
            [STORE_FACTS[store].contextKey]: secretArn === undefined ? PENDING : [secretArn],
            ...resourceTags(["aws:ResourceTag"], key),
        },
    }));
}

/**
 * What the store asks of the AWS managed key. Its id is not known: two are guessed, so that only a
 * statement about all keys covers both. Nobody can give it tags.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/tagging-keys.html
 */
export function listManagedKeyRequests(
    model: StackModel,
    role: TaskRole,
    encrypted: EncryptedSecret,
): AccessRequest[] {
    const own = parseArn(encrypted.secretArn ?? "");
    const guesses = own
        ? ["00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff"].map(
              (id) => renderArn({ ...own, service: "kms", resource: `key/${id}` }),
          )
        : [undefined];
    return guesses.flatMap((keyArn) =>
        listDecryptRequests(model, role, { ...encrypted, keyArn }).map((request) => ({
            ...request,
            context: {
                ...request.context,
                "kms:ResourceAliases": [`alias/aws/${encrypted.store}`],
                "aws:ResourceTag/*": [],
            },
        })),
    );
}

/** The aliases of a key; others than those of the stack may be there, so that none is never certain. */
function aliasesOf(model: StackModel, key: PolicyResource | undefined): ContextValue {
    const aliases = key ? listAliases(model, key) : [];
    const names = aliases.flatMap((alias) => knownText(alias, "name") ?? []);
    return names.length > 0 && names.length === aliases.length
        ? names
        : aliases.length > 0
          ? PENDING
          : "unknown";
}

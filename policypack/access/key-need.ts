import type { PolicyResource } from "@pulumi/policy";
import {
    isAwsManagedKey,
    parseArn,
    PENDING,
    planDecryptStatements,
    STORE_FACTS,
    UNKNOWN_RESOURCE,
    viaServices,
    type AccessRequest,
    type ContextValue,
    type ResourceSide,
    type SecretReference,
    type SecretStore,
} from "../../core";
import { readText } from "../stack/decode";
import { roleArnOf, type TaskRole } from "../stack/execution-role";
import { findKey, findKeyArn, listAliases, listGrants, readKeyPolicy } from "../stack/keys";
import { hasText, knownText, sourcesOf, type StackModel } from "../stack/model";
import { KEY_PROPERTY, storeOf } from "../stack/secrets";
import { callerAccount, principalOf, resourceTags } from "./context";
import { describeInjected, type Injected } from "./injected";
import { remedyFor, type Need } from "./need";
import { sourcesOfSecret } from "./read-need";

/** What AWS says in the end, by store. */
const RUN_TIME_ERRORS: Readonly<Record<SecretStore, string>> = {
    secretsmanager: "AccessDeniedException: Access to KMS is not allowed",
    ssm: "AccessDeniedException: … is not authorized to perform: kms:Decrypt",
};

const KEY_OUTSIDE = "the policy of the key, which is not a resource of this stack";
const SECRET_OUTSIDE =
    "the key of what is no secret of this stack, for which a customer managed key needs kms:Decrypt";
const KEY_POLICY_REMEDY =
    'Let the key policy allow kms:Decrypt to the role, or leave it to the account ("Principal":{"AWS":"arn:…:root"}): no policy of the role is enough.';

/** A secret with the key that encrypts it, as far as they are known. */
interface EncryptedSecret {
    readonly store: SecretStore;
    readonly secret?: PolicyResource;
    readonly secretArn?: string;
    /** The key, if it is a resource of the stack. */
    readonly key?: PolicyResource;
    readonly keyArn?: string;
}

/** What decrypting needs; `undefined` for the AWS managed keys, with which everybody may decrypt. */
export function keyNeed(model: StackModel, role: TaskRole, injected: Injected): Need | undefined {
    const { secret, reference } = injected;
    if (secret && !hasCustomerKey(secret)) {
        return undefined;
    }
    const encrypted = secret
        ? encryptedOf(model, secret, reference)
        : { store: reference?.store ?? "secretsmanager", secretArn: reference?.arn };
    const { key } = encrypted;
    return {
        what: describeInjected(injected),
        requests: listRequests(model, role, encrypted),
        resource: sideOfKey(model, role, encrypted),
        sources: listSources(model, encrypted),
        plannedFrom: sourcesOfSecret(model, secret),
        isCertain: injected.places.length > 0,
        ...(!key && { openResource: secret ? KEY_OUTSIDE : SECRET_OUTSIDE }),
        mayBeNeedless: !secret,
        // Few are ever shown.
        get statement() {
            return planStatement(encrypted);
        },
        remedy: (reason, roleName) =>
            reason === "key-policy"
                ? KEY_POLICY_REMEDY
                : remedyFor("kms:Decrypt", "the key's ARN").remedy(reason, roleName),
        runTimeError: RUN_TIME_ERRORS[encrypted.store],
    };
}

function encryptedOf(
    model: StackModel,
    secret: PolicyResource,
    reference: SecretReference | undefined,
): EncryptedSecret {
    const property = KEY_PROPERTY[secret.type];
    return {
        store: storeOf(secret),
        secret,
        secretArn: knownText(secret, "arn") ?? reference?.arn,
        key: findKey(model, secret, property),
        keyArn: findKeyArn(model, secret, property),
    };
}

/**
 * A document that allows the use of a key of the stack is computed from it. One of another stack is
 * known as a text, and what names it is computed from the secret at most.
 */
function listSources(model: StackModel, { secret, key }: EncryptedSecret): PolicyResource[] {
    if (key) {
        return [key, ...listAliases(model, key)];
    }
    const ofKey = secret ? sourcesOf(secret, KEY_PROPERTY[secret.type]) : [];
    return [...sourcesOfSecret(model, secret), ...ofKey];
}

/** Whether a customer managed key encrypts a secret of the stack. */
function hasCustomerKey(secret: PolicyResource): boolean {
    if (["String", "StringList"].some((plain) => hasText(secret, "type", plain))) {
        return false;
    }
    const property = KEY_PROPERTY[secret.type];
    const reading = readText(secret.props, property);
    if (reading.kind === "known") {
        return reading.text !== "" && !isAwsManagedKey(reading.text);
    }
    // The provider fills in the AWS managed key, which is unknown at first: computed from nothing.
    return reading.kind === "unknown" && sourcesOf(secret, property).length > 0;
}

/** What the store asks AWS KMS for; several requests where its host name is not documented. */
function listRequests(
    model: StackModel,
    role: TaskRole,
    { store, secretArn, key, keyArn }: EncryptedSecret,
): AccessRequest[] {
    const arn = keyArn === undefined ? undefined : parseArn(keyArn);
    const caller = callerAccount(role, key, keyArn);
    const services = arn && keyArn ? viaServices(store, keyArn, arn) : [undefined];
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

/**
 * The policy of the key, and grants. Of a key of the role's account that is not a resource of the
 * stack it is taken that it leaves it to the account, as the default one does: so nothing is said of
 * a role that may decrypt, and one that may not is never called denied. The policy's page says so.
 */
function sideOfKey(
    model: StackModel,
    role: TaskRole,
    { key, keyArn, secretArn }: EncryptedSecret,
): ResourceSide {
    if (key) {
        return { kind: "key", policy: readKeyPolicy(model, key), grants: listGrants(model, key) };
    }
    const [keys, own] = [keyArn ?? secretArn, roleArnOf(role)].map(
        (arn) => parseArn(arn ?? "")?.account,
    );
    const isForeign = own !== undefined && keys !== undefined && keys !== own;
    const unknown = { unknown: "the key is not a resource of this stack" };
    return { kind: "key", policy: isForeign ? unknown : "default", grants: [] };
}

/** The statement to add, as JSON, if all that it names is known. */
function planStatement(encrypted: EncryptedSecret): string | undefined {
    const { store, secret, secretArn, keyArn } = encrypted;
    const location = parseArn(keyArn ?? "");
    if (!location || secretArn === undefined) {
        return undefined;
    }
    const reference: SecretReference =
        store === "ssm"
            ? { store, arn: secretArn, name: (secret && knownText(secret, "name")) ?? "" }
            : { store, arn: secretArn };
    const [statement] = planDecryptStatements(store, [{ reference, kmsKeyArn: keyArn }], location);
    return JSON.stringify(statement);
}

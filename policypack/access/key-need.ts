import type { PolicyResource } from "@pulumi/policy";
import {
    isAwsManagedKey,
    parseArn,
    parseNamedPolicy,
    planDecryptStatements,
    type ResourceSide,
    type SecretReference,
    type SecretStore,
} from "../../core";
import { readText } from "../stack/decode";
import type { TaskRole } from "../stack/execution-role";
import { findKey, findKeyArn, listAliases, listGrants, readKeyPolicy } from "../stack/keys";
import { hasText, knownText, sourcesOf, type StackModel } from "../stack/model";
import { KEY_PROPERTY, sourcesOfSecret, storeOf } from "../stack/secrets";
import { isForeign } from "./context";
import {
    listDecryptRequests,
    listManagedKeyRequests,
    type EncryptedSecret,
} from "./decrypt-requests";
import { describeInjected, type Injected } from "./injected";
import { remedyFor, type Need } from "./need";

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

/** The policy of an AWS managed key, for whoever comes through its store. */
const OPEN_TO_ALL: ResourceSide = {
    kind: "key",
    grants: [],
    policy: parseNamedPolicy("of the key", {
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" },
    }),
};

/**
 * What decrypting needs; `undefined` for what is not encrypted. With an AWS managed key everybody in
 * the account may decrypt through the store who is not forbidden it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
export function keyNeed(model: StackModel, role: TaskRole, injected: Injected): Need | undefined {
    const { secret, reference } = injected;
    if (secret && !isEncrypted(secret)) {
        return undefined;
    }
    const encrypted = secret
        ? encryptedOf(model, secret, reference)
        : { store: reference?.store ?? "secretsmanager", secretArn: reference?.arn };
    const { key } = encrypted;
    const isOpenToAll = secret !== undefined && !hasCustomerKey(secret);
    return {
        what: describeInjected(injected),
        places: injected.places,
        requests: (isOpenToAll ? listManagedKeyRequests : listDecryptRequests)(
            model,
            role,
            encrypted,
        ),
        resource: isOpenToAll ? OPEN_TO_ALL : sideOfKey(model, role, encrypted),
        sources: listSources(model, encrypted),
        plannedFrom: sourcesOfSecret(model, secret),
        isCertain: injected.places.length > 0,
        ...(!key && !isOpenToAll && { openResource: secret ? KEY_OUTSIDE : SECRET_OUTSIDE }),
        // A parameter of another stack may be one that is not encrypted.
        mayBeNeedless: !secret && encrypted.store === "ssm",
        isOpenToAll,
        ...(isOpenToAll && { guessed: `alias/aws/${encrypted.store}` }),
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

function isEncrypted(secret: PolicyResource): boolean {
    return !["String", "StringList"].some((plain) => hasText(secret, "type", plain));
}

/** Whether a customer managed key encrypts a secret of the stack. */
function hasCustomerKey(secret: PolicyResource): boolean {
    const property = KEY_PROPERTY[secret.type];
    const reading = readText(secret.props, property);
    if (reading.kind === "known") {
        return reading.text !== "" && !isAwsManagedKey(reading.text);
    }
    // The provider fills in the AWS managed key, which is unknown at first: computed from nothing.
    return reading.kind === "unknown" && sourcesOf(secret, property).length > 0;
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
    const unknown = { unknown: "the key is not a resource of this stack" };
    const policy = isForeign(role, keyArn ?? secretArn) ? unknown : "default";
    return { kind: "key", policy, grants: [] };
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

import type { PolicyResource } from "@pulumi/policy";
import {
    isPartialSecretArn,
    parameterPath,
    parseArn,
    type SecretReference,
    type SecretStore,
} from "../../core";
import { knownText, TYPES, type StackModel } from "./model";

/** The six characters that AWS appends to the name of a secret, with their hyphen. */
const APPENDED = /-[A-Za-z0-9]{6}$/;

/** By the type of a secret: the property that names its key. */
export const KEY_PROPERTY: Readonly<Record<string, string>> = {
    [TYPES.parameter]: "keyId",
    [TYPES.secret]: "kmsKeyId",
};

/** The properties by which other resources name a secret of Secrets Manager. */
export const NAMES_OF_SECRET = ["arn", "id", "name"] as const;

/** The resources of a stack that a statement about a secret is computed from: it, and its versions. */
export function sourcesOfSecret(
    model: StackModel,
    secret: PolicyResource | undefined,
): readonly PolicyResource[] {
    const refer = (version: PolicyResource) => secretOf(model, version);
    return secret
        ? [secret, ...model.referring(TYPES.secretVersion, secret, "versions of secrets", refer)]
        : [];
}

/** The secret or parameter that a resource is; a version is read through its secret. */
export function secretOf(model: StackModel, source: PolicyResource): PolicyResource | undefined {
    if (source.type === TYPES.secretVersion) {
        return model.referred(source, "secretId", [TYPES.secret], NAMES_OF_SECRET);
    }
    return source.type in KEY_PROPERTY ? source : undefined;
}

/** The secret or parameter of the stack that a reference names. */
export function findSecret(
    model: StackModel,
    reference: SecretReference,
): PolicyResource | undefined {
    return reference.store === "secretsmanager"
        ? findByArn(model, reference.arn)
        : findParameter(model, reference.arn, reference.name);
}

/** The store that a resource is a secret of. */
export function storeOf(secret: PolicyResource): SecretStore {
    return secret.type === TYPES.parameter ? "ssm" : "secretsmanager";
}

function findByArn(model: StackModel, arn: string): PolicyResource | undefined {
    const own = model.find(TYPES.secret, ["arn"], arn);
    if (own) {
        return own;
    }
    const resource = parseArn(arn)?.resource.replace(/^secret:/, "") ?? "";
    const name = isPartialSecretArn(arn) ? resource : resource.replace(APPENDED, "");
    const named = model.find(TYPES.secret, ["name"], name);
    const itsArn = named && knownText(named, "arn");
    // Its own ARN is not known before it is there, and what refers to it may be.
    return itsArn === undefined || itsArn.replace(APPENDED, "") === arn ? named : undefined;
}

function findParameter(
    model: StackModel,
    arn: string | undefined,
    name: string,
): PolicyResource | undefined {
    const own = arn === undefined ? undefined : model.find(TYPES.parameter, ["arn"], arn);
    if (own) {
        return own;
    }
    const path = parameterPath(name);
    const named =
        model.find(TYPES.parameter, ["name"], path) ??
        model.find(TYPES.parameter, ["name"], `/${path}`);
    return arn === undefined || (named && knownText(named, "arn") === undefined)
        ? named
        : undefined;
}

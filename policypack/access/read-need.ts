import type { PolicyResource } from "@pulumi/policy";
import {
    isPartialSecretArn,
    parameterPath,
    parseArn,
    PENDING,
    planReadStatement,
    renderArn,
    STORE_FACTS,
    UNKNOWN_RESOURCE,
    type AccessRequest,
    type ContextValue,
    type SecretReference,
    type SecretStore,
} from "../../core";
import { isUnknownText } from "../stack/decode";
import type { TaskRole } from "../stack/execution-role";
import { findKey } from "../stack/keys";
import { knownText, type StackModel } from "../stack/model";
import { KEY_PROPERTY, sourcesOfSecret, storeOf } from "../stack/secrets";
import { callerAccount, isForeign, principalOf, resourceTags } from "./context";
import { describeInjected, isNameHidden, type Injected } from "./injected";
import { remedyFor, type Need } from "./need";
import { sideOfSecret } from "./resource-policy";

/** The prefixes of the condition keys for the tags of what a store holds. */
const TAG_KEYS: Readonly<Record<SecretStore, readonly string[]>> = {
    secretsmanager: ["aws:ResourceTag", "secretsmanager:ResourceTag"],
    ssm: ["aws:ResourceTag", "ssm:resourceTag"],
};

/** What reading a secret or parameter needs. */
export function readNeed(
    model: StackModel,
    task: PolicyResource,
    role: TaskRole,
    injected: Injected,
): Need {
    const { reference, secret } = injected;
    const store = secret ? storeOf(secret) : (reference?.store ?? "secretsmanager");
    const arn = readArn(task, injected);
    const { action } = STORE_FACTS[store];
    const requestFor = (resource: string | undefined): AccessRequest => ({
        action,
        resource: resource ?? (secret ? PENDING : UNKNOWN_RESOURCE),
        ...principalOf(role),
        context: {
            "aws:PrincipalAccount": callerAccount(role, secret, resource),
            "aws:ViaAWSService": ["false"],
            ...(store === "secretsmanager" && contextOfSecret(injected, resource)),
            ...resourceTags(TAG_KEYS[store], secret),
        },
    });
    const isHidden = isNameHidden(injected);
    const partial = reference?.store === "secretsmanager" ? reference.arn : undefined;
    return {
        what: describeInjected(injected),
        ...(arn === undefined && !secret && partial && { guessed: `${partial}-…` }),
        ...(isHidden && { guessed: "the parameter that is named there" }),
        places: injected.places,
        requests: (arn === undefined ? guessArns(injected) : [arn]).map(requestFor),
        ...(store === "ssm"
            ? { resource: { kind: "none" } }
            : sideOfSecret(model, secret, isForeign(role, arn))),
        sources: [...sourcesOfSecret(model, secret), ...keysOf(model, secret)],
        isCertain: injected.places.length > 0,
        // Few are ever shown.
        get statement() {
            return isHidden ? undefined : planStatement(store, injected, arn);
        },
        ...remedyFor(action, store === "ssm" ? "the parameter's ARN" : "the secret's ARN"),
        runTimeError: `AccessDeniedException: … is not authorized to perform: ${action}`,
    };
}

/**
 * A document that is computed from the secret's key speaks of the secret, too, even if it opens it
 * by a pattern or a tag.
 */
function keysOf(model: StackModel, secret: PolicyResource | undefined): PolicyResource[] {
    const key = secret && findKey(model, secret, KEY_PROPERTY[secret.type]);
    return key ? [key] : [];
}

/** The complete ARN of what is read, while it is known. */
function readArn(task: PolicyResource, { reference, secret }: Injected): string | undefined {
    const own = secret && knownText(secret, "arn");
    if (own !== undefined || !reference) {
        return own;
    }
    if (reference.store === "secretsmanager") {
        return isPartialSecretArn(reference.arn) ? undefined : reference.arn;
    }
    return reference.arn ?? (secret ? undefined : arnByName(task, reference.name));
}

/**
 * What a partial ARN may be the beginning of: AWS appends a hyphen and six characters that are not
 * known. A statement with a pattern for them covers all, one that names them none that is guessed.
 */
function guessArns({ reference, secret }: Injected): (string | undefined)[] {
    return secret || reference?.store !== "secretsmanager"
        ? [undefined]
        : ["AbCdEf", "012345"].map((appended) => `${reference.arn}-${appended}`);
}

/** A parameter that is named is one of the task's own region and account. */
function arnByName(task: PolicyResource, name: string): string | undefined {
    const own = parseArn(knownText(task, "arn") ?? "");
    return (
        own && renderArn({ ...own, service: "ssm", resource: `parameter/${parameterPath(name)}` })
    );
}

/** What the request names: AWS does not say whether a partial ARN is completed before it is compared. */
function secretIdOf(reference: SecretReference | undefined, arn: string | undefined): ContextValue {
    const isPartial = reference?.store === "secretsmanager" && isPartialSecretArn(reference.arn);
    return isPartial ? "unknown" : arn === undefined ? PENDING : [arn];
}

/**
 * The condition keys of Secrets Manager.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
 */
function contextOfSecret(
    { reference, places }: Injected,
    arn: string | undefined,
): Record<string, ContextValue> {
    const { versionStage, versionId } = (reference ?? {}) as Partial<
        SecretReference & { store: "secretsmanager" }
    >;
    const isOpen = places.length === 0;
    return {
        "secretsmanager:SecretId": secretIdOf(reference, arn),
        "secretsmanager:VersionId": isOpen ? PENDING : versionId ? [versionId] : [],
        // Amazon ECS asks for the current version where the reference names none.
        "secretsmanager:VersionStage": isOpen
            ? PENDING
            : versionStage
              ? [versionStage]
              : versionId
                ? []
                : ["AWSCURRENT"],
        "secretsmanager:resource/AllowRotationLambdaArn": "unknown",
    };
}

function planStatement(
    store: SecretStore,
    { reference, secret }: Injected,
    arn: string | undefined,
): string | undefined {
    const location = parseArn(arn ?? (reference?.store === "secretsmanager" ? reference.arn : ""));
    if (!location || isUnknownText(arn ?? "")) {
        return undefined;
    }
    const name = (secret && knownText(secret, "name")) ?? (reference as { name?: string }).name;
    const named: SecretReference =
        store === "ssm"
            ? { store, arn, name: name ?? "" }
            : { store, arn: arn ?? (reference as { arn: string }).arn };
    return JSON.stringify(planReadStatement(store, [{ reference: named }], location));
}

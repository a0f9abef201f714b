import type { PolicyResource } from "@pulumi/policy";
import {
    formatName,
    isAwsManagedKey,
    isPartialSecretArn,
    listInjections,
    parseContainerDefinitions,
    parseValueFrom,
    parameterPath,
    type SecretReference,
    type SecretStore,
} from "../../core";
import { readText } from "./decode";
import { findKey, findKeyArn } from "./policy-document";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";

/** A secret of the stack that a task definition injects and a customer managed key encrypts. */
export interface InjectedKey {
    readonly store: SecretStore;
    /** The secret or parameter. */
    readonly secret: PolicyResource;
    /** Its ARN, while that is known. */
    readonly secretArn?: string;
    /** The key, if it is a resource of the stack. */
    readonly key?: PolicyResource;
    /** The ARN of the key, while that is known. */
    readonly keyArn?: string;
    /** Where it is injected, for a person; empty while the container definitions are unknown. */
    readonly places: readonly string[];
}

const KEY_PROPERTY: Readonly<Record<string, string>> = {
    [TYPES.parameter]: "keyId",
    [TYPES.secret]: "kmsKeyId",
};

/** Lists the secrets of the stack that a task definition injects, with their customer managed keys. */
export function listInjectedKeys(model: StackModel, task: PolicyResource): InjectedKey[] {
    return listInjectedSecrets(model, task).flatMap(({ secret, places }) => {
        const property = KEY_PROPERTY[secret.type];
        const reading = readText(secret.props, property);
        const isAwsManaged =
            reading.kind === "known" && (reading.text === "" || isAwsManagedKey(reading.text));
        // The provider fills in the AWS managed key, which is unknown at first: computed from nothing.
        const isFilledIn = reading.kind === "unknown" && sourcesOf(secret, property).length === 0;
        if (reading.kind === "absent" || isAwsManaged || isFilledIn) {
            return [];
        }
        return {
            store: storeOf(secret),
            secret,
            secretArn: knownText(secret, "arn"),
            key: findKey(model, secret, property),
            keyArn: findKeyArn(model, secret, property),
            places,
        };
    });
}

/** Where a task definition injects secrets that are no resources of the stack. */
export function listOutsidePlaces(model: StackModel, task: PolicyResource): string[] {
    return listReferences(task)
        .filter(({ reference }) => findSecret(model, reference) === undefined)
        .map(({ place }) => place);
}

interface InjectedSecret {
    readonly secret: PolicyResource;
    readonly places: readonly string[];
}

function listInjectedSecrets(model: StackModel, task: PolicyResource): InjectedSecret[] {
    const reading = readText(task.props, "containerDefinitions");
    if (reading.kind === "unknown") {
        const secrets = sourcesOf(task, "containerDefinitions")
            .map((source) => secretOf(model, source))
            .filter((secret) => secret !== undefined);
        return [...new Set(secrets)].map((secret) => ({ secret, places: [] }));
    }
    const places = new Map<PolicyResource, string[]>();
    for (const { reference, place } of listReferences(task)) {
        const secret = findSecret(model, reference);
        if (secret) {
            places.set(secret, [...(places.get(secret) ?? []), place]);
        }
    }
    return [...places].map(([secret, list]) => ({ secret, places: list }));
}

/** The references of the container definitions, as far as these are known and well formed. */
function listReferences(task: PolicyResource) {
    const reading = readText(task.props, "containerDefinitions");
    const json = reading.kind === "known" ? reading.text : "[]";
    return listInjections(parseContainerDefinitions(json).definitions).flatMap((injection) => {
        const { reference } = parseValueFrom(injection.valueFrom);
        const [name, container] = [injection.name, injection.container].map(formatName);
        const place = `${injection.target} ${name} of container ${container}`;
        return reference ? [{ reference, place }] : [];
    });
}

/** The secret or parameter that a resource is; a version is read through its secret. */
export function secretOf(model: StackModel, source: PolicyResource): PolicyResource | undefined {
    if (source.type === TYPES.secretVersion) {
        return model.referred(source, "secretId", TYPES.secret, (candidate, text) =>
            ["arn", "id", "name"].some((name) => hasText(candidate, name, text)),
        );
    }
    return source.type in KEY_PROPERTY ? source : undefined;
}

function findSecret(model: StackModel, reference: SecretReference): PolicyResource | undefined {
    if (reference.store === "secretsmanager") {
        return model.ofType(TYPES.secret).find((secret) => {
            const arn = knownText(secret, "arn");
            // A partial ARN lacks the six characters that AWS appends to the name.
            return isPartialSecretArn(reference.arn) && arn !== reference.arn
                ? arn?.slice(0, -"-AbCdEf".length) === reference.arn
                : arn === reference.arn;
        });
    }
    return model.ofType(TYPES.parameter).find((parameter) => {
        const name = knownText(parameter, "name");
        return reference.arn !== undefined
            ? hasText(parameter, "arn", reference.arn)
            : name !== undefined && parameterPath(name) === parameterPath(reference.name);
    });
}

function storeOf(secret: PolicyResource): SecretStore {
    return secret.type === TYPES.parameter ? "ssm" : "secretsmanager";
}

function knownText(resource: PolicyResource, property: string): string | undefined {
    const reading = readText(resource.props, property);
    return reading.kind === "known" ? reading.text : undefined;
}

import type { PolicyResource } from "@pulumi/policy";
import {
    formatName,
    listInjections,
    listRepositoryCredentials,
    parseArn,
    parseValueFrom,
    secretBehind,
    type ContainerDefinition,
    type SecretReference,
} from "../../core";
import { readContainers } from "../stack/containers";
import { rawValue, readText } from "../stack/decode";
import { knownText, sourcesOf, TYPES, type StackModel } from "../stack/model";
import { findSecret, secretOf } from "../stack/secrets";
import { servicesOf } from "../stack/services";

/** A secret or parameter that Amazon ECS reads for a task definition with its execution role. */
export interface Injected {
    /** As it is written; absent while the container definitions are not known. */
    readonly reference?: SecretReference;
    /** The secret or parameter, if it is a resource of the stack. */
    readonly secret?: PolicyResource;
    /** Where it is injected, for a person; empty while the container definitions are not known. */
    readonly places: readonly string[];
}

/** Several policies ask for it, of the same model. */
const LISTED = new WeakMap<StackModel, Map<PolicyResource, readonly Injected[]>>();

/** Lists what a task definition injects, each secret once for each version that it is read in. */
export function listInjected(model: StackModel, task: PolicyResource): readonly Injected[] {
    const listed = LISTED.get(model) ?? new Map<PolicyResource, readonly Injected[]>();
    LISTED.set(model, listed);
    const injected = listed.get(task) ?? findInjected(model, task);
    listed.set(task, injected);
    return injected;
}

function findInjected(model: StackModel, task: PolicyResource): readonly Injected[] {
    const reading = readText(task.props, "containerDefinitions");
    const written = [...listWritten(readContainers(task)), ...listOfServices(model, task)];
    const byText = new Map<string, Injected & { places: string[] }>();
    const readable = written.filter(({ reference }) => !isForeignParameter(task, reference));
    for (const { reference, place } of readable.flatMap((one) => [one, ...listBehind(task, one)])) {
        const secret = findSecret(model, reference);
        const key = asRead(reference, secret);
        const known = byText.get(key);
        if (known) {
            known.places.push(place);
        } else {
            byText.set(key, { reference, secret, places: [place] });
        }
    }
    return [
        ...(reading.kind === "unknown" ? listComputedFrom(model, task) : []),
        ...byText.values(),
    ];
}

/**
 * Amazon ECS injects no parameter of another account, whatever the rights to it are; the policy on
 * references says so.
 * Source: https://github.com/aws/containers-roadmap/issues/2384
 */
function isForeignParameter(task: PolicyResource, reference: SecretReference): boolean {
    const own = parseArn(knownText(task, "arn") ?? knownText(task, "executionRoleArn") ?? "");
    const its = reference.store === "ssm" ? parseArn(reference.arn ?? "") : undefined;
    return own !== undefined && its !== undefined && own.account !== its.account;
}

interface Written {
    readonly reference: SecretReference;
    readonly place: string;
}

/** A secret that Parameter Store reads for a parameter needs its own rights. */
function listBehind(task: PolicyResource, { reference, place }: Written): Written[] {
    const location = parseArn(reference.arn ?? knownText(task, "arn") ?? "");
    const behind = location && secretBehind(reference, location);
    // Which six characters AWS appended to its name is not known: its ARN is a partial one.
    return behind?.store === "secretsmanager"
        ? [{ reference: { ...behind, arn: behind.arn.replace(/-\?{6}$/, "") }, place }]
        : [];
}

/** The references of container definitions, as far as they are well formed. */
function listWritten(definitions: readonly ContainerDefinition[]): Written[] {
    const written = listInjections(definitions).map(({ target, name, container, valueFrom }) => ({
        valueFrom,
        place: `${target} ${formatName(name)} of container ${formatName(container)}`,
    }));
    const credentials = listRepositoryCredentials(definitions).map((one) => ({
        valueFrom: one.credentialsParameter,
        place: `repositoryCredentials of container ${formatName(one.container)}`,
    }));
    return [...written, ...credentials.filter(({ valueFrom }) => parseArn(valueFrom))].flatMap(
        ({ valueFrom, place }) => {
            const { reference } = parseValueFrom(valueFrom);
            return reference ? [{ reference, place }] : [];
        },
    );
}

/** Where the services of a task definition inject, for a person. */
export function listServicePlaces(model: StackModel, task: PolicyResource): string[] {
    return listOfServices(model, task).map(({ place }) => place);
}

/**
 * What the services of a task definition inject into the logs of Service Connect, which Amazon ECS
 * reads with the same role.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
function listOfServices(model: StackModel, task: PolicyResource): Written[] {
    return servicesOf(model, task).flatMap((service) => {
        const options = ["serviceConnectConfiguration", "logConfiguration"].reduce<unknown>(
            (inside, name) => (isObject(inside) ? rawValue(inside, name) : undefined),
            service.props,
        );
        const list = isObject(options)
            ? (rawValue(options, "secretOptions") ?? rawValue(options, "secretOption"))
            : undefined;
        return (Array.isArray(list) ? list : []).flatMap((option: unknown) => {
            const [name, from] = isObject(option)
                ? [readText(option, "name"), readText(option, "valueFrom")]
                : [];
            const { reference } = parseValueFrom(from?.kind === "known" ? from.text : "");
            const called = name?.kind === "known" ? ` ${formatName(name.text)}` : "";
            const place = `secretOptions${called} of Service Connect of service ${formatName(service.name)}`;
            return reference ? [{ reference, place }] : [];
        });
    });
}

/** While the definitions are not known: the secrets that they are computed from. */
function listComputedFrom(model: StackModel, task: PolicyResource): Injected[] {
    const secrets = sourcesOf(task, "containerDefinitions")
        .map((source) => secretOf(model, source))
        .filter((secret) => secret !== undefined);
    return [...new Set(secrets)].map((secret) => ({ secret, places: [] }));
}

/** What is asked of the store: a JSON key is taken out of the answer. */
function asRead(reference: SecretReference, secret: PolicyResource | undefined): string {
    const named = secret?.urn ?? reference.arn ?? (reference as { name?: string }).name ?? "";
    const { versionStage = "", versionId = "" } = reference as Partial<
        Extract<SecretReference, { store: "secretsmanager" }>
    >;
    return JSON.stringify([named, versionStage, versionId]);
}

/** Names a secret and the places that it is injected at, for a person. */
export function describeInjected({ reference, secret, places }: Injected): string {
    const isParameter = (secret?.type ?? "") === TYPES.parameter || reference?.store === "ssm";
    const name = secret?.name ?? (reference && nameOf(reference)) ?? "";
    const what = `${isParameter ? "parameter" : "secret"} ${name}`;
    return places.length === 0
        ? what
        : name === ""
          ? places.join(", ")
          : `${places.join(", ")} (${what})`;
}

/** A name without a path reads like any value, and may be one that stands in a reference's place. */
function nameOf(reference: SecretReference): string {
    if (reference.arn !== undefined) {
        return reference.arn;
    }
    return reference.store === "ssm" && reference.name.startsWith("/") ? reference.name : "";
}

/** Whether what is read is named by something that must not be shown. */
export function isNameHidden({ reference, secret }: Injected): boolean {
    return !secret && reference !== undefined && nameOf(reference) === "";
}

/** The ARN of what is injected, while it is known and complete. */
export function injectedArn({ reference, secret }: Injected): string | undefined {
    return (secret && knownText(secret, "arn")) ?? reference?.arn;
}

function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null;
}

import { inlineSecretKey, isPlainObject, joinPath, SECRET_SOURCES } from "../core";
import type { JsonSecretArgs, LogConfigurationArgs, SecretArgs, SecretReferenceArgs } from "./args";
import type { ScopeArgs } from "./scope";

/** A place in the args where a secret is injected. */
export interface Use {
    /** Absent for Service Connect, whose proxy is in every task. */
    readonly container?: string;
    readonly target: "repositoryCredentials" | "secretOptions" | "secrets" | "serviceConnect";
    /** The variable or the option. */
    readonly name: string;
    readonly path: string;
    readonly reference: SecretReferenceArgs;
}

/** Whether a reference is a new secret. */
export function isInlineSecret(reference: unknown): reference is SecretArgs {
    return (
        isPlainObject(reference) && SECRET_SOURCES.some((source) => reference[source] !== undefined)
    );
}

/** The key of a secret that stands inline. */
export function inlineKey({ container, name }: Pick<Use, "container" | "name">): string {
    return inlineSecretKey(container ?? "serviceConnect", name);
}

/** The secrets that stand inline in containers, by their keys. */
export function listInlineSecrets(args: ScopeArgs): Record<string, SecretArgs> {
    return Object.fromEntries(
        listUses(args).flatMap((use) =>
            isInlineSecret(use.reference) ? [[inlineKey(use), use.reference]] : [],
        ),
    );
}

/** Lists every place where a secret is injected. */
export function listUses(args: ScopeArgs): Use[] {
    const proxy = args.serviceConnectConfiguration?.logConfiguration;
    const ofProxy = listOptions(proxy, "serviceConnectConfiguration.logConfiguration");
    return [
        ...Object.entries(args.containers).flatMap(([container, own]) => {
            const path = joinPath("containers", container);
            const credentials = own.repositoryCredentials;
            return [
                ...list(own.secrets, joinPath(path, "secrets")).map(as("secrets")),
                ...(own.jsonSecrets ?? [])
                    .flatMap((secret, index) => listJson(secret, `${path}.jsonSecrets[${index}]`))
                    .map(as("secrets")),
                ...listOptions(own.logConfiguration, joinPath(path, "logConfiguration")).map(
                    as("secretOptions"),
                ),
                ...(credentials === undefined
                    ? []
                    : list({ repositoryCredentials: credentials }, path).map(
                          as("repositoryCredentials"),
                      )),
            ].map((use) => ({ container, ...use }));
        }),
        ...ofProxy.map(as("serviceConnect")),
    ];
}

type Named = Pick<Use, "name" | "path" | "reference">;

function as<Target extends Use["target"]>(target: Target) {
    return (named: Named) => ({ target, ...named });
}

function list(references: Record<string, SecretReferenceArgs> = {}, path: string): Named[] {
    return Object.entries(references).map(([name, reference]) => ({
        name,
        path: joinPath(path, name),
        reference,
    }));
}

function listOptions(logs: LogConfigurationArgs | undefined, path: string): Named[] {
    return list(logs?.secretOptions, joinPath(path, "secretOptions"));
}

/** The variables of a JSON secret, each as if it stood alone. */
function listJson({ keys, ...source }: JsonSecretArgs, path: string): Named[] {
    return Object.entries(keys).map(([name, jsonKey]) => ({
        name,
        path: `${path}.keys.${name}`,
        reference: { ...source, jsonKey },
    }));
}

import { compare } from "./finding";

/** A name and a plaintext value, as `environment` holds them. */
export interface KeyValuePair {
    readonly name: string;
    readonly value: string;
}

/** A name and the reference it is injected from, as `secrets` and `secretOptions` hold them. */
export interface NamedReference {
    readonly name: string;
    readonly valueFrom: string;
}

/** How a container logs. */
export interface LogConfiguration {
    readonly logDriver: string;
    readonly options?: Readonly<Record<string, string>>;
    readonly secretOptions?: readonly NamedReference[];
}

/**
 * A container definition; fields that no part of the project judges are kept as they are.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerDefinition {
    readonly name: string;
    readonly image: string;
    readonly environment?: readonly KeyValuePair[];
    readonly secrets?: readonly NamedReference[];
    readonly logConfiguration?: LogConfiguration;
    readonly [field: string]: unknown;
}

/** A place in a container definition that the execution role must read a secret for. */
export interface Injection {
    readonly container: string;
    readonly target: "secrets" | "secretOptions";
    readonly name: string;
    readonly valueFrom: string;
}

/** Writes container definitions so that the same definitions give the same bytes. */
export function renderContainerDefinitions(definitions: readonly ContainerDefinition[]): string {
    const byName = (a: { name: string }, b: { name: string }) => compare(a.name, b.name);
    const sorted = definitions.map((definition) => ({
        ...definition,
        ...(definition.environment && { environment: [...definition.environment].sort(byName) }),
        ...(definition.secrets && { secrets: [...definition.secrets].sort(byName) }),
        ...(definition.logConfiguration?.secretOptions && {
            logConfiguration: {
                ...definition.logConfiguration,
                secretOptions: [...definition.logConfiguration.secretOptions].sort(byName),
            },
        }),
    }));
    return JSON.stringify(sorted.sort(byName).map(sortKeys));
}

/** Every reference in the definitions, in the order of containers, `secrets`, `secretOptions`. */
export function listInjections(definitions: readonly ContainerDefinition[]): Injection[] {
    return definitions.flatMap((definition) => [
        ...(definition.secrets ?? []).map((entry) => ({
            container: nameContainer(definition),
            target: "secrets" as const,
            ...entry,
        })),
        ...(definition.logConfiguration?.secretOptions ?? []).map((entry) => ({
            container: nameContainer(definition),
            target: "secretOptions" as const,
            ...entry,
        })),
    ]);
}

/** A file with plaintext variables that the execution role must read for a container. */
export interface InjectedFile {
    readonly container: string;
    /** The ARN of the object in Amazon S3. */
    readonly value: string;
}

/** Every environment file in the definitions, in their order, which decides which variable wins. */
export function listEnvironmentFiles(definitions: readonly ContainerDefinition[]): InjectedFile[] {
    return definitions.flatMap(({ name, environmentFiles }) =>
        (Array.isArray(environmentFiles) ? environmentFiles : []).flatMap((file: unknown) => {
            const value = textIn(file, "value");
            return value === undefined ? [] : [{ container: nameContainer({ name }), value }];
        }),
    );
}

/** The secret that the image of a container is pulled with. */
export interface RepositoryCredentials {
    readonly container: string;
    readonly credentialsParameter: string;
}

/** Every secret in the definitions that an image is pulled with. */
export function listRepositoryCredentials(
    definitions: readonly ContainerDefinition[],
): RepositoryCredentials[] {
    return definitions.flatMap(({ name, repositoryCredentials }) => {
        const credentialsParameter = textIn(repositoryCredentials, "credentialsParameter");
        return credentialsParameter === undefined
            ? []
            : [{ container: nameContainer({ name }), credentialsParameter }];
    });
}

/** What a container is called, for a person: definitions that are read may lack the name. */
export function nameContainer({ name }: Pick<ContainerDefinition, "name">): string {
    return typeof (name as unknown) === "string" && name !== "" ? name : "without a name";
}

function textIn(value: unknown, key: string): string | undefined {
    const text = ((value ?? {}) as Readonly<Record<string, unknown>>)[key];
    return typeof text === "string" ? text : undefined;
}

/** Sorts the keys of every object inside, so that the order of the args does not show. */
export function sortKeys(value: unknown): unknown {
    if (Array.isArray(value)) {
        return value.map(sortKeys);
    }
    if (typeof value !== "object" || value === null) {
        return value;
    }
    const entries = Object.entries(value).filter(([, field]) => field !== undefined);
    return Object.fromEntries(
        entries.sort(([a], [b]) => compare(a, b)).map(([key, field]) => [key, sortKeys(field)]),
    );
}

import type { ContainerDefinition, NamedReference } from "../container-definition";

/** A container whose values are all known and whose references are rendered. */
export interface ResolvedContainer {
    readonly image: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly secrets?: Readonly<Record<string, string>>;
    readonly logConfiguration?: {
        readonly logDriver: string;
        readonly options?: Readonly<Record<string, string>>;
        readonly secretOptions?: Readonly<Record<string, string>>;
    };
    readonly [field: string]: unknown;
}

/** Plans the container definitions of a task; records become the lists that Amazon ECS takes. */
export function planContainerDefinitions(
    containers: Readonly<Record<string, ResolvedContainer>>,
): ContainerDefinition[] {
    return Object.entries(containers).map(([name, container]) => {
        const { environment, secrets, logConfiguration, ...rest } = container;
        return {
            ...rest,
            essential: rest.essential ?? true,
            name,
            ...(environment && { environment: listValues(environment) }),
            ...(secrets && { secrets: listReferences(secrets) }),
            ...(logConfiguration && {
                logConfiguration: {
                    logDriver: logConfiguration.logDriver,
                    ...(logConfiguration.options && { options: logConfiguration.options }),
                    ...(logConfiguration.secretOptions && {
                        secretOptions: listReferences(logConfiguration.secretOptions),
                    }),
                },
            }),
        };
    });
}

function listValues(record: Readonly<Record<string, string>>) {
    return Object.entries(record).map(([name, value]) => ({ name, value }));
}

function listReferences(record: Readonly<Record<string, string>>): NamedReference[] {
    return Object.entries(record).map(([name, valueFrom]) => ({ name, valueFrom }));
}

import type { ContainerDefinition, NamedReference } from "../container-definition";
import { compare } from "../finding";

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
    /** The ARN of the secret with the credentials of a private registry. */
    readonly repositoryCredentials?: string;
    readonly environmentFiles?: readonly { readonly value: string }[];
    readonly firelensConfiguration?: {
        readonly type: string;
        readonly options?: Readonly<Record<string, string>>;
    };
    readonly dockerLabels?: Readonly<Record<string, string>>;
    readonly dependsOn?: readonly { readonly containerName: string; readonly condition: string }[];
    readonly portMappings?: readonly ResolvedPort[];
    readonly [field: string]: unknown;
}

/** A port mapping whose values are all known. */
export interface ResolvedPort {
    readonly containerPort?: number;
    readonly hostPort?: number;
    readonly protocol?: string;
    readonly [field: string]: unknown;
}

/**
 * What AWS answers where a container definition says nothing. Written out, it does not show as a
 * change when the task definition is read again.
 */
const DEFAULTS = {
    cpu: 0,
    environment: [],
    essential: true,
    mountPoints: [],
    portMappings: [],
    systemControls: [],
    volumesFrom: [],
};

/**
 * Plans the container definitions of a task: records become the lists that Amazon ECS takes, and
 * what AWS would add is there already, so that the same args give the same text for good.
 */
export function planContainerDefinitions(
    containers: Readonly<Record<string, ResolvedContainer>>,
    networkMode = "awsvpc",
): ContainerDefinition[] {
    return Object.entries(containers).map(([name, container]) => {
        const { environment, secrets, logConfiguration: log, ...rest } = container;
        const { repositoryCredentials, environmentFiles, dependsOn, portMappings, ...others } =
            rest;
        const fields = {
            ...others,
            environment: listValues(environment),
            secrets: listReferences(secrets),
            dependsOn: dependsOn && sortDependencies(dependsOn),
            portMappings: portMappings?.map((port) => fillPort(port, networkMode)),
            environmentFiles: environmentFiles?.map(({ value }) => ({ type: "s3", value })),
            repositoryCredentials: repositoryCredentials && {
                credentialsParameter: repositoryCredentials,
            },
            firelensConfiguration:
                others.firelensConfiguration && withoutEmpty(others.firelensConfiguration),
            logConfiguration: log && {
                logDriver: log.logDriver,
                ...withoutEmpty({
                    options: log.options,
                    secretOptions: listReferences(log.secretOptions),
                }),
            },
        };
        // A router that is not root cannot read the socket that the other containers log to.
        const router = container.firelensConfiguration ? { user: "0" } : {};
        const { image } = container;
        return { ...DEFAULTS, ...router, ...withoutEmpty(fields), name, image };
    });
}

/** An empty list or record says no more than none. */
function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(fields).filter(
            ([, value]) =>
                value !== undefined &&
                !(typeof value === "object" && value !== null && Object.keys(value).length === 0),
        ),
    );
}

/** Without a bridge a container listens on the host's port of the same number. */
function fillPort(port: ResolvedPort, networkMode: string): ResolvedPort {
    const { containerPort, hostPort, protocol = "tcp" } = port;
    const isOnHost = networkMode === "awsvpc" || networkMode === "host";
    const filled = hostPort ?? (isOnHost ? containerPort : undefined);
    return { ...port, protocol, ...(filled !== undefined && { hostPort: filled }) };
}

function sortDependencies(dependsOn: NonNullable<ResolvedContainer["dependsOn"]>) {
    return [...dependsOn].sort((a, b) => compare(a.containerName, b.containerName));
}

function listValues(record: Readonly<Record<string, string>> = {}) {
    return Object.entries(record).map(([name, value]) => ({ name, value }));
}

function listReferences(record: Readonly<Record<string, string>> = {}): NamedReference[] {
    return Object.entries(record).map(([name, valueFrom]) => ({ name, valueFrom }));
}

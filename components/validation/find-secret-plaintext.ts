import { joinPath, secretFieldFinding, secretPlaintextFinding, type Finding } from "../../core";
import type { ContainerArgs, LogConfigurationArgs } from "../args";
import type { ScopeArgs } from "../scope";
import { holdsSecret, type KnownOutputs } from "./known-outputs";

/** Finds what Pulumi holds secret and would be written in plaintext, into the task or the service. */
export function findSecretPlaintext(args: ScopeArgs, known: KnownOutputs): Finding[] {
    const proxy = args.serviceConnectConfiguration?.logConfiguration;
    return [
        ...Object.entries(args.containers).flatMap(([name, container]) =>
            findOfContainer(container, joinPath("containers", name), known),
        ),
        ...findOfLogs(proxy, "serviceConnectConfiguration.logConfiguration", known),
        ...findInFields(
            {
                family: args.family,
                proxyConfiguration: args.proxyConfiguration,
                volumes: args.volumes,
            },
            "",
            known,
        ),
    ];
}

function findOfContainer(container: ContainerArgs, path: string, known: KnownOutputs): Finding[] {
    const {
        environment,
        dockerLabels,
        firelensConfiguration,
        logConfiguration,
        // What refers to secrets is judged as such.
        secrets: _secrets,
        jsonSecrets: _jsonSecrets,
        repositoryCredentials: _repositoryCredentials,
        environmentFiles,
        ...rest
    } = container;
    const router = joinPath(path, "firelensConfiguration");
    const files = (environmentFiles ?? []).map(({ value }) => value);
    return [
        ...findInRecord(environment, joinPath(path, "environment"), "secrets", known),
        ...findInRecord(dockerLabels, joinPath(path, "dockerLabels"), "dockerLabels", known),
        ...findInRecord(
            firelensConfiguration?.options,
            joinPath(router, "options"),
            "firelensConfiguration",
            known,
        ),
        ...findOfLogs(logConfiguration, joinPath(path, "logConfiguration"), known),
        // A command, a health check and the like are as plain as environment is.
        ...findInFields({ ...rest, environmentFiles: files }, path, known),
        ...findInFields({ type: firelensConfiguration?.type }, router, known),
    ];
}

function findOfLogs(
    logs: LogConfigurationArgs | undefined,
    path: string,
    known: KnownOutputs,
): Finding[] {
    return [
        ...findInRecord(logs?.options, joinPath(path, "options"), "secretOptions", known),
        ...findInFields({ logDriver: logs?.logDriver }, path, known),
    ];
}

/** Fields that nothing can be injected into, whole: an Output may stand inside. */
function findInFields(fields: object, path: string, known: KnownOutputs): Finding[] {
    return Object.entries(fields)
        .filter(([, value]) => holdsSecret(value, known))
        .map(([field]) => secretFieldFinding(joinPath(path, field), field));
}

function findInRecord(
    record: object = {},
    path: string,
    instead: Parameters<typeof secretPlaintextFinding>[1],
    known: KnownOutputs,
): Finding[] {
    return Object.entries(record)
        .filter(([, value]) => holdsSecret(value, known))
        .map(([name]) => secretPlaintextFinding(joinPath(path, name), instead));
}

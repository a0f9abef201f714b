import type { Finding } from "../../finding";
import { joinPath } from "../shape/shape";
import type { ContainerDescription } from "./description";
import { findCommandFindings } from "./find-command-findings";
import { findEnvironmentFileFindings } from "./find-environment-file-findings";
import { findJsonSecretFindings } from "./find-json-secret-findings";
import { findEnvironmentFindings, findPlaintextFindings } from "./find-plaintext-findings";
import { findReferenceFindings } from "./find-reference-findings";
import { findVariableFindings } from "./find-variable-findings";
import { findCredentialsFindings } from "./find-whole-secret-findings";
import type { OwnSecrets } from "./meant-secret";

/** Finds what is wrong with a container by itself. */
export function findContainerFindings(
    name: string,
    container: ContainerDescription,
    own: OwnSecrets | undefined,
): Finding[] {
    const path = joinPath("containers", name);
    const at = (field: string) => joinPath(path, field);
    const { secrets = {}, jsonSecrets = [], repositoryCredentials, logConfiguration } = container;
    const { options } = container.firelensConfiguration ?? {};
    return [
        ...findNameFindings(name, path),
        ...findEnvironmentFindings(container.environment, at("environment")),
        ...findPlaintextFindings(container.dockerLabels, at("dockerLabels"), "dockerLabels"),
        ...findPlaintextFindings(
            options,
            at("firelensConfiguration.options"),
            "firelensConfiguration",
        ),
        ...findCommandFindings(container, path),
        ...findVariableFindings(container, path),
        ...findReferenceFindings(secrets, own, at("secrets")),
        ...findJsonSecretFindings(jsonSecrets, own, at("jsonSecrets")),
        ...findReferenceFindings(
            logConfiguration?.secretOptions ?? {},
            own,
            at("logConfiguration.secretOptions"),
        ),
        ...(repositoryCredentials === undefined
            ? []
            : findCredentialsFindings(repositoryCredentials, own, at("repositoryCredentials"))),
        ...findEnvironmentFileFindings(container, at("environmentFiles")),
    ];
}

function findNameFindings(name: string, path: string): Finding[] {
    const reason = "the container's name may hold letters, digits, - and _ alone";
    return /^[A-Za-z0-9_-]{1,255}$/.test(name)
        ? []
        : [{ path, reason, remedy: "Rename the container." }];
}

/**
 * Finds that a task has no essential container, without which it would never end.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function findEssentialFindings(
    containers: Readonly<Record<string, ContainerDescription>>,
): Finding[] {
    const all = Object.values(containers);
    const reason = "has no essential container, and a task needs one";
    return all.length > 0 && all.every(({ essential }) => essential === false)
        ? [{ path: "containers", reason, remedy: "Make one of them essential." }]
        : [];
}

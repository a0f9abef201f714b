import { DEFERRED, joinPath } from "../shape/shape";
import type { ContainerDescription, ReferenceDescription, ServiceDescription } from "./description";

/** The places that Amazon ECS reads secrets for. */
export type ReferenceTarget =
    "secrets" | "jsonSecrets" | "secretOptions" | "repositoryCredentials" | "serviceConnect";

/** A reference to a secret, and where it stands in the args. */
export interface PlacedReference {
    /** The container; of Service Connect, `serviceConnect`. */
    readonly container: string;
    readonly target: ReferenceTarget;
    /** The variable or option; of a JSON secret, its place in the list. */
    readonly name: string;
    readonly path: string;
    readonly reference: ReferenceDescription;
}

/** What stands for the container of Service Connect's proxy. */
const SERVICE_CONNECT = "serviceConnect";

/** What stands for the variable of a private registry's credentials. */
const REPOSITORY_CREDENTIALS = "repositoryCredentials";

/** Lists every reference that Amazon ECS reads a secret for, container by container. */
export function listReferences(
    service: Pick<ServiceDescription, "containers" | "serviceConnectConfiguration">,
): PlacedReference[] {
    const { logConfiguration } = service.serviceConnectConfiguration ?? {};
    return [
        ...Object.entries(service.containers).flatMap(([name, container]) =>
            listOfContainer(name, container, joinPath("containers", name)),
        ),
        ...list(
            logConfiguration?.secretOptions,
            { container: SERVICE_CONNECT, target: "serviceConnect" },
            "serviceConnectConfiguration.logConfiguration.secretOptions",
        ),
    ];
}

function listOfContainer(name: string, container: ContainerDescription, path: string) {
    const { secrets, jsonSecrets = [], repositoryCredentials, logConfiguration } = container;
    const own = (target: ReferenceTarget) => ({ container: name, target });
    return [
        ...list(secrets, own("secrets"), joinPath(path, "secrets")),
        ...(jsonSecrets === DEFERRED ? [] : jsonSecrets).map((reference, index) => ({
            ...own("jsonSecrets"),
            name: `${index}`,
            path: `${joinPath(path, "jsonSecrets")}[${index}]`,
            reference,
        })),
        ...list(
            logConfiguration?.secretOptions,
            own("secretOptions"),
            joinPath(path, "logConfiguration.secretOptions"),
        ),
        ...(repositoryCredentials === undefined
            ? []
            : [
                  {
                      ...own("repositoryCredentials"),
                      name: REPOSITORY_CREDENTIALS,
                      path: joinPath(path, "repositoryCredentials"),
                      reference: repositoryCredentials,
                  },
              ]),
    ];
}

function list(
    entries: Readonly<Record<string, ReferenceDescription>> = {},
    own: Pick<PlacedReference, "container" | "target">,
    path: string,
): PlacedReference[] {
    return Object.entries(entries).map(([name, reference]) => ({
        ...own,
        name,
        path: joinPath(path, name),
        reference,
    }));
}

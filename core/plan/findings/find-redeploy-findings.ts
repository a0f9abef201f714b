import type { Finding } from "../../finding";
import { findRotationFindings, type InjectedVersion } from "../rotation/find-rotation-findings";
import { DEFERRED, joinPath } from "../shape/shape";
import type { ServiceDescription } from "./description";
import { readMeantSecret, type OwnSecrets } from "./meant-secret";
import { listReferences, type PlacedReference } from "./references";

/** Finds why a service cannot be redeployed when its secrets change outside of the program. */
export function findRedeployFindings(
    service: ServiceDescription,
    own: OwnSecrets | undefined,
): Finding[] {
    const { redeployOnRotation, deploymentController } = service;
    // Credentials of a registry are read with each pull, and no running container holds them.
    const injected = listReferences(service).filter(
        ({ target }) => target !== "repositoryCredentials",
    );
    const watched = injected.map((placed) => readVersion(placed, own));
    return findRotationFindings({ redeployOnRotation, deploymentController, watched });
}

function readVersion({ path, reference }: PlacedReference, own: OwnSecrets | undefined) {
    const meant = readMeantSecret(reference, own);
    const secret = meant?.own;
    const isValueGiven = secret?.value !== undefined || secret?.jsonValue !== undefined;
    const { versionId } = meant?.parts ?? {};
    const isOwnField = typeof reference === "object" && Object.hasOwn(reference, "versionId");
    const version: InjectedVersion = {
        path: isOwnField ? joinPath(path, "versionId") : path,
        managed: isValueGiven && secret?.rotation === undefined,
        ...(versionId !== undefined && versionId !== DEFERRED && { versionId }),
    };
    return version;
}

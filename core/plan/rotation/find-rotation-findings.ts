import type { Finding } from "../../finding";
import type { Deferrable } from "../shape/shape";

/** What decides whether a service can be redeployed when a secret is rotated. */
export interface RotatedService {
    readonly redeployOnRotation?: unknown;
    /** @default - ECS */
    readonly deploymentController?: Deferrable<string>;
    readonly watched: readonly InjectedVersion[];
}

/** A reference that the service injects. */
export interface InjectedVersion {
    readonly path: string;
    readonly versionId?: unknown;
    /** Whether its value is changed through Pulumi alone, which redeploys the service by itself. */
    readonly managed: boolean;
}

/** Why a deployment controller takes no forced deployment from others. */
const REFUSING_CONTROLLERS: Readonly<Record<string, string>> = {
    CODE_DEPLOY: "AWS CodeDeploy makes the deployments of the service",
    EXTERNAL: "a third party makes the deployments of the service",
};

/**
 * Finds why a service cannot be redeployed on rotation; what is not known yet is not judged.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
export function findRotationFindings(service: RotatedService): Finding[] {
    return service.redeployOnRotation === true
        ? [
              ...findControllerFindings(service.deploymentController),
              ...findNothingToWatch(service.watched),
              ...service.watched.flatMap(findPinnedVersion),
          ]
        : [];
}

function findControllerFindings(controller: Deferrable<string> = "ECS"): Finding[] {
    const isRefusing =
        typeof controller === "string" && Object.hasOwn(REFUSING_CONTROLLERS, controller);
    return isRefusing
        ? [
              {
                  path: "redeployOnRotation",
                  reason: `cannot be used with deployment controller ${controller}: ${REFUSING_CONTROLLERS[controller]}, and Amazon ECS forces none`,
                  remedy: "Remove redeployOnRotation and redeploy from there, or use deployment controller ECS.",
              },
          ]
        : [];
}

function findNothingToWatch(watched: readonly InjectedVersion[]): Finding[] {
    return watched.every(({ managed }) => managed)
        ? [
              {
                  path: "redeployOnRotation",
                  reason: "has nothing to watch: no injected secret changes outside of Pulumi, and a change made with it redeploys the service by itself",
                  remedy: "Remove redeployOnRotation, or inject a secret that is rotated or filled in outside.",
              },
          ]
        : [];
}

function findPinnedVersion({ path, versionId, managed }: InjectedVersion): Finding[] {
    return typeof versionId === "string" && versionId !== "" && !managed
        ? [
              {
                  path,
                  reason: "names a version id, and new tasks would read that same version after each rotation",
                  remedy: "Leave the version id out, or remove redeployOnRotation.",
              },
          ]
        : [];
}

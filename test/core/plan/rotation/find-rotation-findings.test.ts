import assert from "node:assert/strict";
import { DEFERRED } from "../../../../core";
import { findRotationFindings, type RotatedService } from "../../../../core/plan/rotation";

const rotated = { path: "containers.web.secrets.DB", managed: false };
const managed = { path: "containers.web.secrets.API", managed: true };
const asked: RotatedService = { redeployOnRotation: true, watched: [rotated] };

const byCodeDeploy = {
    path: "redeployOnRotation",
    reason: "cannot be used with deployment controller CODE_DEPLOY: AWS CodeDeploy makes the deployments of the service, and Amazon ECS forces none",
    remedy: "Remove redeployOnRotation and redeploy from there, or use deployment controller ECS.",
};
const byOthers = {
    ...byCodeDeploy,
    reason: "cannot be used with deployment controller EXTERNAL: a third party makes the deployments of the service, and Amazon ECS forces none",
};
const nothing = {
    path: "redeployOnRotation",
    reason: "has nothing to watch: no injected secret changes outside of Pulumi, and a change made with it redeploys the service by itself",
    remedy: "Remove redeployOnRotation, or inject a secret that is rotated or filled in outside.",
};
const pinned = {
    path: "containers.web.secrets.DB",
    reason: "names a version id, and new tasks would read that same version after each rotation",
    remedy: "Leave the version id out, or remove redeployOnRotation.",
};

describe("findRotationFindings finds", () => {
    const rows: [string, RotatedService, object[]][] = [
        ["nothing where a secret changes outside", asked, []],
        ["nothing with controller ECS", { ...asked, deploymentController: "ECS" }, []],
        ["AWS CodeDeploy", { ...asked, deploymentController: "CODE_DEPLOY" }, [byCodeDeploy]],
        ["another controller", { ...asked, deploymentController: "EXTERNAL" }, [byOthers]],
        ["nothing in a controller not known yet", { ...asked, deploymentController: DEFERRED }, []],
        [
            "nothing in a controller named like a method",
            { ...asked, deploymentController: "valueOf" },
            [],
        ],
        ["that nothing is injected", { ...asked, watched: [] }, [nothing]],
        ["that all is changed through Pulumi", { ...asked, watched: [managed] }, [nothing]],
        ["nothing where one of two changes outside", { ...asked, watched: [managed, rotated] }, []],
        ["a version id", { ...asked, watched: [{ ...rotated, versionId: "v1" }] }, [pinned]],
        [
            "a version id beside a secret without",
            {
                ...asked,
                watched: [
                    { ...rotated, path: "a" },
                    { ...rotated, versionId: "v1" },
                ],
            },
            [pinned],
        ],
        [
            "nothing in an empty version id",
            { ...asked, watched: [{ ...rotated, versionId: "" }] },
            [],
        ],
        [
            "nothing in a version id not known yet",
            { ...asked, watched: [{ ...rotated, versionId: DEFERRED }] },
            [],
        ],
        [
            "nothing in the version id of what is changed through Pulumi",
            { ...asked, watched: [rotated, { ...managed, versionId: "v1" }] },
            [],
        ],
        [
            "all at once",
            {
                redeployOnRotation: true,
                deploymentController: "EXTERNAL",
                watched: [{ ...rotated, versionId: "v1" }],
            },
            [byOthers, pinned],
        ],
        [
            "nothing where it is not asked for",
            { deploymentController: "EXTERNAL", watched: [] },
            [],
        ],
        ["nothing where it is off", { redeployOnRotation: false, watched: [] }, []],
        ["nothing where it is no boolean", { redeployOnRotation: "true", watched: [] }, []],
    ];
    for (const [name, service, expected] of rows) {
        it(name, () => assert.deepEqual(findRotationFindings(service), expected));
    }
});

import { DEFERRED, RESOURCE } from "../../../../core";
import { fargate, RIGHT, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const refused = (path: string, controller: string, why = ""): Told => [
    path,
    `cannot be used with deployment controller ${controller}${why}`,
    "Remove it, or use deployment controller ECS.",
];
const ofTaskSets = (path: string): Told => [
    path,
    "is given with each task set where the deployment controller is EXTERNAL",
    "Remove it here, or use deployment controller ECS.",
];
const STARTS_NONE = ": this component starts no deployment then";
const loadBalancers = [DEFERRED];
const deploymentCircuitBreaker = { enable: true };
const codeDeploy = (fields: object) =>
    service({ deploymentController: "CODE_DEPLOY", loadBalancers, ...fields });
const external = (fields: object) => service({ deploymentController: "EXTERNAL", ...fields });
const subnets = ["subnet-0"];

describe("findServiceFindings, of who deploys the service, finds", () => {
    const rows: Row[] = [
        [
            "nothing in what Amazon ECS deploys",
            service({ deploymentController: "ECS", deploymentCircuitBreaker, alarms: DEFERRED }),
        ],
        [
            "nothing in AWS CodeDeploy with a load balancer",
            codeDeploy({ waitForSteadyState: false }),
        ],
        ["nothing in load balancers that are an Output", codeDeploy({ loadBalancers: DEFERRED })],
        ["nothing in an external controller", external({ waitForSteadyState: DEFERRED })],
        [
            "nothing in awsvpc without a network, which task sets bring",
            external({ networkMode: "awsvpc" }),
        ],
        [
            "what only deployments of Amazon ECS have",
            codeDeploy({
                ...{ deploymentCircuitBreaker, alarms: DEFERRED, waitForSteadyState: true },
                serviceConnectConfiguration: { enabled: true },
            }),
            refused("alarms", "CODE_DEPLOY"),
            refused("deploymentCircuitBreaker", "CODE_DEPLOY"),
            refused("serviceConnectConfiguration", "CODE_DEPLOY"),
            refused("waitForSteadyState", "CODE_DEPLOY", STARTS_NONE),
        ],
        [
            "AWS CodeDeploy without a load balancer",
            codeDeploy({ loadBalancers: undefined }),
            [
                "loadBalancers",
                "is missing, and deployment controller CODE_DEPLOY shifts traffic by it",
                "Give a load balancer, or use deployment controller ECS.",
            ],
        ],
        [
            "what task sets bring",
            fargate({
                ...{ deploymentController: "EXTERNAL", loadBalancers, platformVersion: "LATEST" },
                ...{ serviceRegistries: DEFERRED, networkConfiguration: { subnets } },
                ...{ launchType: undefined, waitForSteadyState: true },
                capacityProviderStrategies: [{ capacityProvider: "FARGATE" }],
            }),
            ofTaskSets("capacityProviderStrategies"),
            ofTaskSets("loadBalancers"),
            ofTaskSets("networkConfiguration"),
            ofTaskSets("platformVersion"),
            ofTaskSets("serviceRegistries"),
            refused("waitForSteadyState", "EXTERNAL", STARTS_NONE),
        ],
        [
            "an Output for the controller",
            service({ deploymentController: DEFERRED }),
            [
                "deploymentController",
                "must be a plain string: what resources there are depends on it",
                "Give a value that is no Output.",
            ],
        ],
    ];
    itFinds(rows);
});

const NOTHING_CHANGES: Told = [
    "redeployOnRotation",
    "has nothing to watch: no injected secret changes outside of Pulumi, and a change made with it redeploys the service by itself",
    "Remove redeployOnRotation, or inject a secret that is rotated or filled in outside.",
];
const pinned = (path: string): Told => [
    path,
    "names a version id, and new tasks would read that same version after each rotation",
    "Leave the version id out, or remove redeployOnRotation.",
];
const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const value = DEFERRED;
const rotated = { value, rotation: { lambdaArn: DEFERRED } };
/** A service that is redeployed on rotation and injects that alone. */
const injecting = (fields: object, secrets: object = {}) =>
    service({
        redeployOnRotation: true,
        secrets,
        containers: { web: { image: "i", memory: 1, ...fields } },
    });
const own = { secrets: { A: { secret: "db" } } };

describe("findServiceFindings, of redeployment on rotation, finds", () => {
    const rows: Row[] = [
        ["nothing in an existing secret", injecting({ secrets: { A: ARN } })],
        ["nothing in a resource", injecting({ secrets: { A: RESOURCE } })],
        ["nothing in an Output", injecting({ secrets: { A: DEFERRED } })],
        ["nothing in an own secret that a function rotates", injecting(own, { db: rotated })],
        [
            "nothing in an own secret that is filled in outside",
            injecting(own, { db: { external: {} } }),
        ],
        ["nothing in a generated one", injecting(own, { db: { generate: {} } })],
        ["nothing in a new one that a function rotates", injecting({ secrets: { A: rotated } })],
        [
            "nothing in an existing JSON secret",
            injecting({ jsonSecrets: [{ valueFrom: ARN, keys: { A: "a" } }] }),
        ],
        [
            "nothing where one of several changes outside",
            injecting({ secrets: { A: { secret: "db" }, B: ARN } }, { db: { value } }),
        ],
        [
            "nothing in a secret of the proxy of Service Connect",
            service({
                redeployOnRotation: true,
                containers: { web: { image: "i", memory: 1 } },
                serviceConnectConfiguration: {
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: { "splunk-token": ARN },
                    },
                },
            }),
        ],
        [
            "nothing where it is off",
            { ...(injecting(own, { db: { value } }) as typeof RIGHT), redeployOnRotation: false },
        ],
        ["that no secret is injected", injecting({}), NOTHING_CHANGES],
        ["that each value is Pulumi's", injecting(own, { db: { value } }), NOTHING_CHANGES],
        [
            "that each JSON value is Pulumi's",
            injecting(own, { db: { jsonValue: { a: value } } }),
            NOTHING_CHANGES,
        ],
        ["that a new value is Pulumi's", injecting({ secrets: { A: { value } } }), NOTHING_CHANGES],
        [
            "that credentials of a registry alone change, which no task holds",
            injecting({ repositoryCredentials: ARN }),
            NOTHING_CHANGES,
        ],
        [
            "a version id in an ARN",
            injecting({ secrets: { A: `${ARN}:::1`, B: ARN } }),
            pinned("containers.web.secrets.A"),
        ],
        [
            "a version id beside an ARN",
            injecting({ secrets: { A: { valueFrom: ARN, versionId: "1" } } }),
            pinned("containers.web.secrets.A.versionId"),
        ],
        [
            "a version id of a rotated secret",
            injecting({ secrets: { A: { secret: "db", versionId: "1" } } }, { db: rotated }),
            pinned("containers.web.secrets.A.versionId"),
        ],
        [
            "a controller that deploys by itself",
            {
                ...(injecting({ secrets: { A: ARN } }) as typeof RIGHT),
                deploymentController: "EXTERNAL",
            },
            [
                "redeployOnRotation",
                "cannot be used with deployment controller EXTERNAL: a third party makes the deployments of the service, and Amazon ECS forces none",
                "Remove redeployOnRotation and redeploy from there, or use deployment controller ECS.",
            ],
        ],
    ];
    itFinds(rows);
});

import assert from "node:assert/strict";
import {
    DEFERRED,
    findTaskDefinitionFindings,
    PARAMETER,
    readShape,
    RESOURCE,
    SERVICE_SHAPE,
} from "../../../../core";
import { container, fargate, owning, service } from "../fixtures";
import { itFinds, type Row, type Told } from "../findings/rows";
import { BOOLEAN, NUMBER, plain, REFERENCE, STRING } from "./shape-findings";

const web = (field: string) => `containers.web.${field}`;
const FUNCTION = ["must be a function", "Give a function of args and opts."] as const;
const value = DEFERRED;
const transform = () => undefined;

describe("findServiceFindings, of the kinds of properties, finds", () => {
    const numbers = {
        linuxParameters: { maxSwap: -1 },
        ulimits: [{ name: "core", softLimit: -1, hardLimit: -1 }],
    };
    const rows: Row[] = [
        [
            "nothing in functions",
            service({
                transform: { secret: transform, rotationRule: transform, service: undefined },
            }),
        ],
        [
            "a text for a function",
            service({ transform: { secret: "canary-0000" } }),
            ["transform.secret", ...FUNCTION],
        ],
        [
            "an Output for a function",
            service({ transform: { service: DEFERRED } }),
            ["transform.service", ...FUNCTION],
        ],
        ["a function for a value", container({ image: transform }), [web("image"), ...STRING]],
        [
            "a function that changes no child",
            service({ transform: { cluster: transform } }),
            [
                "transform.cluster",
                "is no known property",
                "Remove it, or use one of: deadLetterQueue, deadLetterQueuePolicy, executionAttachment, executionManagedPolicy, executionPolicy, executionRole, logGroup, parameter, rotationPermission, rotationPolicy, rotationRole, rotationRule, rotationTarget, secret, secretRotation, secretVersion, service, stateMachine, taskDefinition, taskPolicy, taskRole.",
            ],
        ],
        ["nothing in numbers below 0 where AWS takes them", container(numbers)],
        [
            "half of such a number",
            container({ linuxParameters: { maxSwap: -0.5 } }),
            [web("linuxParameters.maxSwap"), "must be a whole number", "Give a number."],
        ],
        [
            "a number below 0 elsewhere",
            container({ linuxParameters: { swappiness: -1 } }),
            [web("linuxParameters.swappiness"), ...NUMBER],
        ],
        [
            "a resource that is a parameter for a key",
            owning({ value, kmsKeyId: PARAMETER }),
            [
                "secrets.s.kmsKeyId",
                "must be a string or a resource that is a key",
                "Give the key's ARN, id or alias, or an aws.kms.Key or aws.kms.Alias.",
            ],
        ],
        ["a resource for a text", container({ image: RESOURCE }), [web("image"), ...STRING]],
        [
            "a resource for the value of a secret",
            owning({ value: RESOURCE }),
            ["secrets.s.value", ...STRING],
        ],
        [
            "an Output for whether to redeploy",
            service({ redeployOnRotation: DEFERRED }),
            ["redeployOnRotation", ...plain("boolean")],
        ],
        [
            "a text for a boolean of a password",
            owning({ generate: { excludeNumbers: "no" } }),
            ["secrets.s.generate.excludeNumbers", ...BOOLEAN],
        ],
        [
            "an Output for replicas",
            owning({ value, replicas: DEFERRED }),
            ["secrets.s.replicas", ...plain("list")],
        ],
        [
            "an Output for environment files",
            container({ environmentFiles: DEFERRED }),
            [web("environmentFiles"), ...plain("list")],
        ],
        [
            "an Output for a tier",
            owning({ value, store: "ssm", tier: DEFERRED }),
            ["secrets.s.tier", ...plain("string")],
        ],
        ...[1, null, [], () => undefined].map((reference): Row => [
            `no reference in ${Object.prototype.toString.call(reference)}`,
            container({ repositoryCredentials: reference }),
            [web("repositoryCredentials"), ...REFERENCE],
        ]),
        [
            "every wrong property of a new secret, and what is wrong besides",
            container({
                secrets: { A: { value, name: 1, kmsKeyId: "x", store: "ssm", tier: "x" } },
            }),
            [
                web("secrets.A.kmsKeyId"),
                "names no key",
                "Give the key's ARN, its id, or the name or ARN of its alias.",
            ],
            [web("secrets.A.name"), ...STRING],
            [
                web("secrets.A.tier"),
                "is none of the known values",
                "Give Advanced or Intelligent-Tiering or Standard.",
            ],
        ],
    ];
    itFinds(rows);
});

describe("readShape", () => {
    it("keeps of a new secret what has its shape, and of a wrong reference nothing", () => {
        const secrets = {
            A: { value: DEFERRED, name: 1, colour: 1, external: "x" },
            B: { secret: "b", jsonKey: 1 },
            C: { secret: RESOURCE },
            D: RESOURCE,
            E: 1,
            F: { secret: "f", constructor: "x" },
        };
        assert.deepEqual(readShape({ containers: { web: { secrets } } }, SERVICE_SHAPE), {
            containers: {
                web: {
                    secrets: {
                        A: { value: DEFERRED, name: DEFERRED },
                        B: DEFERRED,
                        C: { secret: RESOURCE },
                        D: RESOURCE,
                        E: DEFERRED,
                        F: DEFERRED,
                    },
                },
            },
        });
    });
});

const { cluster, networkConfiguration, ...task } = fargate({}) as Record<string, unknown>;
const unknown = (path: string): Told => [
    path,
    "is no known property",
    "Remove it, or use one of: containers, cpu, ephemeralStorage, executionRole, family, ipcMode, launchType, logGroup, memory, networkMode, pidMode, placementConstraints, proxyConfiguration, runtimePlatform, secrets, tags, taskRole, transform, volumes.",
];

describe("findTaskDefinitionFindings finds", () => {
    const rows: Row[] = [
        ["nothing in a task without a network of its own", task],
        ["no object", DEFERRED, ["", "must be an object", "Give a plain object."]],
        [
            "what a service has and a task has not",
            { ...task, cluster, networkConfiguration },
            unknown("cluster"),
            unknown("networkConfiguration"),
        ],
        [
            "what it finds of a service, sorted",
            {
                ...task,
                cpu: 1000,
                containers: {
                    web: { image: "httpd", environment: { DB_PASSWORD: "canary-0000" } },
                },
            },
            [
                web("environment.DB_PASSWORD"),
                "is plaintext: its name reads as a password",
                "Move it to the container's secrets: plaintext shows to everybody who may describe the task definition.",
            ],
            [
                "cpu",
                "is no number of CPU units that launch type FARGATE has",
                "Give 256 or 512 or 1024 or 2048 or 4096 or 8192 or 16384.",
            ],
        ],
    ];
    itFinds(rows, findTaskDefinitionFindings);
});

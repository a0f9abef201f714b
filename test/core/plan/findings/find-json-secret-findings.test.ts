import { DEFERRED, RESOURCE } from "../../../../core";
import { container, parameterArn, RIGHT, secretArn, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const valueFrom = secretArn("db-AbCdEf");
const keys = { DB_USER: "user", DB_HOST: "host" };
const injecting = (...jsonSecrets: unknown[]) => container({ jsonSecrets });
const at = "containers.web.jsonSecrets[0]";
const owned = (db: object) =>
    service({
        secrets: { ...RIGHT.secrets, db },
        containers: { web: { ...RIGHT.containers.web, jsonSecrets: [{ secret: "db", keys }] } },
    });
const twice = (path: string, first: string): Told => [
    path,
    `is injected already, by ${first}`,
    "Remove one of the two.",
];

describe("findServiceFindings, of JSON secrets, finds", () => {
    const rows: Row[] = [
        ["nothing in a secret by its ARN", injecting({ valueFrom, keys, versionStage: "s" })],
        ["nothing in a resource", injecting({ secret: RESOURCE, keys })],
        [
            "nothing in keys that the own secret has",
            owned({ jsonValue: { user: DEFERRED, host: DEFERRED } }),
        ],
        [
            "no variables",
            injecting({ valueFrom, keys: {} }),
            [`${at}.keys`, "is empty", "Give at least one entry."],
        ],
        [
            "that no secret is named",
            injecting({ keys }),
            [at, "has none of secret and valueFrom", "Give secret or valueFrom."],
        ],
        [
            "an Output for the list",
            container({ jsonSecrets: DEFERRED }),
            [
                "containers.web.jsonSecrets",
                "must be a plain list: what resources there are depends on it",
                "Give a value that is no Output.",
            ],
        ],
        [
            "an empty JSON key",
            injecting({ valueFrom, keys: { A: "" } }),
            [`${at}.keys.A`, "is empty", "Name the JSON key that the variable gets."],
        ],
        [
            "a JSON key with a colon",
            injecting({ valueFrom, keys: { A: "a:b" } }),
            [
                `${at}.keys.A`,
                "holds a colon, which ends the field in a reference",
                "Name one without a colon.",
            ],
        ],
        [
            "keys of a parameter",
            injecting({ valueFrom: parameterArn("a"), keys }),
            [
                `${at}.keys`,
                "cannot be used with a parameter: Amazon ECS injects it whole",
                "Remove keys, or name a secret of AWS Secrets Manager.",
            ],
        ],
        [
            "keys beside a JSON key in the ARN",
            injecting({ valueFrom: `${valueFrom}:a::`, keys }),
            [
                `${at}.valueFrom`,
                "holds a JSON key or a version itself, and others are given beside it",
                "End it with the secret's name.",
            ],
        ],
        [
            "a stage together with an id",
            injecting({ valueFrom, keys, versionStage: "s", versionId: "i" }),
            [
                `${at}.versionId`,
                "cannot be given together with versionStage",
                "Give one of the two.",
            ],
        ],
        [
            "a secret that is not there",
            injecting({ secret: "canary-0000", keys }),
            [
                `${at}.secret`,
                "names no key of the service's secrets",
                "Use a key of secrets (database, splunk), or add it there.",
            ],
        ],
        [
            "a key that the own secret has not",
            owned({ jsonValue: { user: DEFERRED } }),
            [
                `${at}.keys.DB_HOST`,
                "is no key of the secret's JSON value",
                "Use one of its keys: user.",
            ],
        ],
    ];
    itFinds(rows);
});

describe("findServiceFindings, of the names of variables, finds", () => {
    const rows: Row[] = [
        [
            "a variable of a JSON secret that is an environment variable",
            container({
                environment: { A: DEFERRED },
                jsonSecrets: [{ valueFrom, keys: { A: "a" } }],
            }),
            [
                `${at}.keys.A`,
                "has the name of an environment variable of the same container",
                "Remove A from environment.",
            ],
        ],
        [
            "variables that are injected twice",
            container({
                secrets: { A: "/a" },
                jsonSecrets: [
                    { valueFrom, keys: { A: "a", B: "b" } },
                    { valueFrom, keys: { B: "b" } },
                ],
            }),
            twice(`${at}.keys.A`, "containers.web.secrets.A"),
            twice("containers.web.jsonSecrets[1].keys.B", `${at}.keys.B`),
        ],
        [
            "variables without a name",
            container({
                environment: { "": "x" },
                secrets: { "": "/a" },
                jsonSecrets: [{ valueFrom, keys: { "": "a" } }],
            }),
            ...["environment", "jsonSecrets[0].keys", "secrets"].map((field): Told => [
                `containers.web.${field}`,
                "has a variable without a name",
                "Name it.",
            ]),
        ],
        [
            "nothing in the same variable of two containers",
            service({
                containers: {
                    a: { image: "i", memory: 1, secrets: { A: "/a" } },
                    b: { image: "i", memory: 1, jsonSecrets: [{ valueFrom, keys: { A: "a" } }] },
                },
            }),
        ],
    ];
    itFinds(rows);
});

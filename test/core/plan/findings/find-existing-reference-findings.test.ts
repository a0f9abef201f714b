import { DEFERRED, PARAMETER, RESOURCE } from "../../../../core";
import { container, KEY_1, parameterArn, RIGHT, secretArn, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const at = "containers.web.secrets.A";
const injecting = (A: unknown) => container({ secrets: { A } });
const owned = (db: object, A: object) =>
    service({
        secrets: { ...RIGHT.secrets, db },
        containers: { web: { ...RIGHT.containers.web, secrets: { A: { secret: "db", ...A } } } },
    });
const valueFrom = secretArn("db-AbCdEf");
const SUFFIX: Told = [
    `${at}.valueFrom`,
    "holds a JSON key or a version itself, and others are given beside it",
    "End it with the secret's name.",
];
const whole = (part: string): Told => [
    `${at}.${part}`,
    "cannot be used with a parameter: Amazon ECS injects it whole",
    `Remove ${part}, or name a secret of AWS Secrets Manager.`,
];
const unknownKey = (known: string): Told => [
    `${at}.jsonKey`,
    "is no key of the secret's JSON value",
    `Use one of its keys: ${known}.`,
];
const jsonValue = { user: DEFERRED, password: DEFERRED };
const rotation = { lambdaArn: DEFERRED };

describe("findServiceFindings, of a reference to an existing secret, finds", () => {
    const rows: Row[] = [
        ["nothing in a resource", injecting(RESOURCE)],
        [
            "nothing in a part of a resource",
            injecting({ secret: RESOURCE, jsonKey: "a", kmsKeyId: KEY_1 }),
        ],
        [
            "nothing in a secret by its ARN",
            injecting({ valueFrom, jsonKey: "a", versionStage: "AWSPREVIOUS" }),
        ],
        [
            "nothing in an ARN with a part of its own",
            injecting({ valueFrom: `${valueFrom}:a::`, kmsKeyId: RESOURCE }),
        ],
        ["nothing in a partial ARN, which may be complete for AWS", injecting(secretArn("db"))],
        ["nothing in a parameter by its name", injecting({ valueFrom: "/a", kmsKeyId: DEFERRED })],
        ["nothing in an ARN that is an Output", injecting({ valueFrom: DEFERRED, versionId: "1" })],
        [
            "a part of an ARN that names one itself",
            injecting({ valueFrom: `${valueFrom}:a::`, versionStage: "s" }),
            SUFFIX,
        ],
        [
            "every part of a parameter",
            injecting({
                valueFrom: parameterArn("a"),
                jsonKey: "k",
                versionStage: "s",
                versionId: "i",
            }),
            whole("jsonKey"),
            whole("versionId"),
            whole("versionStage"),
        ],
        ["nothing in a resource that is a parameter", injecting(PARAMETER)],
        [
            "a part of a resource that is a parameter",
            injecting({ secret: PARAMETER, jsonKey: "k", kmsKeyId: KEY_1 }),
            whole("jsonKey"),
        ],
        [
            "what is no reference, in its place",
            injecting({ valueFrom: "/a:3" }),
            [
                `${at}.valueFrom`,
                "Amazon ECS takes no version or label after a parameter name",
                "Name the parameter alone; Amazon ECS reads its latest version.",
            ],
        ],
        [
            "a key of secrets and an ARN",
            injecting({ secret: "splunk", valueFrom }),
            [`${at}.valueFrom`, "cannot be given together with secret", "Give one of the two."],
        ],
        [
            "a key for a secret of the component's own",
            injecting({ secret: "splunk", kmsKeyId: KEY_1 }),
            [
                `${at}.kmsKeyId`,
                "cannot be given with a key of secrets: the secret there has its own",
                "Give the key as kmsKeyId of that secret.",
            ],
        ],
        [
            "something else for a secret",
            injecting({ secret: 1 }),
            [
                `${at}.secret`,
                "must be a string or a resource that is a secret",
                "Give a key of secrets, or an aws.secretsmanager.Secret or SecretVersion or an aws.ssm.Parameter.",
            ],
        ],
        [
            "an Output for a key of secrets",
            injecting({ secret: DEFERRED }),
            [
                `${at}.secret`,
                "must be a plain string: what resources there are depends on it",
                "Give a value that is no Output.",
            ],
        ],
    ];
    itFinds(rows);
});

describe("findServiceFindings, of a JSON key of an own secret, finds", () => {
    const rows: Row[] = [
        ["nothing in one that the JSON value has", owned({ jsonValue }, { jsonKey: "user" })],
        [
            "nothing in one of a value, which is not at hand",
            owned({ value: DEFERRED }, { jsonKey: "a" }),
        ],
        ["nothing in one of a secret filled in outside", owned({ external: {} }, { jsonKey: "a" })],
        [
            "nothing in one of another version",
            owned({ jsonValue }, { jsonKey: "a", versionStage: "AWSPREVIOUS" }),
        ],
        [
            "nothing in one of a version by its id",
            owned({ jsonValue }, { jsonKey: "a", versionId: "1" }),
        ],
        [
            "nothing in one of a secret that a function rotates",
            owned({ jsonValue, rotation }, { jsonKey: "a" }),
        ],
        [
            "nothing in the key of a generated password",
            owned({ generate: { jsonKey: "p" } }, { jsonKey: "p" }),
        ],
        [
            "one that the JSON value has not",
            owned({ jsonValue }, { jsonKey: "canary-0000", versionStage: "AWSCURRENT" }),
            unknownKey("password, user"),
        ],
        [
            "one that only the prototype has",
            owned({ jsonValue }, { jsonKey: "constructor" }),
            unknownKey("password, user"),
        ],
        [
            "one that a generated JSON value has not",
            owned(
                { generate: { jsonKey: "p", jsonValue: { user: DEFERRED } } },
                { jsonKey: "password" },
            ),
            unknownKey("p, user"),
        ],
        [
            "one of a password that is the whole value",
            owned({ generate: {} }, { jsonKey: "password" }),
            [
                `${at}.jsonKey`,
                "asks for a JSON key, and the generated password is the whole value",
                "Remove it, or give generate a jsonKey.",
            ],
        ],
        [
            "an empty one, once",
            owned({ jsonValue }, { jsonKey: "" }),
            [`${at}.jsonKey`, "is empty", "Leave jsonKey out, or fill it."],
        ],
        [
            "one of an adopted parameter",
            owned({ arn: parameterArn("a") }, { jsonKey: "a" }),
            [
                `${at}.jsonKey`,
                "cannot be used with a parameter: Amazon ECS injects it whole",
                "Remove jsonKey, or keep the secret in store secretsmanager.",
            ],
        ],
        ["nothing in one of an adopted secret", owned({ arn: valueFrom }, { jsonKey: "a" })],
        [
            "nothing in one of an adopted secret whose ARN is an Output",
            owned({ arn: DEFERRED }, { jsonKey: "a" }),
        ],
    ];
    itFinds(rows);
});

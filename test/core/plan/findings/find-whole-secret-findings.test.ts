import { DEFERRED, PARAMETER as OWN_PARAMETER, RESOURCE } from "../../../../core";
import { container, parameterArn, RIGHT, secretArn, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const arn = secretArn("registry-AbCdEf");
const owned = (registry: object, reference: unknown) =>
    service({
        secrets: { ...RIGHT.secrets, registry },
        containers: { web: { ...RIGHT.containers.web, repositoryCredentials: reference } },
    });
const pulling = (repositoryCredentials: unknown) => container({ repositoryCredentials });
const at = "containers.web.repositoryCredentials";
const secret = { secret: "registry" };
const credentials = { username: DEFERRED, password: DEFERRED };
const PARAMETER: Told = [
    at,
    "is a parameter, and Amazon ECS reads credentials of a registry from AWS Secrets Manager alone",
    "Keep them in a secret there.",
];
const NOT_WHOLE: Told = [
    at,
    "names a JSON key or a version, and Amazon ECS reads user name and password from the whole secret",
    "Name the secret alone.",
];
const otherKeys = (path: string): Told => [
    path,
    "is a secret whose JSON keys are not username and password alone",
    "Give it a jsonValue with the keys username and password.",
];

describe("findServiceFindings, of the credentials of a registry, finds", () => {
    const rows: Row[] = [
        ["nothing in a complete ARN", pulling(arn)],
        ["nothing in a resource", pulling(RESOURCE)],
        ["nothing in a resource with its key", pulling({ secret: RESOURCE, kmsKeyId: RESOURCE })],
        ["nothing in an Output", pulling(DEFERRED)],
        ["nothing in an own secret with both keys", owned({ jsonValue: credentials }, secret)],
        ["nothing in a new secret with both keys", pulling({ jsonValue: credentials })],
        ["nothing in a new secret of a value, which is not at hand", pulling({ value: DEFERRED })],
        [
            "nothing in a generated password with its user",
            pulling({ generate: { jsonKey: "password", jsonValue: { username: DEFERRED } } }),
        ],
        ["a parameter by its name", pulling("/registry"), PARAMETER],
        ["a resource that is a parameter", pulling(OWN_PARAMETER), PARAMETER],
        [
            "such a resource with its key",
            pulling({ secret: OWN_PARAMETER, kmsKeyId: RESOURCE }),
            PARAMETER,
        ],
        ["a parameter by its ARN", pulling({ valueFrom: parameterArn("registry") }), PARAMETER],
        ["an own parameter", owned({ value: DEFERRED, store: "ssm" }, secret), PARAMETER],
        [
            "a JSON key of an own secret",
            owned({ value: DEFERRED }, { ...secret, jsonKey: "a" }),
            NOT_WHOLE,
        ],
        ["a version in an ARN", pulling(`${arn}::AWSPREVIOUS:`), NOT_WHOLE],
        [
            "a partial ARN",
            pulling(secretArn("registry")),
            [
                at,
                "is a partial ARN",
                "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.",
            ],
        ],
        [
            "an own secret with one more key",
            owned({ jsonValue: { ...credentials, host: DEFERRED } }, secret),
            otherKeys(`${at}.secret`),
        ],
        [
            "a new secret with one key",
            pulling({ jsonValue: { username: DEFERRED } }),
            otherKeys(at),
        ],
        ["a new secret that is one generated password", pulling({ generate: {} }), otherKeys(at)],
        [
            "a secret that is not there",
            pulling({ secret: "canary-0000" }),
            [
                `${at}.secret`,
                "names no key of the service's secrets",
                "Use a key of secrets (database, splunk), or add it there.",
            ],
        ],
    ];
    itFinds(rows);
});

const reading = (...readSecrets: unknown[]) => service({ taskRole: { readSecrets } });
const PART: Told = [
    "taskRole.readSecrets[0]",
    "names a JSON key or a version, and a right is to the whole secret",
    "Name the secret alone.",
];

describe("findServiceFindings, of secrets that the containers read themselves, finds", () => {
    const rows: Row[] = [
        [
            "nothing in secrets and parameters of every kind",
            reading({ secret: "splunk" }, { secret: "database" }, RESOURCE, DEFERRED, arn, "/a"),
        ],
        ["nothing in a partial ARN, whose right is to a pattern", reading(secretArn("db"))],
        ["a JSON key", reading({ secret: "splunk", jsonKey: "a" }), PART],
        ["a JSON key in an ARN", reading(`${arn}:a::`), PART],
        [
            "a new secret",
            reading({ value: DEFERRED }),
            [
                "taskRole.readSecrets[0]",
                "is a new secret, which the containers could not name",
                "Add it to secrets, and refer to it by { secret: key }.",
            ],
        ],
        [
            "a JSON key of a parameter, once",
            reading({ secret: "database", jsonKey: "a" }),
            [
                "taskRole.readSecrets[0].jsonKey",
                "cannot be used with a parameter: Amazon ECS injects it whole",
                "Remove jsonKey, or keep the secret in store secretsmanager.",
            ],
        ],
        [
            "an Output for the list",
            service({ taskRole: { readSecrets: DEFERRED } }),
            [
                "taskRole.readSecrets",
                "must be a plain list: what resources there are depends on it",
                "Give a value that is no Output.",
            ],
        ],
    ];
    itFinds(rows);
});

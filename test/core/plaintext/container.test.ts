import assert from "node:assert/strict";
import {
    findContainerReferenceFindings,
    findPlaintextSecrets,
    listContainerPlaintext,
    UNKNOWN_PART,
    type ContainerDefinition,
} from "../../../core";

const VALUE = "canary-value-0000";
const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-AbCdEf";

const container = (fields: object): ContainerDefinition => ({
    name: "web",
    image: "httpd",
    ...fields,
});

/** Where secrets are found, and how certain that is. */
const found = (fields: object) =>
    findPlaintextSecrets(listContainerPlaintext(container(fields))).map(
        ({ certainty, path }) => `${certainty} ${path}`,
    );

type Row = [name: string, fields: object, places: string[]];

function itFinds(rows: readonly Row[]): void {
    for (const [name, fields, places] of rows) {
        it(name, () => {
            const expected = places.map((place) => place.replace(/^(\S+) /, "$1 container web: "));
            assert.deepEqual(found(fields), expected);
        });
    }
}

const log = (logDriver: string, options: object) => ({ logConfiguration: { logDriver, options } });
const router = (options: object) => log("awsfirelens", options);

describe("listContainerPlaintext", () => {
    describe("in variables and labels, finds", () => {
        itFinds([
            [
                "a variable",
                { environment: [{ name: "DB_PASSWORD", value: VALUE }] },
                ["certain environment DB_PASSWORD"],
            ],
            [
                "a label",
                { dockerLabels: { "com.example.api-token": VALUE, team: "payments" } },
                ["certain dockerLabels com.example.api-token"],
            ],
            [
                "nothing in labels for a proxy",
                { dockerLabels: { "traefik.http.routers.web.rule": "Host(`example.com`)" } },
                [],
            ],
            [
                "a name that is itself the credential, and does not show it",
                { environment: [{ name: `postgres://app:${VALUE}@db/app`, value: "DATABASE" }] },
                ["certain environment <a name that is itself a credential>"],
            ],
        ]);
    });

    describe("in commands, finds", () => {
        itFinds([
            ["nothing in a plain one", { command: ["httpd", "-DFOREGROUND", "--port=80"] }, []],
            [
                "an option with its value",
                { command: ["app", "--db-password", VALUE] },
                ["certain command db-password"],
            ],
            [
                "an option and its value in one word",
                { entryPoint: ["app", `--password=${VALUE}`], command: ["run"] },
                ["certain entryPoint password"],
            ],
            [
                "an option of the entry point whose value is the command",
                { entryPoint: ["app", "--password"], command: [VALUE] },
                ["certain command password"],
            ],
            [
                "a URL that carries a password",
                { command: ["app", `redis://app:${VALUE}@cache`] },
                ["certain command"],
            ],
            [
                "nothing where a shell puts a variable in",
                { command: ["sh", "-c", 'exec app --password "$DB_PASSWORD"'] },
                [],
            ],
            [
                "what a health check sends",
                { healthCheck: { command: ["CMD", "app-check", "--token", VALUE] } },
                ["certain healthCheck.command token"],
            ],
            [
                "what the script of a health check sets",
                {
                    healthCheck: {
                        command: [
                            "CMD-SHELL",
                            `TOKEN=${VALUE} curl -f http://localhost/ || exit 1`,
                        ],
                    },
                },
                ["certain healthCheck.command TOKEN"],
            ],
            ["nothing in a health check that is none", { healthCheck: { command: ["NONE"] } }, []],
            [
                "an option whose value is not known yet",
                { command: ["app", "--password", UNKNOWN_PART] },
                ["undetermined command password"],
            ],
        ]);
    });

    describe("in options of log drivers, finds", () => {
        itFinds([
            [
                "the token of Splunk",
                log("splunk", { "splunk-token": VALUE, "splunk-url": "https://logs.example" }),
                ["certain logConfiguration.options splunk-token"],
            ],
            [
                "it in a spelling that does not read as one",
                log("splunk", { splunktoken: VALUE }),
                ["certain logConfiguration.options splunktoken token"],
            ],
            [
                "nothing in what awslogs takes",
                log("awslogs", {
                    "awslogs-create-group": "true",
                    "awslogs-group": "/ecs/auth-tokens",
                    "awslogs-region": "us-east-1",
                    "awslogs-stream-prefix": "secret",
                    "awslogs-datetime-format": "%Y-%m-%d",
                    mode: "non-blocking",
                }),
                [],
            ],
            [
                "the address of fluentd with a password in it",
                log("fluentd", { "fluentd-address": `tcp://app:${VALUE}@logs.example:24224` }),
                ["certain logConfiguration.options fluentd-address"],
            ],
            [
                "an authorization header",
                router({ Name: "http", Header: `Authorization Bearer ${VALUE}` }),
                ["certain logConfiguration.options Header"],
            ],
            [
                "an authorization of an unusual kind",
                router({ Header: "Authorization Splunk hunter2" }),
                ["certain logConfiguration.options Header Authorization token"],
            ],
            [
                "a header that is named after a key",
                router({ header: "X-API-Key hunter2" }),
                ["certain logConfiguration.options header X-API-Key"],
            ],
            [
                "nothing in other headers, and none where the router resolves a variable",
                router({ Header: "Authorization Bearer ${LOG_TOKEN}", header: "X-Team payments" }),
                [],
            ],
            [
                "the password of a user, and not the user",
                router({ http_User: "elastic", http_Passwd: VALUE }),
                ["certain logConfiguration.options http_Passwd"],
            ],
            [
                "the password in Cloud_Auth",
                router({ Cloud_Auth: `elastic:${VALUE}` }),
                ["certain logConfiguration.options Cloud_Auth password"],
            ],
            [
                "a token among the parameters of a path",
                router({ Name: "http", URI: `/v1/logs?dc=eu&api-token=${VALUE}` }),
                ["certain logConfiguration.options URI api-token"],
            ],
            [
                "a token that is a part of a path",
                router({ Name: "http", URI: `/bulk/${VALUE}/tag/web/` }),
                ["certain logConfiguration.options URI token"],
            ],
            ["nothing in an ordinary path", router({ Name: "http", URI: "/v1/logs?dc=eu" }), []],
            [
                "an option that is not known yet",
                router({ Cloud_Auth: UNKNOWN_PART, Host: UNKNOWN_PART }),
                ["undetermined logConfiguration.options Cloud_Auth password"],
            ],
            [
                "what a router is given",
                { firelensConfiguration: { type: "fluentbit", options: { apiKey: VALUE } } },
                ["certain firelensConfiguration.options apiKey"],
            ],
            [
                "nothing in how a router is set up",
                {
                    firelensConfiguration: {
                        type: "fluentbit",
                        options: {
                            "config-file-type": "file",
                            "config-file-value": "/fluent-bit/etc/extra.conf",
                            "enable-ecs-log-metadata": "true",
                        },
                    },
                },
                [],
            ],
        ]);
    });

    describe("where references belong, finds", () => {
        const url = `postgres://app:${VALUE}@db/app`;
        itFinds([
            ["nothing in an ARN", { secrets: [{ name: "DB_PASSWORD", valueFrom: ARN }] }, []],
            ["nothing in a name", { secrets: [{ name: "DB_PASSWORD", valueFrom: "/db/pw" }] }, []],
            [
                "a value among secrets",
                { secrets: [{ name: "DATABASE_URL", valueFrom: url }] },
                ["certain secrets DATABASE_URL"],
            ],
            [
                "a value among secret options",
                {
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: [{ name: "splunk-token", valueFrom: url }],
                    },
                },
                ["certain logConfiguration.secretOptions splunk-token"],
            ],
            [
                "the credentials of a registry",
                { repositoryCredentials: { credentialsParameter: url } },
                ["certain repositoryCredentials.credentialsParameter"],
            ],
        ]);
    });
});

describe("findContainerReferenceFindings", () => {
    const rows: [string, string, boolean][] = [
        ["is silent of an ARN", ARN, false],
        ["is silent of a name", "/db/password", false],
        ["is silent of an ARN that AWS refuses: it is no value", "arn:aws:s3:::bucket", false],
        ["is silent of what is not known yet", `${UNKNOWN_PART}:json::`, false],
        ["is silent of nothing", "", false],
        ["is silent of what is certainly a secret: that is told as one", "redis://:x1@c", false],
        ["finds a text that is no name", "hunter2 with spaces", true],
        ["finds a text with signs that no name has", "hunter2!", true],
    ];
    for (const [name, valueFrom, isFound] of rows) {
        it(name, () => {
            const definition = container({ secrets: [{ name: "A", valueFrom }] });
            const findings = findContainerReferenceFindings(definition);
            assert.deepEqual(
                findings.map(({ path, reason }) => [path, reason]),
                isFound
                    ? [
                          [
                              "container web: secrets A",
                              "is no reference, and may be the secret itself",
                          ],
                      ]
                    : [],
            );
            assert.ok(valueFrom === "" || !JSON.stringify(findings).includes(valueFrom));
        });
    }
});

import { UNKNOWN_PART } from "../../../core";
import { itFinds, VALUE } from "./container-rows";

const log = (logDriver: string, options: object) => ({ logConfiguration: { logDriver, options } });
const router = (options: object) => log("awsfirelens", options);

describe("listContainerPlaintext", () => {
    describe("in options of log drivers, finds", () => {
        itFinds([
            [
                "the token of Splunk",
                log("splunk", { "splunk-token": VALUE, "splunk-url": "https://logs.example" }),
                ["certain logConfiguration.options splunk-token"],
            ],
            [
                "it in a spelling that runs together",
                log("splunk", { splunktoken: VALUE }),
                ["certain logConfiguration.options splunktoken"],
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
                "an authorization among several headers in JSON",
                router({ headers: '{"X-Team":"web","Authorization":"Bearer hunter2"}' }),
                ["certain logConfiguration.options headers Authorization token"],
            ],
            ["nothing in what only begins as JSON", router({ Match: "{a b" }), []],
            [
                "an authorization as a request has it",
                router({ Header: "Authorization: Splunk hunter2" }),
                ["certain logConfiguration.options Header Authorization token"],
            ],
            [
                "a header whose value follows at once",
                router({ Header: "X-API-Key:hunter2" }),
                ["certain logConfiguration.options Header X-API-Key"],
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
});

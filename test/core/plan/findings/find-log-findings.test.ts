import assert from "node:assert/strict";
import { DEFERRED, findOptionFinding } from "../../../../core";
import { container, fargate, RIGHT, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const SHOWS = "plaintext shows to everybody who may describe the task definition.";
const logging = (logDriver: unknown) => ({ logConfiguration: { logDriver } });
const at = "containers.web.logConfiguration.logDriver";
const proxy = "serviceConnectConfiguration.logConfiguration";
const ofFargate = (path: string): Told => [
    path,
    "is no log driver of launch type FARGATE",
    "Give awsfirelens or awslogs or splunk.",
];
const ROUTER = { image: "fluent-bit", memory: 1, firelensConfiguration: { type: "fluentbit" } };
const routed = (containers: object) =>
    service({
        containers: { web: { image: "i", memory: 1, ...logging("awsfirelens") }, ...containers },
    });

describe("findServiceFindings, of where logs go, finds", () => {
    const rows: Row[] = [
        ["nothing in a driver of Fargate", fargate({}, logging("awslogs"))],
        ["nothing in a driver that is an Output", fargate({}, logging(DEFERRED))],
        ["nothing in a driver of instances", container(logging("json-file"))],
        [
            "nothing in a driver of instances where the launch type is an Output",
            fargate({ launchType: DEFERRED }, logging("gelf")),
        ],
        ["a driver of instances on Fargate", fargate({}, logging("json-file")), ofFargate(at)],
        [
            "a driver that there is not",
            container(logging("canary-0000")),
            [
                at,
                "is no log driver that Amazon ECS knows",
                "Give awsfirelens or awslogs or fluentd or gelf or journald or json-file or logentries or splunk or syslog.",
            ],
        ],
        [
            "a driver of instances for the proxy of Service Connect",
            fargate({ serviceConnectConfiguration: logging("syslog") }),
            ofFargate(`${proxy}.logDriver`),
        ],
        [
            "an option that is a secret option as well",
            container({
                logConfiguration: {
                    ...{ logDriver: "splunk", options: { "splunk-token": DEFERRED } },
                    secretOptions: { "splunk-token": "/t" },
                },
            }),
            [
                "containers.web.logConfiguration.secretOptions.splunk-token",
                "is one of the options already",
                "Remove splunk-token from options.",
            ],
        ],
        [
            "nothing in a log router that logs elsewhere",
            routed({ log: { ...ROUTER, ...logging("awslogs") } }),
        ],
        [
            "that there is no log router",
            routed({}),
            [
                at,
                "is awsfirelens, and no container of the task is a log router",
                "Add a container with firelensConfiguration.",
            ],
        ],
        [
            "a log router that logs to itself",
            routed({ log: { ...ROUTER, ...logging("awsfirelens") } }),
            [
                "containers.log.logConfiguration.logDriver",
                "is awsfirelens, and the log router cannot log to itself",
                "Give awslogs, for example.",
            ],
        ],
        [
            "every log router but one",
            routed({ c: ROUTER, a: ROUTER, b: ROUTER }),
            ...["b", "c"].map((name): Told => [
                `containers.${name}.firelensConfiguration`,
                "cannot be given, for container a is the log router already",
                "Make one container the log router.",
            ]),
        ],
        [
            "what is wrong with the secret options of the proxy",
            service({
                serviceConnectConfiguration: {
                    logConfiguration: {
                        ...RIGHT.containers.web.logConfiguration,
                        secretOptions: { "splunk-token": { secret: "canary-0000" } },
                    },
                },
            }),
            [
                `${proxy}.secretOptions.splunk-token.secret`,
                "names no key of the service's secrets",
                "Use a key of secrets (database, splunk), or add it there.",
            ],
        ],
    ];
    itFinds(rows);
});

describe("findOptionFinding", () => {
    const CREDENTIAL = "is plaintext: by this option the log driver takes a credential";
    const rows: [string, string | undefined, string, string, string | undefined][] = [
        [
            "finds what takes a credential, in any spelling",
            "awsfirelens",
            "Cloud_Auth",
            "x",
            CREDENTIAL,
        ],
        ["finds it whatever the value is", "awsfirelens", "HTTP_Passwd", "", CREDENTIAL],
        ["finds it in capitals", "splunk", "SPLUNK-TOKEN", "false", CREDENTIAL],
        [
            "leaves what is so called to the detection",
            "awsfirelens",
            "license_key",
            "canary-0000",
            "is plaintext: its name reads as a license key",
        ],
        [
            "takes a variable that the router resolves",
            "awsfirelens",
            "apikey",
            "${DD_API_KEY}",
            undefined,
        ],
        ["takes the option of another driver", "splunk", "cloud_auth", "x", undefined],
        ["takes other options", "awsfirelens", "Name", "datadog", undefined],
        [
            "knows no option of a driver with the name of a prototype's",
            "constructor",
            "length",
            "x",
            undefined,
        ],
        ["knows no option without the driver", undefined, "cloud_auth", "x", undefined],
    ];
    for (const [name, driver, option, value, reason] of rows) {
        it(name, () => {
            const remedy = `Move it to secretOptions: ${SHOWS}`;
            assert.deepEqual(
                findOptionFinding(driver, option, value, "p"),
                reason ? [{ path: "p", reason, remedy }] : [],
            );
        });
    }

    it("is silent of a driver that is an Output", () => {
        assert.deepEqual(findOptionFinding(DEFERRED, "cloud_auth", "x", "p"), []);
    });
});

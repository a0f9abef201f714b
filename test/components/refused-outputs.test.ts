import * as pulumi from "@pulumi/pulumi";
import { articleProgram } from "../support/article";
import { recordClean } from "../support/recorded";
import { record } from "../support/recording";
import { assertRefused, inContainer, VALUE, type RefusedRow } from "../support/refused";

const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

/** What only a program without types can give where a text is read. */
const noText = () => pulumi.secret({ field: VALUE }) as unknown as pulumi.Output<string>;

const OUTPUTS: RefusedRow[] = [
    {
        name: "a Pulumi secret in environment, whatever its name",
        change: inContainer({ environment: { GREETING: pulumi.secret(VALUE) } }),
        findings: [["containers.web.environment.GREETING", "is plaintext: its value is a Pulumi"]],
    },
    {
        name: "a Pulumi secret in a command",
        change: inContainer({ command: ["httpd", pulumi.secret(VALUE)] }),
        findings: [["containers.web.command", "is plaintext: its value is a Pulumi secret"]],
    },
    {
        name: "a Pulumi secret wherever nothing can be injected",
        change: inContainer({
            image: pulumi.secret(VALUE),
            user: pulumi.secret(VALUE),
            portMappings: [{ containerPort: pulumi.secret(80) }],
            healthCheck: { command: ["CMD", pulumi.secret(VALUE)] },
            logConfiguration: { logDriver: pulumi.secret(VALUE) },
        }),
        findings: [
            ...["healthCheck", "image", "logConfiguration.logDriver", "portMappings", "user"],
        ].map((field) => [
            `containers.web.${field}`,
            `is plaintext: its value is a Pulumi secret. ${field === "healthCheck" ? "Inject it as a variable" : "Give a value that is no Pulumi secret"}`,
        ]),
    },
    {
        name: "a sensitive name with an Output that is no secret",
        change: inContainer({ environment: { DB_PASSWORD: pulumi.output(VALUE) } }),
        findings: [["containers.web.environment.DB_PASSWORD", "is plaintext: "]],
    },
    {
        name: "an Output that is no string, in environment",
        change: inContainer({
            environment: { PORT: pulumi.output(80) as unknown as pulumi.Output<string> },
        }),
        findings: [["containers.web.environment.PORT", "must be a string"]],
    },
    {
        name: "a malformed valueFrom in an Output",
        change: inContainer({ secrets: { API_KEY: pulumi.output("arn:aws:s3:::bucket") } }),
        findings: [["containers.web.secrets.API_KEY", "the ARN is neither"]],
    },
    {
        name: "the value of a secret in place of its reference, though it reads as a name",
        change: inContainer({ secrets: { API_KEY: pulumi.secret(VALUE) } }),
        findings: [["containers.web.secrets.API_KEY", "is a Pulumi secret, and what stands here"]],
    },
    {
        name: "what names no key, in an Output",
        change: (args) => ({
            ...args,
            secrets: {
                ...args.secrets,
                splunk: { value: pulumi.secret(VALUE), kmsKeyId: pulumi.output("web") },
            },
        }),
        findings: [["secrets.splunk.kmsKeyId", "names no key"]],
    },
    {
        name: "a Pulumi secret that is no text where a key, a role or a secret is named",
        change: (args) => ({
            ...args,
            executionRole: { existing: noText() },
            secrets: {
                ...args.secrets,
                adopted: { arn: noText() },
                splunk: { value: pulumi.secret(VALUE), kmsKeyId: noText() },
            },
            taskRole: { readSecrets: [{ valueFrom: noText() }, noText()] },
        }),
        findings: [
            ["executionRole.existing", "must be a string or a resource that is a role"],
            ["secrets.adopted.arn", "must be a string"],
            ["secrets.splunk.kmsKeyId", "must be a string or a resource that is a key"],
            ["taskRole.readSecrets[0].valueFrom", "must be a string"],
            ["taskRole.readSecrets[1]", "is no reference to a secret"],
        ],
    },
    {
        name: "the ARN of a secret in place of the secret, in an Output",
        change: inContainer({ environment: { DB_PASSWORD: pulumi.output(SECRET_ARN) } }),
        findings: [
            [
                "containers.web.environment.DB_PASSWORD",
                "is the ARN of a secret: the application would get the ARN",
            ],
        ],
    },
    {
        name: "a token among the options of the log driver, in an Output",
        change: inContainer({
            logConfiguration: {
                logDriver: "splunk",
                options: { "splunk-token": pulumi.output(VALUE) },
            },
        }),
        findings: [
            [
                "containers.web.logConfiguration.options.splunk-token",
                "is plaintext: its name reads as a token. Move it to secretOptions",
            ],
        ],
    },
    {
        name: "a size that Fargate does not have, in Outputs",
        change: (args) => ({
            ...args,
            launchType: "FARGATE",
            cpu: pulumi.output(256),
            memory: pulumi.output(4096),
        }),
        findings: [["memory", "is no size that launch type FARGATE has with cpu 256"]],
    },
    {
        name: "a launch type that goes with nothing else in the args, in an Output",
        change: (args) => ({ ...args, launchType: pulumi.output("EXTERNAL" as const) }),
        findings: [["networkMode", "launch type EXTERNAL has no network mode awsvpc"]],
    },
    {
        name: "several of them, all in one error",
        change: inContainer({
            environment: { A: pulumi.secret(VALUE), DB_PASSWORD: pulumi.output(VALUE) },
            secrets: { API_KEY: pulumi.output("arn:aws:s3:::bucket") },
        }),
        findings: [
            ["containers.web.environment.A", "is plaintext: its value is a Pulumi secret"],
            ["containers.web.environment.DB_PASSWORD", "is plaintext: "],
            ["containers.web.secrets.API_KEY", "the ARN is neither"],
        ],
    },
];

describe("the component refuses, once Outputs resolve,", () => {
    for (const row of OUTPUTS) {
        for (const mode of ["preview", "update"] as const) {
            it(`${row.name} (${mode})`, async () => {
                assertRefused(await record(() => void articleProgram(row.change), { mode }), row);
            });
        }
    }

    it("a Pulumi secret in environment in a preview that does not know its value", async () => {
        const unknown = pulumi.secret(pulumi.output(pulumi.runtime.unknownValue as string));
        const change = inContainer({ environment: { GREETING: unknown } });
        const recording = await record(() => void articleProgram(change), { mode: "preview" });
        assertRefused(recording, OUTPUTS[0]);
    });
});

describe("the component takes", () => {
    const TAKEN: Pick<RefusedRow, "name" | "change">[] = [
        {
            name: "an Output in environment that is no secret",
            change: inContainer({ environment: { LOG_LEVEL: pulumi.output("info") } }),
        },
        {
            name: "an Output whose name reads as a secret and whose value is an ARN",
            change: inContainer({
                environment: {
                    DB_SECRET: pulumi.output(
                        "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
                    ),
                },
            }),
        },
        {
            name: "a reference that Pulumi holds secret, if it is an ARN",
            change: inContainer({
                secrets: {
                    API_KEY: pulumi.secret(
                        "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
                    ),
                },
            }),
        },
        {
            name: "a command made of Outputs that are no secrets",
            change: inContainer({ command: ["httpd", pulumi.output("-X")] }),
        },
        {
            name: "a name that only speaks of secrets",
            change: inContainer({ environment: { PASSWORD_MIN_LENGTH: "12" } }),
        },
    ];
    for (const { name, change } of TAKEN) {
        it(name, async () => {
            await recordClean(() => articleProgram(change));
        });
    }
});

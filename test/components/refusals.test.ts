import type { SecretInjectedServiceArgs } from "../../components";
import { articleProgram } from "../support/article";
import { record } from "../support/recording";
import { assertRefused, inContainer, VALUE, type RefusedRow } from "../support/refused";

const PLAIN: RefusedRow[] = [
    {
        name: "a sensitive name in plaintext environment",
        change: inContainer({ environment: { DB_PASSWORD: VALUE } }),
        findings: [["containers.web.environment.DB_PASSWORD", "is plaintext: "]],
    },
    {
        name: "a sensitive name in plaintext log options",
        change: inContainer({
            logConfiguration: { logDriver: "splunk", options: { "splunk-token": VALUE } },
        }),
        findings: [["containers.web.logConfiguration.options.splunk-token", "is plaintext: "]],
    },
    {
        name: "a name in both environment and secrets",
        change: inContainer({ environment: { DATABASE_PASSWORD: "" } }),
        findings: [
            [
                "containers.web.secrets.DATABASE_PASSWORD",
                "has the name of an environment variable of the same container",
            ],
        ],
    },
    {
        name: "a malformed valueFrom",
        change: inContainer({ secrets: { API_KEY: "arn:aws:s3:::bucket" } }),
        findings: [["containers.web.secrets.API_KEY", "the ARN is neither"]],
    },
    {
        name: "a key that is none of the service's secrets",
        change: inContainer({ secrets: { API_KEY: { secret: "databse" } } }),
        findings: [["containers.web.secrets.API_KEY.secret", "names "]],
    },
    {
        name: "a JSON key of a parameter",
        change: inContainer({ secrets: { API_KEY: { secret: "database", jsonKey: "key" } } }),
        findings: [["containers.web.secrets.API_KEY.jsonKey", "cannot be used with a parameter"]],
    },
    {
        name: "a property that does not exist, and one that is missing",
        change: (args) =>
            ({ ...args, cluster: undefined, clusterArn: "x" }) as unknown as typeof args,
        findings: [
            ["cluster", "is missing"],
            ["clusterArn", "is no known property"],
        ],
    },
    {
        name: "args that are no object at all",
        change: () => "web" as unknown as SecretInjectedServiceArgs,
        findings: [["", "must be an object"]],
    },
    {
        name: "an environment file that is no object in Amazon S3",
        change: inContainer({ environmentFiles: [{ value: "web.env" }] }),
        findings: [
            [
                "containers.web.environmentFiles[0].value",
                "is not the ARN of an object in Amazon S3",
            ],
        ],
    },
    {
        name: "a JSON value that its store does not hold",
        change: (args) => ({
            ...args,
            secrets: { ...args.secrets, one: { jsonValue: { a: "x".repeat(65_530) } } },
        }),
        findings: [["secrets.one.jsonValue", "has 65538 bytes, and a secret holds 65536"]],
    },
    {
        name: "a number in place of a variable's value",
        change: inContainer({ environment: { PORT: 80 as unknown as string } }),
        findings: [["containers.web.environment.PORT", "must be a string"]],
    },
];

describe("the component refuses", () => {
    for (const row of PLAIN) {
        it(row.name, async () => {
            assertRefused(await record(() => void articleProgram(row.change)), row);
        });
    }
    it("several plain mistakes, all in one error, sorted by path", async () => {
        const change = inContainer({
            environment: { DB_PASSWORD: VALUE, API_TOKEN: VALUE },
            secrets: { LEGACY: "", OTHER: { secret: "nobody" } },
        });
        assertRefused(await record(() => void articleProgram(change)), {
            name: "several",
            change,
            findings: [
                ["containers.web.environment.API_TOKEN", "is plaintext: "],
                ["containers.web.environment.DB_PASSWORD", "is plaintext: "],
                ["containers.web.secrets.LEGACY", "valueFrom is empty"],
                ["containers.web.secrets.OTHER.secret", "names "],
            ],
        });
    });
});

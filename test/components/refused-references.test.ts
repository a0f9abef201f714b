import * as pulumi from "@pulumi/pulumi";
import type { SecretArgs, SecretInjectedServiceArgs } from "../../components";
import { articleProgram } from "../support/article";
import { record } from "../support/recording";
import { assertRefused, inContainer, type Change, type RefusedRow } from "../support/refused";

const DB = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const THEIRS = DB.replace("123456789012", "210987654321");
const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/db";
const CHINA = "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:db-AbCdEf";

const inSecrets =
    (secret: SecretArgs): Change =>
    (args) => ({ ...args, secrets: { ...args.secrets, splunk: secret } });

const inArgs =
    (change: Partial<SecretInjectedServiceArgs>): Change =>
    (args) => ({ ...args, ...change });

const output = pulumi.output;
const asText = <T>(value: T) => output(value) as unknown as pulumi.Output<string>;

const API_KEY = "containers.web.secrets.API_KEY";

const ROWS: RefusedRow[] = [
    {
        name: "a reference that is no string",
        change: inContainer({ secrets: { API_KEY: asText(80) } }),
        findings: [[API_KEY, "is no reference to a secret. Give a string"]],
    },
    {
        name: "a reference that is empty",
        change: inContainer({ secrets: { API_KEY: output("") } }),
        findings: [[API_KEY, "valueFrom is empty"]],
    },
    {
        name: "a malformed reference in an object",
        change: inContainer({ secrets: { API_KEY: { valueFrom: output("arn:aws:s3:::b") } } }),
        findings: [[`${API_KEY}.valueFrom`, "the ARN is neither"]],
    },
    {
        name: "a JSON key beside a reference that names one itself",
        change: inContainer({
            secrets: { API_KEY: { valueFrom: output(`${DB}:user::`), jsonKey: "password" } },
        }),
        findings: [
            [`${API_KEY}.valueFrom`, "holds a JSON key or a version itself, and others are given"],
        ],
    },
    {
        name: "a JSON key of a reference that turns out to be a parameter",
        change: inContainer({
            secrets: { API_KEY: { valueFrom: output("/db"), jsonKey: "password" } },
        }),
        findings: [[`${API_KEY}.jsonKey`, "cannot be used with a parameter"]],
    },
    {
        name: "a JSON key of an adopted secret that turns out to be a parameter",
        change: (args) =>
            inContainer({ secrets: { API_KEY: { secret: "splunk", jsonKey: "password" } } })({
                ...inSecrets({ arn: output(PARAMETER) })(args),
            }),
        findings: [[`${API_KEY}.jsonKey`, "cannot be used with a parameter"]],
    },
    {
        name: "an adopted ARN with a JSON key",
        change: inSecrets({ arn: output(`${DB}:user::`) }),
        findings: [
            ["secrets.splunk.arn", "holds a JSON key or a version, which belong to the references"],
        ],
    },
    {
        name: "an adopted ARN that is partial",
        change: inSecrets({ arn: output(DB.replace("-AbCdEf", "")) }),
        findings: [["secrets.splunk.arn", "is a partial ARN. Give the complete ARN"]],
    },
    {
        name: "credentials of a registry in a parameter",
        change: inContainer({ repositoryCredentials: output(PARAMETER) }),
        findings: [
            [
                "containers.web.repositoryCredentials",
                "is a parameter, and Amazon ECS reads credentials of a registry from",
            ],
        ],
    },
    {
        name: "a JSON key in what the containers are to read themselves",
        change: inArgs({ taskRole: { readSecrets: [output(`${DB}:user::`)] } }),
        findings: [
            [
                "taskRole.readSecrets[0]",
                "names a JSON key or a version, and a right is to the whole secret",
            ],
        ],
    },
    {
        name: "a secret of another partition",
        change: inContainer({ secrets: { API_KEY: output(CHINA) } }),
        findings: [[API_KEY, "is in partition aws-cn, and the service is in aws"]],
    },
    {
        name: "a secret of another account without its key, also as plain text",
        change: inContainer({ secrets: { API_KEY: THEIRS } }),
        findings: [[API_KEY, "is a secret of account 210987654321, and its key is not named"]],
    },
    {
        name: "a secret of another account by its partial ARN, also as plain text",
        change: inContainer({
            secrets: {
                API_KEY: {
                    valueFrom: THEIRS.replace("-AbCdEf", ""),
                    kmsKeyId: "arn:aws:kms:us-east-1:210987654321:key/made-up",
                },
            },
        }),
        findings: [
            [`${API_KEY}.valueFrom`, "is a partial ARN, and the secret is of account 210987654321"],
        ],
    },
    {
        name: "a parameter of another account, also as plain text",
        change: inContainer({
            secrets: { API_KEY: PARAMETER.replace("123456789012", "210987654321") },
        }),
        findings: [[API_KEY, "is a parameter of account 210987654321: Amazon ECS reads no"]],
    },
    {
        name: "the key that AWS manages, named for a secret that exists",
        change: inContainer({
            secrets: { API_KEY: { valueFrom: DB, kmsKeyId: output("alias/aws/ssm") } },
        }),
        findings: [[`${API_KEY}.kmsKeyId`, "is the key that AWS manages"]],
    },
    {
        name: "what names no key, of a JSON secret, an environment file and the log group",
        change: (args) => ({
            ...inContainer({
                jsonSecrets: [{ valueFrom: DB, kmsKeyId: output("web"), keys: { A: "a", B: "b" } }],
                environmentFiles: [{ value: "arn:aws:s3:::b/w.env", kmsKeyId: output("web") }],
            })(args),
            logGroup: { kmsKeyId: output("web") },
        }),
        findings: [
            ["containers.web.environmentFiles[0].kmsKeyId", "names no key"],
            ["containers.web.jsonSecrets[0].kmsKeyId", "names no key"],
            ["logGroup.kmsKeyId", "names no key"],
        ],
    },
    {
        name: "an environment file that is none",
        change: inContainer({ environmentFiles: [{ value: output("web.env") }] }),
        findings: [
            [
                "containers.web.environmentFiles[0].value",
                "is not the ARN of an object in Amazon S3",
            ],
        ],
    },
    {
        name: "an existing role that is none",
        change: inArgs({
            executionRole: { existing: output("runner") },
            taskRole: { existing: output("arn:aws:iam::123456789012:user/runner") },
        }),
        findings: [
            ["executionRole.existing", "is not the ARN of a role"],
            ["taskRole.existing", "is not the ARN of a role"],
        ],
    },
];

describe("the component refuses of references, once Outputs resolve,", () => {
    for (const row of ROWS) {
        for (const mode of ["preview", "update"] as const) {
            it(`${row.name} (${mode})`, async () => {
                assertRefused(await record(() => void articleProgram(row.change), { mode }), row);
            });
        }
    }
});

import * as pulumi from "@pulumi/pulumi";
import type { SecretArgs } from "../../components";
import { articleProgram } from "../support/article";
import { record } from "../support/recording";
import { assertRefused, VALUE, type Change, type RefusedRow } from "../support/refused";

const inSecrets =
    (secret: SecretArgs): Change =>
    (args) => ({ ...args, secrets: { ...args.secrets, splunk: secret } });

const output = pulumi.output;
const asText = <T>(value: T) => output(value) as unknown as pulumi.Output<string>;

const ROWS: RefusedRow[] = [
    {
        name: "a parameter's name that Parameter Store does not take",
        change: inSecrets({ store: "ssm", value: VALUE, name: output("/aws/web") }),
        findings: [["secrets.splunk.name", "a parameter name may not begin with aws or ssm"]],
    },
    {
        name: "a secret's name that makes a partial ARN look complete",
        change: inSecrets({ value: VALUE, name: output("web-abcdef") }),
        findings: [["secrets.splunk.name", "ends in a hyphen and six characters"]],
    },
    {
        name: "a value that is no string",
        change: inSecrets({ value: asText({ value: VALUE }) }),
        findings: [["secrets.splunk.value", "must be a string"]],
    },
    {
        name: "a part of a JSON value that is no string, given or beside a generated one",
        change: (args) => ({
            ...args,
            secrets: {
                ...args.secrets,
                one: { jsonValue: { port: asText(5432) } },
                two: { generate: { jsonKey: "a", jsonValue: { port: asText(5432) } } },
            },
        }),
        findings: [
            ["secrets.one.jsonValue.port", "must be a string"],
            ["secrets.two.generate.jsonValue.port", "must be a string"],
        ],
    },
    {
        name: "values that their stores do not hold",
        change: (args) => ({
            ...args,
            secrets: {
                ...args.secrets,
                one: { store: "ssm", tier: "Standard", value: output("x".repeat(4_097)) },
                two: { external: { initialValue: output("x".repeat(65_537)) } },
                three: { jsonValue: { a: output("x".repeat(65_530)) } },
            },
        }),
        findings: [
            ["secrets.one.value", "has 4097 bytes, and a parameter of tier Standard holds 4096"],
            ["secrets.three.jsonValue", "has 65538 bytes, and a secret holds 65536"],
            ["secrets.two.external.initialValue", "has 65537 bytes, and a secret holds 65536"],
        ],
    },
];

describe("the component refuses of new secrets, once Outputs resolve,", () => {
    for (const row of ROWS) {
        for (const mode of ["preview", "update"] as const) {
            it(`${row.name} (${mode})`, async () => {
                assertRefused(await record(() => void articleProgram(row.change), { mode }), row);
            });
        }
    }
});

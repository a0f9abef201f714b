import { DEFERRED, RESOURCE } from "../../../../core";
import { KEY_1, owning, parameterArn, secretArn } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const given = { value: DEFERRED };
const noParameter = (field: string): Told => [
    `secrets.s.${field}`,
    "cannot be used with a parameter: only AWS Secrets Manager has it",
    "Remove it, or keep the secret in store secretsmanager.",
];
const adopted = (field: string): Told => [
    `secrets.s.${field}`,
    "cannot be given together with arn: nothing is created for a secret that exists",
    "Remove it, or create a secret in place of arn.",
];
const COMPLETE =
    "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.";
const WHOLE = "Give the complete ARN of a secret, or the ARN of a parameter.";
const arn = secretArn("db-AbCdEf");
const together = (field: string, first: string): Told => [
    `secrets.s.${field}`,
    `cannot be given together with ${first}`,
    "Give one of the two.",
];

describe("findServiceFindings, of where the value of a secret comes from, finds", () => {
    const rows: Row[] = [
        ["nothing in a value", owning(given)],
        ["nothing in a JSON value", owning({ jsonValue: { user: DEFERRED, empty: "" } })],
        ["nothing in a generated value", owning({ generate: {} })],
        ["nothing in an external value", owning({ external: {} })],
        [
            "nothing in an external parameter",
            owning({ store: "ssm", external: { initialValue: DEFERRED } }),
        ],
        ["nothing in the complete ARN of a secret", owning({ arn, kmsKeyId: KEY_1 })],
        ["nothing in the ARN of a parameter", owning({ arn: parameterArn("db"), store: "ssm" })],
        ["nothing in an ARN that is an Output", owning({ arn: DEFERRED, kmsKeyId: RESOURCE })],
        ["nothing in a tier of a parameter", owning({ ...given, store: "ssm", tier: "Advanced" })],
        [
            "two sources, of which the first counts",
            owning({ value: DEFERRED, generate: {} }),
            together("generate", "value"),
        ],
        [
            "all sources",
            owning({
                ...{ value: DEFERRED, jsonValue: { a: DEFERRED }, generate: {} },
                external: {},
                arn,
            }),
            together("arn", "value"),
            together("external", "value"),
            together("generate", "value"),
            together("jsonValue", "value"),
        ],
        [
            "no source",
            owning({ store: "ssm" }),
            [
                "secrets.s",
                "has none of value, jsonValue, generate, external and arn",
                "Give value, jsonValue, generate, external or arn.",
            ],
        ],
        [
            "a source of the wrong shape, and not also that there is none",
            owning({ external: "canary-0000" }),
            ["secrets.s.external", "must be an object", "Give a plain object."],
        ],
        [
            "a number in a JSON value",
            owning({ jsonValue: { port: null } }),
            [
                "secrets.s.jsonValue.port",
                "must be a string: Amazon ECS injects numbers, booleans and objects in Go's notation",
                'Write it as a string, for example "5432".',
            ],
        ],
        [
            "a JSON value without keys",
            owning({ jsonValue: {} }),
            ["secrets.s.jsonValue", "is empty", "Give at least one entry."],
        ],
        [
            "an empty value",
            owning({ value: "" }),
            ["secrets.s.value", "is empty", "Give the value, for example config.requireSecret(…)."],
        ],
        [
            "an empty first value",
            owning({ external: { initialValue: "" } }),
            ["secrets.s.external.initialValue", "is empty", "Leave it out, or give a first value."],
        ],
        [
            "a parameter that is to be filled in without a first value",
            owning({ store: "ssm", external: {} }),
            [
                "secrets.s.external.initialValue",
                "is missing, and a parameter cannot be created without a value",
                "Give a first value, for example a text that says that it is to be filled in.",
            ],
        ],
        [
            "a tier of a secret",
            owning({ ...given, tier: "Standard" }),
            [
                "secrets.s.tier",
                "cannot be used with a secret: only parameters have a tier",
                "Remove it, or keep the secret in store ssm.",
            ],
        ],
        [
            "what parameters have not",
            owning({
                ...{
                    store: "ssm",
                    jsonValue: { a: DEFERRED },
                    namePrefix: "s",
                    recoveryWindowInDays: 7,
                },
                ...{ rotation: { lambdaArn: DEFERRED }, replicas: [] },
            }),
            noParameter("jsonValue"),
            noParameter("namePrefix"),
            noParameter("recoveryWindowInDays"),
            noParameter("replicas"),
            noParameter("rotation"),
        ],
        [
            "a generated JSON value of a parameter",
            owning({
                store: "ssm",
                generate: { jsonKey: "password", jsonValue: { user: DEFERRED } },
            }),
            noParameter("generate.jsonKey"),
            noParameter("generate.jsonValue"),
        ],
        [
            "what only a secret has that is created",
            owning({
                ...{ arn, name: "x", namePrefix: DEFERRED, description: "d", tier: "Standard" },
                ...{
                    rotation: { lambdaArn: DEFERRED },
                    replicas: [],
                    recoveryWindowInDays: 0,
                    tags: {},
                },
            }),
            adopted("description"),
            adopted("name"),
            adopted("namePrefix"),
            together("namePrefix", "name"),
            adopted("recoveryWindowInDays"),
            adopted("replicas"),
            adopted("rotation"),
            adopted("tags"),
            adopted("tier"),
        ],
        [
            "what only created parameters have, said once",
            owning({ arn: parameterArn("db"), recoveryWindowInDays: 7 }),
            adopted("recoveryWindowInDays"),
        ],
        ["an empty ARN", owning({ arn: "" }), ["secrets.s.arn", "is empty", WHOLE]],
        [
            "the name of a parameter for an ARN",
            owning({ arn: "/web/db" }),
            ["secrets.s.arn", "is the name of a parameter, and an ARN is needed here", WHOLE],
        ],
        [
            "a JSON key in an ARN",
            owning({ arn: `${arn}:key::` }),
            [
                "secrets.s.arn",
                "holds a JSON key or a version, which belong to the references to the secret",
                "End it with the secret's name.",
            ],
        ],
        [
            "a partial ARN",
            owning({ arn: secretArn("db") }),
            ["secrets.s.arn", "is a partial ARN", COMPLETE],
        ],
        [
            "an ARN of something else",
            owning({ arn: "arn:aws:s3:::canary-0000" }),
            [
                "secrets.s.arn",
                "the ARN is neither a secret's nor a parameter's",
                "Give a complete Secrets Manager ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), that ARN with :json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name.",
            ],
        ],
        [
            "a store that is not the ARN's",
            owning({ arn, store: "ssm" }),
            ["secrets.s.store", "is not the store of the secret that arn names", "Leave it out."],
        ],
    ];
    itFinds(rows);
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs, SecretInjectedServiceArgs } from "../../components";
import { fakeCall, type FakeAccount } from "../support/fake-account";
import { recordClean } from "../support/recorded";
import { record, type RecordedCall } from "../support/recording";
import type { Wire } from "../support/wire";
import { apiService, arnOf, decryptSecrets, readSecrets, statementsOf } from "./api";

const DB = arnOf("secretsmanager", "secret:db-AbCdEf");
const KEY = arnOf("kms", "key/00000000-0000-4000-8000-000000000001");
const AWAY = DB.replace("us-east-1", "eu-west-1");

const GET_SECRET = "aws:secretsmanager/getSecret:getSecret";
const GET_KEY = "aws:kms/getKey:getKey";

type Answers = Readonly<Record<string, (inputs: Wire) => Wire>>;

/** What the provider answers: these lookups as the table says, all others as ever. */
const answer = (answers: Answers) => (token: string, where: FakeAccount, inputs?: Wire) =>
    Object.hasOwn(answers, token) ? answers[token](inputs ?? {}) : fakeCall(token, where, inputs);

const isLookup = ({ token }: RecordedCall) => token === GET_SECRET || token === GET_KEY;

interface Row {
    readonly name: string;
    readonly container: Partial<ContainerArgs>;
    readonly args?: Partial<SecretInjectedServiceArgs>;
    readonly answers?: Answers;
    readonly lookups: readonly RecordedCall[];
    readonly statements: readonly object[];
}

const lookUp = (arn: string, region = "us-east-1") => ({
    token: GET_SECRET,
    inputs: { arn, region },
});

const named = (kmsKeyId: string) => ({ [GET_SECRET]: () => ({ kmsKeyId }) });

const ROWS: Row[] = [
    {
        name: "is asked of the secret, by its ARN and region",
        container: { secrets: { DB } },
        answers: named(KEY),
        lookups: [lookUp(DB)],
        statements: [readSecrets(DB), decryptSecrets(KEY, [DB])],
    },
    {
        name: "is asked of the secret without its parts",
        container: { secrets: { DB: `${DB}:password:AWSPREVIOUS:` } },
        answers: named(KEY),
        lookups: [lookUp(DB)],
        statements: [readSecrets(DB), decryptSecrets(KEY, [DB])],
    },
    {
        name: "is asked once of a secret that is injected many times",
        container: {
            secrets: { DB: `${DB}:password::`, USER: `${DB}:username::`, ALL: { valueFrom: DB } },
            jsonSecrets: [{ valueFrom: DB, keys: { HOST: "host", PORT: "port" } }],
            logConfiguration: { logDriver: "splunk", secretOptions: { "splunk-token": DB } },
        },
        answers: named(KEY),
        lookups: [lookUp(DB)],
        statements: [readSecrets(DB), decryptSecrets(KEY, [DB])],
    },
    {
        name: "is asked once where the secret is adopted and injected by its ARN as well",
        container: { secrets: { DB, OTHER: { secret: "adopted" } } },
        args: { secrets: { adopted: { arn: DB } } },
        answers: named(KEY),
        lookups: [lookUp(DB)],
        statements: [readSecrets(DB), decryptSecrets(KEY, [DB])],
    },
    {
        name: "is asked of a secret that an Output names",
        container: { secrets: { DB: pulumi.output(`${DB}:password::`) } },
        answers: named(KEY),
        lookups: [lookUp(DB)],
        statements: [readSecrets(DB), decryptSecrets(KEY, [DB])],
    },
    {
        name: "is none if the secret says none",
        container: { secrets: { DB } },
        answers: named(""),
        lookups: [lookUp(DB)],
        statements: [readSecrets(DB)],
    },
    {
        name: "is none if the secret names the AWS managed one by its alias",
        container: { secrets: { DB } },
        answers: named("alias/aws/secretsmanager"),
        lookups: [lookUp(DB)],
        statements: [readSecrets(DB)],
    },
    {
        name: "is looked up in the secret's region if the secret names it by its id",
        container: { secrets: { DB } },
        answers: named("00000000-0000-4000-8000-000000000001"),
        lookups: [
            lookUp(DB),
            {
                token: GET_KEY,
                inputs: { keyId: "00000000-0000-4000-8000-000000000001", region: "us-east-1" },
            },
        ],
        statements: [readSecrets(DB), decryptSecrets(KEY, [DB])],
    },
    {
        name: "is none if the id is that of an AWS managed one",
        container: { secrets: { DB } },
        answers: {
            ...named("00000000-0000-4000-8000-000000000001"),
            [GET_KEY]: () => ({ arn: KEY, keyManager: "AWS" }),
        },
        lookups: [
            lookUp(DB),
            {
                token: GET_KEY,
                inputs: { keyId: "00000000-0000-4000-8000-000000000001", region: "us-east-1" },
            },
        ],
        statements: [readSecrets(DB)],
    },
    {
        name: "is asked in the region of the secret",
        container: { secrets: { DB: AWAY } },
        answers: named(KEY.replace("us-east-1", "eu-west-1")),
        lookups: [lookUp(AWAY, "eu-west-1")],
        statements: [
            readSecrets(AWAY),
            {
                ...decryptSecrets(KEY.replace("us-east-1", "eu-west-1"), [AWAY]),
                Condition: {
                    StringEquals: {
                        "kms:ViaService": ["secretsmanager.eu-west-1.amazonaws.com"],
                        "kms:EncryptionContext:SecretARN": [AWAY],
                    },
                },
            },
        ],
    },
    {
        name: "is not asked where it is named",
        container: { secrets: { DB: { valueFrom: DB, kmsKeyId: KEY } } },
        lookups: [],
        statements: [readSecrets(DB), decryptSecrets(KEY, [DB])],
    },
    {
        name: "is not asked of a parameter, for which there is no lookup",
        container: { secrets: { DB: "/db" } },
        lookups: [],
        statements: [
            {
                Sid: "ReadParameters",
                Effect: "Allow",
                Action: "ssm:GetParameters",
                Resource: [arnOf("ssm", "parameter/db")],
            },
        ],
    },
    {
        name: "is asked of a secret that the containers read themselves",
        container: {},
        args: { taskRole: { readSecrets: [DB] } },
        answers: named(KEY),
        lookups: [lookUp(DB)],
        statements: [],
    },
];

describe("the key of a secret that exists", () => {
    for (const { name, container, args, answers = {}, lookups, statements } of ROWS) {
        it(name, async () => {
            const recording = await recordClean(() => apiService(container, args), {
                call: answer(answers),
            });
            assert.deepEqual(recording.calls.filter(isLookup), lookups);
            const hasPolicy = recording.resources.some((one) => one.name.endsWith("ion-policy"));
            assert.deepEqual(hasPolicy ? statementsOf(recording) : [], statements);
            assert.deepEqual(recording.logs, []);
        });
    }

    it("is taken to be the AWS managed one where the lookup is refused, with a warning", async () => {
        const refuse = () => {
            // As the engine refuses a call: what the provider says stands in the details.
            throw Object.assign(new Error(), { details: "AccessDeniedException: made up" });
        };
        const { resources, logs } = await recordClean(
            () => apiService({ secrets: { DB, OTHER: `${DB}:other::` } }),
            { call: answer({ [GET_SECRET]: refuse }) },
        );
        const policy = resources.find(({ name }) => name === "api-execution-policy")?.inputs.policy;
        assert.deepEqual((JSON.parse(policy as string) as { Statement: unknown }).Statement, [
            readSecrets(DB),
        ]);
        assert.deepEqual(logs, [
            {
                level: "warn",
                message: `The key of ${DB} could not be looked up, and is taken to be the AWS managed one. If it is a customer managed key, name it in kmsKeyId. (AccessDeniedException: made up)`,
            },
        ]);
    });

    it("is not asked before the args are found to be right", async () => {
        const { calls, errors } = await record(() =>
            apiService({ secrets: { DB }, environment: { GREETING: pulumi.secret("made-up") } }),
        );
        assert.equal(errors.length, 1);
        assert.deepEqual(calls.filter(isLookup), []);
    });
});

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService, type SecretReferenceArgs } from "../../components";
import { ACCOUNT, type FakeAccount } from "../support/fake-account";
import { documentOf, recordClean } from "../support/recorded";

const LEGACY = "arn:aws:secretsmanager:us-east-1:123456789012:secret:legacy-AbCdEf";
const OWN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-secret-own-0a1b2c3-AbCdEf";
const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/api/token";

interface Row {
    readonly name: string;
    readonly reference: SecretReferenceArgs;
    readonly valueFrom: string;
    /** What the role may read, and with which action. */
    readonly reads: { readonly action: string; readonly resource: string };
}

const secret = (resource: string) => ({ action: "secretsmanager:GetSecretValue", resource });
const parameter = (resource: string) => ({ action: "ssm:GetParameters", resource });

const ROWS: Row[] = [
    {
        name: "a complete ARN is written as it is",
        reference: LEGACY,
        valueFrom: LEGACY,
        reads: secret(LEGACY),
    },
    {
        name: "an ARN in an Output is written as it is",
        reference: pulumi.output(LEGACY),
        valueFrom: LEGACY,
        reads: secret(LEGACY),
    },
    {
        name: "a JSON key and a stage stay in valueFrom and out of the policy",
        reference: `${LEGACY}:key:AWSPREVIOUS:`,
        valueFrom: `${LEGACY}:key:AWSPREVIOUS:`,
        reads: secret(LEGACY),
    },
    {
        name: "a partial ARN is allowed with exactly six unknown characters",
        reference: "arn:aws:secretsmanager:us-east-1:123456789012:secret:legacy",
        valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:legacy",
        reads: secret("arn:aws:secretsmanager:us-east-1:123456789012:secret:legacy-??????"),
    },
    {
        name: "a parameter's name becomes its ARN in the policy alone",
        reference: "/api/token",
        valueFrom: "/api/token",
        reads: parameter(PARAMETER),
    },
    {
        name: "a parameter's ARN is written as it is",
        reference: PARAMETER,
        valueFrom: PARAMETER,
        reads: parameter(PARAMETER),
    },
    {
        name: "an own secret is named by its complete ARN",
        reference: { secret: "own" },
        valueFrom: OWN,
        reads: secret(OWN),
    },
    {
        name: "an own secret's JSON key is appended",
        reference: { secret: "own", jsonKey: "password" },
        valueFrom: `${OWN}:password::`,
        reads: secret(OWN),
    },
    {
        name: "an own secret's stage is appended without a JSON key",
        reference: { secret: "own", versionStage: "AWSPREVIOUS" },
        valueFrom: `${OWN}::AWSPREVIOUS:`,
        reads: secret(OWN),
    },
];

function service(reference: SecretReferenceArgs): SecretInjectedService {
    return new SecretInjectedService("api", {
        cluster: "api",
        launchType: "EC2",
        networkMode: "bridge",
        secrets: { own: { value: pulumi.secret("made-up-value") } },
        containers: { api: { image: "httpd", memory: 64, secrets: { API_TOKEN: reference } } },
    });
}

interface Document {
    readonly Statement: readonly object[];
}

describe("a reference in secrets", () => {
    for (const { name, reference, valueFrom, reads } of ROWS) {
        it(name, async () => {
            const recording = await recordClean(() => service(reference));
            assert.deepEqual(documentOf(recording, "api-task", "containerDefinitions"), [
                {
                    essential: true,
                    image: "httpd",
                    memory: 64,
                    name: "api",
                    secrets: [{ name: "API_TOKEN", valueFrom }],
                },
            ]);
            const document = documentOf(recording, "api-execution-policy", "policy") as Document;
            const isSecret = reads.action.startsWith("secretsmanager");
            assert.deepEqual(document.Statement, [
                {
                    Sid: isSecret ? "ReadSecrets" : "ReadParameters",
                    Effect: "Allow",
                    Action: reads.action,
                    Resource: [reads.resource],
                },
            ]);
        });
    }

    it("makes no inline policy where nothing is injected: an empty one is malformed", async () => {
        const recording = await recordClean(
            () =>
                new SecretInjectedService("api", {
                    cluster: "api",
                    launchType: "EC2",
                    networkMode: "bridge",
                    containers: { api: { image: "httpd", memory: 64 } },
                }),
        );
        assert.deepEqual(recording.resources.map(({ name }) => name).sort(), [
            "api",
            "api-execution-attachment",
            "api-execution-role",
            "api-service",
            "api-task",
        ]);
    });
});

describe("a service outside the commercial partition", () => {
    const PLACES: (FakeAccount & { suffixes: string[] })[] = [
        {
            ...ACCOUNT,
            partition: "aws-cn",
            region: "cn-north-1",
            suffixes: ["amazonaws.com", "amazonaws.com.cn"],
        },
        {
            ...ACCOUNT,
            partition: "aws-us-gov",
            region: "us-gov-west-1",
            suffixes: ["amazonaws.com"],
        },
    ];
    for (const { suffixes, ...where } of PLACES) {
        it(`names ${where.partition} in every ARN, and its suffixes in kms:ViaService`, async () => {
            const { partition, region } = where;
            const keyArn = `arn:${partition}:kms:${region}:123456789012:key/fake`;
            const recording = await recordClean(
                () =>
                    new SecretInjectedService("api", {
                        cluster: "api",
                        launchType: "EC2",
                        networkMode: "bridge",
                        secrets: { own: { value: pulumi.secret("made-up"), kmsKeyId: keyArn } },
                        containers: {
                            api: {
                                image: "httpd",
                                memory: 64,
                                secrets: { API_TOKEN: { secret: "own" } },
                            },
                        },
                    }),
                { where },
            );
            const secretArn = `arn:${partition}:secretsmanager:${region}:123456789012:secret:api-secret-own-0a1b2c3-AbCdEf`;
            const document = documentOf(recording, "api-execution-policy", "policy") as Document;
            assert.deepEqual(document.Statement[1], {
                Sid: "DecryptSecrets",
                Effect: "Allow",
                Action: "kms:Decrypt",
                Resource: [keyArn],
                Condition: {
                    StringEquals: {
                        "kms:ViaService": suffixes.map((one) => `secretsmanager.${region}.${one}`),
                        "kms:EncryptionContext:SecretARN": [secretArn],
                    },
                },
            });
            const attachment = recording.resources.find(
                ({ name }) => name === "api-execution-attachment",
            );
            assert.equal(
                attachment?.inputs.policyArn,
                `arn:${partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy`,
            );
        });
    }
});

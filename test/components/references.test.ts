import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { SecretReferenceArgs } from "../../components";
import { inputsOf, recordClean } from "../support/recorded";
import {
    apiService,
    arnOf,
    definitionsOf,
    LEAST_DEFINITION,
    namesOf,
    readParameters,
    readSecrets,
    statementsOf,
} from "./api";

const LEGACY = arnOf("secretsmanager", "secret:legacy-AbCdEf");
const PARTIAL = arnOf("secretsmanager", "secret:legacy");
const OWN = arnOf("secretsmanager", "secret:api-secret-own-0a1b2c3-AbCdEf");
const PARAMETER = arnOf("ssm", "parameter/api/token");

interface Row {
    readonly name: string;
    readonly reference: SecretReferenceArgs;
    readonly valueFrom: string;
    readonly statement: object;
}

const ROWS: Row[] = [
    {
        name: "a complete ARN is written as it is",
        reference: LEGACY,
        valueFrom: LEGACY,
        statement: readSecrets(LEGACY),
    },
    {
        name: "an ARN in an Output is written as it is",
        reference: pulumi.output(LEGACY),
        valueFrom: LEGACY,
        statement: readSecrets(LEGACY),
    },
    {
        name: "a JSON key and a stage stay in valueFrom and out of the policy",
        reference: `${LEGACY}:key:AWSPREVIOUS:`,
        valueFrom: `${LEGACY}:key:AWSPREVIOUS:`,
        statement: readSecrets(LEGACY),
    },
    {
        name: "so do they in an Output",
        reference: pulumi.output(`${LEGACY}:key:AWSPREVIOUS:`),
        valueFrom: `${LEGACY}:key:AWSPREVIOUS:`,
        statement: readSecrets(LEGACY),
    },
    {
        name: "a version id stays in valueFrom and out of the policy",
        reference: `${LEGACY}:::00000000-0000-4000-8000-000000000001`,
        valueFrom: `${LEGACY}:::00000000-0000-4000-8000-000000000001`,
        statement: readSecrets(LEGACY),
    },
    {
        name: "a partial ARN is allowed with exactly six unknown characters",
        reference: PARTIAL,
        valueFrom: PARTIAL,
        statement: readSecrets(`${PARTIAL}-??????`),
    },
    {
        name: "a parameter's name becomes its ARN in the policy alone",
        reference: "/api/token",
        valueFrom: "/api/token",
        statement: readParameters(PARAMETER),
    },
    {
        name: "a parameter's name in an Output becomes its ARN in the policy alone",
        reference: pulumi.output("/api/token"),
        valueFrom: "/api/token",
        statement: readParameters(PARAMETER),
    },
    {
        name: "a parameter's name without a slash becomes its ARN in the policy alone",
        reference: "token",
        valueFrom: "token",
        statement: readParameters(arnOf("ssm", "parameter/token")),
    },
    {
        name: "a parameter's ARN is written as it is",
        reference: PARAMETER,
        valueFrom: PARAMETER,
        statement: readParameters(PARAMETER),
    },
    {
        name: "the parts of an object's valueFrom are appended",
        reference: { valueFrom: LEGACY, jsonKey: "password", versionStage: "AWSPREVIOUS" },
        valueFrom: `${LEGACY}:password:AWSPREVIOUS:`,
        statement: readSecrets(LEGACY),
    },
    {
        name: "the parts of an object's valueFrom are appended to an Output",
        reference: { valueFrom: pulumi.output(LEGACY), jsonKey: "password" },
        valueFrom: `${LEGACY}:password::`,
        statement: readSecrets(LEGACY),
    },
    {
        name: "an object's valueFrom is written as it is where no part is meant",
        reference: { valueFrom: "/api/token" },
        valueFrom: "/api/token",
        statement: readParameters(PARAMETER),
    },
    {
        name: "an own secret is named by its complete ARN",
        reference: { secret: "own" },
        valueFrom: OWN,
        statement: readSecrets(OWN),
    },
    {
        name: "an own secret's JSON key is appended",
        reference: { secret: "own", jsonKey: "password" },
        valueFrom: `${OWN}:password::`,
        statement: readSecrets(OWN),
    },
    {
        name: "an own secret's stage is appended without a JSON key",
        reference: { secret: "own", versionStage: "AWSPREVIOUS" },
        valueFrom: `${OWN}::AWSPREVIOUS:`,
        statement: readSecrets(OWN),
    },
    {
        name: "an own secret's version id is appended without a JSON key",
        reference: { secret: "own", versionId: "00000000-0000-4000-8000-000000000001" },
        valueFrom: `${OWN}:::00000000-0000-4000-8000-000000000001`,
        statement: readSecrets(OWN),
    },
    {
        name: "an adopted secret is named by the ARN that was given",
        reference: { secret: "adopted", jsonKey: "password" },
        valueFrom: `${LEGACY}:password::`,
        statement: readSecrets(LEGACY),
    },
    {
        name: "an adopted parameter is named by the ARN that was given",
        reference: { secret: "parameter" },
        valueFrom: PARAMETER,
        statement: readParameters(PARAMETER),
    },
];

describe("a reference, the same in secrets, log options and those of Service Connect,", () => {
    for (const { name, reference, valueFrom, statement } of ROWS) {
        it(name, async () => {
            const logConfiguration = {
                logDriver: "splunk",
                secretOptions: { "splunk-token": reference },
            };
            const recording = await recordClean(() =>
                apiService(
                    { secrets: { API_TOKEN: reference }, logConfiguration },
                    {
                        secrets: {
                            own: { value: pulumi.secret("made-up-value") },
                            adopted: { arn: LEGACY },
                            parameter: { arn: PARAMETER },
                        },
                        serviceConnectConfiguration: { logConfiguration },
                    },
                ),
            );
            assert.deepEqual(definitionsOf(recording), [
                {
                    ...LEAST_DEFINITION,
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: [{ name: "splunk-token", valueFrom }],
                    },
                    secrets: [{ name: "API_TOKEN", valueFrom }],
                },
            ]);
            assert.deepEqual(inputsOf(recording, "api-service").serviceConnectConfiguration, {
                enabled: true,
                logConfiguration: {
                    logDriver: "splunk",
                    secretOptions: [{ name: "splunk-token", valueFrom }],
                },
            });
            assert.deepEqual(statementsOf(recording), [statement]);
        });
    }

    it("makes no inline policy where nothing is injected: an empty one is malformed", async () => {
        const recording = await recordClean(() => apiService({}));
        assert.deepEqual(namesOf(recording), [
            "api",
            "api",
            "api-execution-attachment",
            "api-execution-role",
            "api-service",
            "api-task",
            "api-task-role",
        ]);
    });
});

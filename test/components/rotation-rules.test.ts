import assert from "node:assert/strict";
import type { ContainerArgs, SecretInjectedServiceArgs } from "../../components";
import { recordClean } from "../support/recorded";
import type { Recording } from "../support/recording";
import { apiService, arnOf, childrenWith, namesOf } from "./api";

const DB = arnOf("secretsmanager", "secret:db-AbCdEf");

const recordWith = (
    container: Partial<ContainerArgs>,
    args: Partial<SecretInjectedServiceArgs> = {},
    mode: "preview" | "update" = "update",
) => recordClean(() => apiService(container, { redeployOnRotation: true, ...args }), { mode });

describe("the rules that see secrets change", () => {
    const patternsOf = (recording: Recording) =>
        Object.values(childrenWith(recording, "api-rotation-rule")).map(
            ({ inputs }) => JSON.parse(inputs.eventPattern as string) as object,
        );

    it("see a parameter by its name, a partial ARN by its beginning, a stage by its label", async () => {
        const recording = await recordWith({
            secrets: {
                PARAMETER: "/api/token",
                PARTIAL: arnOf("secretsmanager", "secret:legacy"),
                STAGED: `${DB}::BLUE:`,
            },
        });
        const ofSecrets = {
            source: ["aws.secretsmanager"],
            "detail-type": ["Secret Label Updated"],
        };
        assert.deepEqual(patternsOf(recording), [
            {
                ...ofSecrets,
                resources: [{ prefix: `${arnOf("secretsmanager", "secret:legacy")}-` }],
                detail: { labelUpdated: ["AWSCURRENT"] },
            },
            { ...ofSecrets, resources: [DB], detail: { labelUpdated: ["BLUE"] } },
            {
                source: ["aws.ssm"],
                "detail-type": ["Parameter Store Change"],
                detail: { name: ["/api/token"], operation: ["Update"] },
            },
        ]);
    });

    it("see a secret that is read through Parameter Store, beside a parameter", async () => {
        const recording = await recordWith({
            secrets: { PARAMETER: "/api/token", SECRET: "/aws/reference/secretsmanager/db" },
        });
        const patterns = patternsOf(recording) as { source: string[]; resources?: object[] }[];
        assert.deepEqual(
            patterns.map(({ source, resources }) => [...source, ...(resources ?? [])]),
            [
                ["aws.secretsmanager", { prefix: `${arnOf("secretsmanager", "secret:db")}-` }],
                ["aws.ssm"],
            ],
        );
    });

    it("are several for many secrets, each with a target, in a preview as well", async () => {
        const secrets = Object.fromEntries(
            Array.from({ length: 60 }, (_, index) => [
                `V${index}`,
                arnOf("secretsmanager", `secret:application/database-${index + 10}-AbCdEf`),
            ]),
        );
        const recording = await recordWith({ secrets });
        const rules = Object.keys(childrenWith(recording, "api-rotation-rule"));
        assert.deepEqual(
            rules.sort(),
            [1, 2, 3, 4].map((rule) => `api-rotation-rule-${rule}`),
        );
        assert.deepEqual(
            Object.values(childrenWith(recording, "api-rotation-target")).map(
                ({ inputs }) => inputs.rule,
            ),
            [1, 2, 3, 4].map((rule) => `api-rotation-rule-${rule}-0a1b2c3`),
        );
        const patterns = patternsOf(recording) as { resources: string[] }[];
        assert.deepEqual(
            patterns.flatMap(({ resources }) => resources).sort(),
            Object.values(secrets).sort(),
        );
        assert.deepEqual(namesOf(await recordWith({ secrets }, {}, "preview")), namesOf(recording));
    });

    it("are none where the service is not to be deployed anew", async () => {
        const recording = await recordWith({ secrets: { DB } }, { redeployOnRotation: false });
        assert.deepEqual(childrenWith(recording, "api-rotation"), {});
        assert.deepEqual(childrenWith(recording, "api-redeployment"), {});
    });
});

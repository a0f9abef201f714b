import assert from "node:assert/strict";
import { formatFindings } from "../../../provider/names/format-findings";
import type { Spelling } from "../../../provider/names/spelling";
import { SMALL_SCHEMA } from "../small-schema";

const args = {
    containers: { kmsKeyId: { environment: { "spring.data.password": "x", spring: "y" } } },
};

/** A path, or the text of a finding, and how it reads in Python and in Go. */
type Row = readonly [given: string, python: string, go: string];

const paths: readonly Row[] = [
    ["redeployOnRotation", "redeploy_on_rotation", "RedeployOnRotation"],
    ["secrets.kmsKeyId.kmsKeyId", "secrets.kmsKeyId.kms_key_id", "Secrets.kmsKeyId.KmsKeyId"],
    [
        "containers.web.portMappings[0].containerPort",
        "containers.web.port_mappings[0].container_port",
        "Containers.web.PortMappings[0].ContainerPort",
    ],
    [
        "containers.kmsKeyId.environment.spring.data.password",
        "containers.kmsKeyId.environment.spring.data.password",
        "Containers.kmsKeyId.Environment.spring.data.password",
    ],
    [
        "containers.web.readSecrets[10].kmsKeyId",
        "containers.web.read_secrets[10].kms_key_id",
        "Containers.web.ReadSecrets[10].KmsKeyId",
    ],
    ["containers.web.healthCheck", "containers.web.health_check", "Containers.web.HealthCheck"],
    [
        "containers.web.noSuchThing.a",
        "containers.web.noSuchThing.a",
        "Containers.web.noSuchThing.a",
    ],
    ["tags.kmsKeyId", "tags.kmsKeyId", "Tags.kmsKeyId"],
    ["containers.", "containers.", "Containers."],
    ["", "args", "args"],
];

const texts: readonly Row[] = [
    ["Remove redeployOnRotation.", "Remove redeploy_on_rotation.", "Remove RedeployOnRotation."],
    [
        "Remove it, or use one of: cluster, kmsKeyId, value.",
        "Remove it, or use one of: cluster, kms_key_id, value.",
        "Remove it, or use one of: Cluster, KmsKeyId, Value.",
    ],
    ["Give value or kmsKeyId.", "Give value or kms_key_id.", "Give Value or KmsKeyId."],
    [
        "Set healthCheck.startPeriod.",
        "Set health_check.start_period.",
        "Set HealthCheck.StartPeriod.",
    ],
    ["is a value of the cluster", "is a value of the cluster", "is a value of the cluster"],
    [
        "names my-kmsKeyId and x.kmsKeyId",
        "names my-kmsKeyId and x.kmsKeyId",
        "names my-kmsKeyId and x.kmsKeyId",
    ],
    [
        "Give the value, for example config.requireSecret(…).",
        "Give the value, for example config.require_secret(…).",
        "Give the value, for example config.RequireSecret(…).",
    ],
    [
        "Give a value that is no Pulumi secret (pulumi.unsecret, if it is none in truth).",
        "Give a value that is no Pulumi secret (unsecret it, if it is none in truth).",
        "Give a value that is no Pulumi secret (unsecret it, if it is none in truth).",
    ],
    [
        "Give the key's ARN, id or alias, or an aws.kms.Key or aws.kms.Alias.",
        "Give the key's ARN, id or alias.",
        "Give the key's ARN, id or alias.",
    ],
];

function format(path: string, reason: string, spelling: Spelling): string {
    const errors = [{ propertyPath: path, reason }];
    const type = "ecs-secrets:index:SecretInjectedService";
    return formatFindings({ errors }, { args, type, schema: SMALL_SCHEMA, spelling });
}

describe("formatFindings", () => {
    for (const [path, python, go] of paths) {
        it(`names ${path || "the args"} as ${python} in Python, and as ${go} in Go and .NET`, () => {
            assert.equal(format(path, "x", "camelCase"), `1 finding\n  ${path || "args"} x`);
            assert.equal(format(path, "x", "snake_case"), `1 finding\n  ${python} x`);
            assert.equal(format(path, "x", "PascalCase"), `1 finding\n  ${go} x`);
        });
    }

    for (const [text, python, go] of texts) {
        it(`says “${python}” in Python, and “${go}” in Go and .NET`, () => {
            assert.equal(format("cpu", text, "snake_case"), `1 finding\n  cpu ${python}`);
            assert.equal(format("cpu", text, "PascalCase"), `1 finding\n  Cpu ${go}`);
        });
    }

    it("tells all findings, one a line", () => {
        const errors = ["cluster", "cpu"].map((propertyPath) => ({ propertyPath, reason: "x" }));
        const type = "ecs-secrets:index:SecretInjectedService";
        assert.equal(
            formatFindings({ errors }, { args, type, schema: SMALL_SCHEMA, spelling: "camelCase" }),
            "2 findings\n  cluster x\n  cpu x",
        );
    });
});

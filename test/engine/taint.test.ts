import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import type { Outcome } from "../../sandbox/stack";
import { pack, secretConfig, useSandbox } from "../support/sandbox";

const CANARY = "canary-4711-tainted";
const POLICY = "aws-plaintext-no-pulumi-secrets";
const ROLE = "arn:aws:iam::123456789012:role/web";

type Container = Readonly<Record<string, unknown>>;

const createTask = (container: Container) =>
    new aws.ecs.TaskDefinition("web", {
        family: "web",
        containerDefinitions: pulumi.jsonStringify([
            { name: "web", image: "httpd", memory: 128, ...container },
        ]),
    });

/** What the policy said, with the description in front; no value stands anywhere in the output. */
function said({ policies, output }: Outcome): string[][] {
    assert.ok(!output.includes(CANARY), "no value is in the output");
    return policies
        .filter(({ policy }) => policy === POLICY)
        .map(({ level, message }) => [level, message.replace(/^.*must not stand.*\n/, "")]);
}

describe("taint on the real engine", () => {
    const sandbox = useSandbox();
    const stackOf = async (project: string, run: (secret: pulumi.Output<string>) => unknown) => {
        const stack = await sandbox().stack("dev", {
            project,
            run: async () => {
                run(new pulumi.Config().requireSecret("greeting"));
            },
        });
        await stack.setConfig(secretConfig([["greeting", CANARY]]));
        return stack;
    };

    it("stops a secret of the config in a variable of a harmless name, at the first preview", async () => {
        const stack = await stackOf("taint-config", (secret) =>
            createTask({
                environment: [
                    { name: "LEVEL", value: "info" },
                    { name: "GREETING", value: pulumi.interpolate`hello ${secret}` },
                ],
            }),
        );
        const preview = await stack.preview(pack);
        assert.equal(preview.exitCode, 1);
        const [[level, message], ...rest] = said(preview);
        assert.deepEqual([level, rest], ["mandatory", []]);
        assert.match(message, /^container web: environment GREETING is plaintext: its value comes/);
    });

    it("stops a generated password that a parameter keeps and a variable shows, before the task definition is created", async () => {
        const stack = await stackOf("taint-generated", () => {
            const generated = pulumi.secret(`${CANARY}-0815`);
            const kept = new aws.ssm.Parameter("kept", { type: "SecureString", value: generated });
            createTask({
                environment: [
                    { name: "COMMIT", value: "3f2a91c07be4" },
                    { name: "KEPT", value: kept.arn },
                    { name: "GREETING", value: generated },
                ],
            });
        });
        // The ARN is not known before the update, and with it the whole text.
        assert.deepEqual(said(await stack.preview(pack)), []);
        const up = await stack.up(pack);
        assert.equal(up.exitCode, 1);
        const [[level, message], ...rest] = said(up);
        assert.deepEqual([level, rest], ["mandatory", []]);
        assert.match(
            message,
            /^container web: environment GREETING is plaintext: Pulumi holds its/,
        );
        assert.ok(!up.changes.some((change) => change.includes("taskDefinition")));
    });

    it("stops a variable of a function", async () => {
        const stack = await stackOf("taint-function", (secret) => {
            new aws.lambda.Function("web", {
                role: ROLE,
                packageType: "Image",
                imageUri: "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1",
                environment: { variables: { LEVEL: "info", GREETING: secret } },
            });
        });
        const preview = await stack.preview(pack);
        assert.equal(preview.exitCode, 1);
        const [[level, message], ...rest] = said(preview);
        assert.deepEqual([level, rest], ["mandatory", []]);
        assert.match(
            message,
            /^environment GREETING is plaintext: Pulumi holds its value secret\./,
        );
    });

    it("is silent on the ARN of a secret that is injected, at preview, at update and afterwards", async () => {
        const stack = await stackOf("taint-arn", (secret) => {
            const kept = new aws.ssm.Parameter("kept", { type: "SecureString", value: secret });
            createTask({
                environment: [{ name: "LEVEL", value: "info" }],
                secrets: [
                    { name: "GREETING", valueFrom: kept.arn },
                    // What was computed from a secret is held secret as well.
                    { name: "OTHER", valueFrom: pulumi.secret(kept.arn) },
                ],
            });
        });
        assert.deepEqual(said(await stack.preview(pack)), []);
        const up = await stack.up(pack);
        assert.deepEqual(said(up), []);
        assert.deepEqual(said(await stack.preview(pack)), []);
    });
});

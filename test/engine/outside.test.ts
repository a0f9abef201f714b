import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedTaskDefinition } from "../../components";
import { findLabelled, listSecrets, putSecretValue } from "../../sandbox/aws/secretsmanager";
import { listParameters, putParameterValue } from "../../sandbox/aws/ssm";
import type { SandboxStack } from "../../sandbox/stack";
import { canary } from "../support/canary";
import { secretConfig, useSandbox } from "../support/sandbox";

const KEYS = ["secretOwn", "secretFilled", "parameterOwn", "parameterFilled"] as const;

const program = async (): Promise<void> => {
    const config = new pulumi.Config();
    const [own, filled, parameterOwn, parameterFilled] = KEYS.map((key) =>
        config.requireSecret(key),
    );
    const description = config.get("description");
    new SecretInjectedTaskDefinition("web", {
        cpu: 256,
        memory: 512,
        secrets: {
            secretOwn: { value: own, description },
            secretFilled: { external: { initialValue: filled }, description },
            parameterOwn: { store: "ssm", value: parameterOwn },
            parameterFilled: {
                store: "ssm",
                external: { initialValue: parameterFilled },
                description,
            },
        },
        containers: { web: { image: "httpd", secrets: { A: { secret: "secretOwn" } } } },
    });
};

describe("a value that was changed outside, on the real engine", () => {
    const sandbox = useSandbox();
    const first = new Map(KEYS.map((key) => [key, canary()]));
    const outside = new Map(KEYS.map((key) => [key, canary()]));
    let stack: SandboxStack;

    before("bring the secrets up, and change each of them outside", async () => {
        const { account } = sandbox();
        stack = await sandbox().stack(
            "dev",
            { project: "state", run: program },
            secretConfig(first),
        );
        const up = await stack.up();
        assert.equal(up.exitCode, 0, up.output);
        for (const [key, value] of outside) {
            if (key.startsWith("secret")) {
                putSecretValue(account, secretOf(key).arn, value);
            } else {
                putParameterValue(account, parameterOf(key).arn, value);
            }
        }
    });

    it("is left alone by `pulumi up`", async () => {
        const up = await stack.up();
        assert.equal(up.exitCode, 0, up.output);
        assert.deepEqual(up.changes, []);
        assert.deepEqual(values(), Object.fromEntries(outside));
    });

    it("is written over by `pulumi refresh` and `pulumi up` in a parameter of a value alone", async () => {
        await stack.cli(["refresh", "--stack", "dev", "--yes", "--skip-preview"]);
        const up = await stack.up();
        assert.equal(up.exitCode, 0, up.output);
        assert.deepEqual(values(), {
            ...Object.fromEntries(outside),
            parameterOwn: first.get("parameterOwn"),
        });
    });

    it("is left alone by a change of the description", async () => {
        const later = canary();
        putParameterValue(sandbox().account, parameterOf("parameterFilled").arn, later);
        await stack.setConfig({ description: { value: "made-up", secret: false } });
        const up = await stack.up();
        assert.equal(up.exitCode, 0, up.output);
        assert.deepEqual(
            { ...values(), parameterOwn: undefined },
            { ...Object.fromEntries(outside), parameterOwn: undefined, parameterFilled: later },
        );
    });

    function secretOf(key: string) {
        const [found] = listSecrets(sandbox().account).filter(({ name }) => name.includes(key));
        return found;
    }

    function parameterOf(key: string) {
        const [found] = listParameters(sandbox().account).filter(({ name }) => name.includes(key));
        return found;
    }

    function values(): Record<string, string | undefined> {
        return Object.fromEntries(
            KEYS.map((key) => [
                key,
                key.startsWith("secret")
                    ? findLabelled(secretOf(key), "AWSCURRENT")?.value
                    : parameterOf(key).value,
            ]),
        );
    }
});

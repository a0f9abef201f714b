import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Key } from "@pulumi/aws/kms";
import { SecretInjectedService, type SecretInjectedServiceArgs } from "../../components";
import { articleArgs, articleProgram } from "../support/article";
import { ACCOUNT } from "../support/fake-account";
import { runPack, toPackResources } from "../support/policies";
import { recordClean } from "../support/recorded";
import type { Program, RecordingOptions } from "../support/recording";
import { THREATS } from "./threats";

/** A service with secrets of both stores under two keys, and what the article does not use. */
function wideProgram(): SecretInjectedService {
    const [one, two] = ["one", "two"].map((name) => new Key(name, {}));
    const args: SecretInjectedServiceArgs = {
        cluster: "web",
        cpu: 256,
        memory: 512,
        networkConfiguration: { subnets: ["subnet-0a"] },
        secrets: {
            a: { value: pulumi.secret("made-up"), kmsKeyId: one.arn },
            b: { value: pulumi.secret("made-up"), kmsKeyId: two.arn },
            c: { value: pulumi.secret("made-up"), store: "ssm", kmsKeyId: one.arn },
            unused: { value: pulumi.secret("made-up"), kmsKeyId: two.arn },
        },
        containers: {
            web: {
                image: "httpd",
                environment: { LOG_LEVEL: "info" },
                secrets: { A: { secret: "a", jsonKey: "a" }, B: { secret: "b" } },
            },
            sidecar: { image: "sidecar", secrets: { C: { secret: "c" } } },
        },
    };
    return new SecretInjectedService("web", args);
}

const PROGRAMS: Record<string, Program> = {
    "the article's service": () => articleProgram(),
    "a service with two stores and two keys": wideProgram,
};

const china = { ...ACCOUNT, partition: "aws-cn", region: "cn-north-1" };

const STATES: Record<string, RecordingOptions> = {
    "when it is deployed": {},
    "when it is deployed in China": { where: china },
    "at its first preview": { mode: "preview" },
    "in a preview with the keys alone there": {
        mode: "preview",
        existing: ["article", "one", "two"],
    },
    "in a preview that adds a secret": {
        mode: "preview",
        existing: [
            "article",
            "one",
            "two",
            "web-execution-role",
            "web-secret-database",
            "web-secret-a",
        ],
    },
};

describe("what the component makes", () => {
    for (const [what, program] of Object.entries(PROGRAMS)) {
        for (const [when, options] of Object.entries(STATES)) {
            it(`passes the whole pack in silence: ${what}, ${when}`, async () => {
                const recording = await recordClean(program, options);
                assert.deepEqual(await runPack(toPackResources(recording)), []);
            });
        }
    }
});

describe("what the pack cannot know of what the component makes", () => {
    const reportsOn = async (program: Program, options: RecordingOptions) =>
        (await runPack(toPackResources(await recordClean(program, options)))).map(
            ({ level, message }) => `${level} ${message}`,
        );

    it("is the key of a secret that exists already, and it says so in one line", async () => {
        const program = () =>
            articleProgram((args) => ({
                ...args,
                containers: { web: { ...args.containers.web, secrets: { LEGACY: "/legacy" } } },
            }));
        assert.deepEqual(await reportsOn(program, {}), [
            "advisory undetermined: whether the task execution role web-execution-role may decrypt secrets LEGACY of container web (parameter /legacy). Not known: the key of what is no secret of this stack, for which a customer managed key needs kms:Decrypt.",
        ]);
    });

    it("is left to the update: whether a key policy of the user's own lets in a role to come", async () => {
        const policy = JSON.stringify({
            Version: "2012-10-17",
            Statement: {
                Effect: "Allow",
                Principal: { AWS: "arn:aws:iam::123456789012:role/admin" },
                Action: "kms:*",
                Resource: "*",
            },
        });
        const program = () =>
            new SecretInjectedService("web", articleArgs(new Key("article", { policy }).arn));
        assert.deepEqual(await reportsOn(program, { mode: "preview" }), []);
        const stopped = await reportsOn(program, {});
        assert.match(stopped.join(), /^mandatory .*: the key policy neither names the role nor/);
    });
});

describe("one change to what the component makes is one violation", () => {
    for (const { name, policy, change } of THREATS) {
        it(`${name}: ${[policy].flat().join(", ")}`, async () => {
            const recording = await recordClean(() => articleProgram());
            const found = await runPack(change(toPackResources(recording)));
            assert.deepEqual(
                found.map((one) => [one.policy, one.level, one.resource]),
                [policy].flat().map((each) => [each, "mandatory", "web-task"]),
            );
        });
    }
});

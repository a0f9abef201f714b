import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { Key } from "@pulumi/aws/kms";
import { SecretInjectedTaskDefinition } from "../../components";
import { inputsOf, recordClean } from "../support/recorded";
import { record, type RecordingOptions } from "../support/recording";
import { apiService } from "./api";

const VALUE = "canary-value-0000";

/** A program with variables of every kind. */
function program(): void {
    const key = new Key("key", {});
    apiService({
        environment: {
            PLAIN: VALUE,
            KEY_ID: key.keyId,
            GREETING: pulumi.interpolate`${VALUE} ${key.arn}`,
            RESOLVED: pulumi.output(VALUE),
            PROMISED: Promise.resolve(VALUE),
        },
    });
}

const NAMES = ["GREETING", "KEY_ID", "PLAIN", "PROMISED", "RESOLVED"];

const outlineIn = async (options: RecordingOptions) =>
    inputsOf(await recordClean(program, options), "api");

const outline = (undetermined: string[]) => ({
    containers: {
        api: {
            environment: NAMES,
            undetermined,
            secrets: [],
            logOptions: [],
            logSecretOptions: [],
        },
    },
    secrets: {},
    validated: true,
});

describe("the outline of a component tells which variables", () => {
    it("are not known at the first preview, sorted, and no value of any", async () => {
        assert.deepEqual(await outlineIn({ mode: "preview" }), outline(["GREETING", "KEY_ID"]));
    });

    it("are all known in a preview where what they come from is there", async () => {
        assert.deepEqual(await outlineIn({ mode: "preview", existing: ["key"] }), outline([]));
    });

    it("are all known in an update", async () => {
        assert.deepEqual(await outlineIn({}), outline([]));
    });

    it("are not known of a task definition alone, too", async () => {
        const recording = await recordClean(
            () =>
                new SecretInjectedTaskDefinition("api", {
                    cpu: 256,
                    memory: 512,
                    containers: {
                        api: { image: "httpd", environment: { KEY: new Key("key", {}).keyId } },
                    },
                }),
            { mode: "preview" },
        );
        const { containers } = inputsOf(recording, "api") as {
            containers: Record<string, { undetermined: string[] }>;
        };
        assert.deepEqual(containers.api.undetermined, ["KEY"]);
    });
});

describe("the outline of a component, where an Output is rejected", () => {
    it("adds no error of its own: it is the validation that rejects", async () => {
        let settle: (value: string) => void = () => undefined;
        const late = new Promise<string>((resolve) => (settle = resolve));
        const environment = {
            A: pulumi.output(Promise.reject<string>(new Error("rejected"))),
            B: pulumi.output(late),
        };
        const { errors, resources } = await record(() => apiService({ environment }));
        settle(VALUE);
        assert.ok(errors.length > 0);
        for (const { message } of errors) {
            assert.match(message, /error serializing property "validated": rejected$/);
        }
        assert.deepEqual(
            resources.map(({ name }) => name),
            [],
        );
    });
});

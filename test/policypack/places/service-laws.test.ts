import * as fc from "fast-check";
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { findPlaintextSecrets, type PlaintextReading, UNKNOWN_PART } from "../../../core";
import { listAppRunnerPlaintext } from "../../../policypack/places/app-runner-service";
import { listFunctionPlaintext } from "../../../policypack/places/function";
import {
    listInstancePlaintext,
    listLaunchTemplatePlaintext,
    listSpotFleetPlaintext,
} from "../../../policypack/places/instance";
import { listJobDefinitionPlaintext } from "../../../policypack/places/job-definition";
import { listLightsailPlaintext } from "../../../policypack/places/lightsail-deployment";
import { listProjectPlaintext } from "../../../policypack/places/project";
import type { Properties } from "../../../policypack/plaintext/define-policy";

const VALUE = "made-up-value-4711";

/** Each lister, and a resource with a password in every property that it reads. */
const LISTERS: Readonly<
    Record<string, { list: (props: Properties) => PlaintextReading; props: Properties }>
> = {
    "an App Runner service": {
        list: listAppRunnerPlaintext,
        props: {
            sourceConfiguration: {
                imageRepository: { imageConfiguration: configuration() },
                codeRepository: { codeConfiguration: { codeConfigurationValues: configuration() } },
            },
        },
    },
    "a Batch job definition": {
        list: listJobDefinitionPlaintext,
        props: {
            containerProperties: JSON.stringify({ environment: pairs() }),
            ecsProperties: JSON.stringify({
                taskProperties: [{ containers: [{ name: "web", command: words() }] }],
            }),
            eksProperties: {
                podProperties: { containers: [{ envs: pairs(), args: words() }], metadata: {} },
            },
            nodeProperties: JSON.stringify({
                nodeRangeProperties: [{ container: { environment: pairs() } }],
            }),
            parameters: { password: VALUE },
        },
    },
    "a CodeBuild project": {
        list: listProjectPlaintext,
        props: {
            environment: { environmentVariables: pairs() },
            source: { buildspec: `env:\n  variables:\n    PASSWORD: ${VALUE}\n`, location: "a" },
            secondarySources: [{ buildspec: JSON.stringify({ env: { variables: {} } }) }],
        },
    },
    "a Lambda function": {
        list: listFunctionPlaintext,
        props: {
            environment: { variables: { PASSWORD: VALUE } },
            imageConfig: { commands: words(), entryPoints: words() },
        },
    },
    "a launch template": {
        list: listLaunchTemplatePlaintext,
        props: { userData: Buffer.from(script()).toString("base64") },
    },
    "a Lightsail deployment": {
        list: listLightsailPlaintext,
        props: {
            containers: [{ containerName: "web", environment: { A: VALUE }, commands: words() }],
        },
    },
    "a fleet of spot instances": {
        list: listSpotFleetPlaintext,
        props: { launchSpecifications: [{ userData: script() }] },
    },
    "an instance": {
        list: listInstancePlaintext,
        props: { userData: script(), userDataBase64: gzipSync(script()).toString("base64") },
    },
};

function configuration() {
    return {
        runtimeEnvironmentVariables: { PASSWORD: VALUE },
        runtimeEnvironmentSecrets: { A: `postgres://app:${VALUE}@db.example` },
        startCommand: script(),
        buildCommand: script(),
    };
}

function pairs() {
    return [{ name: "PASSWORD", value: VALUE }];
}

function words() {
    return ["serve", "--password", VALUE];
}

function script() {
    return `export PASSWORD=${VALUE}\n`;
}

/** What may stand in place of anything. */
const odd = fc.oneof(
    fc.constantFrom<unknown>(
        null,
        undefined,
        7,
        true,
        "",
        UNKNOWN_PART,
        `${UNKNOWN_PART}${VALUE}`,
        VALUE,
        [VALUE],
        [UNKNOWN_PART, [null]],
        { name: VALUE, value: [VALUE] },
        { PASSWORD: { PASSWORD: VALUE } },
        `{"env":{"variables":[${UNKNOWN_PART}`,
        `{"env":{"variables":{"PASSWORD":{"a":"${VALUE}"}},"secrets-manager":7},"phases":[7]}`,
        "H4sIAAAAAAAAA",
        "--\n--\ncontent-type: a; boundary=b\n--b\ncontent-transfer-encoding: base64",
        "\ud800\u0000env:\n  secrets-manager",
    ),
    fc.json(),
    fc.string({ unit: "binary" }),
    fc.base64String(),
    fc.object({ maxDepth: 3 }),
);

/** The same properties, something else standing in one place of them. */
function changed(value: unknown): fc.Arbitrary<unknown> {
    if (typeof value !== "object" || value === null) {
        return odd;
    }
    // A name is shown as it is given, so that no value may stand there.
    const parts = Object.entries(value).filter(([key]) => !/name$/i.test(key));
    const within = parts.map(([key, part]) =>
        changed(part).map((other) => {
            const entries = Object.entries(value).map(([k, p]) => [k, k === key ? other : p]);
            return Array.isArray(value)
                ? entries.map(([, p]) => p as unknown)
                : (Object.fromEntries(entries) as unknown);
        }),
    );
    return fc.oneof(odd, ...within);
}

const asProperties = (value: unknown) =>
    (typeof value === "object" && value !== null ? value : { value }) as Properties;

/** All that is said of a resource. */
function messagesOf({ plaintext, findings }: PlaintextReading): string[] {
    return [...findPlaintextSecrets(plaintext), ...findings].map(
        ({ path, reason, remedy }) => `${path} ${reason} ${remedy}`,
    );
}

/** What is deep or long enough to break a reader that recurses or that goes back. */
const DEEP = "[".repeat(20_000) + "]".repeat(20_000);
const HUGE: Readonly<Record<string, string>> = {
    "JSON that is deep": DEEP,
    "JSON whose containers are deep": `{"taskProperties":[{"containers":[${DEEP}]}]}`,
    "a build spec whose phases are deep": `{"phases":${DEEP}}`,
    "a text of many lines": "content: QUJD\n".repeat(10_000),
    "a text of one line": "env: secrets-manager ".repeat(10_000),
    "a text of white space": " \t".repeat(100_000),
    "base64 of much": "QUJD".repeat(50_000),
};

describe("what services show", () => {
    for (const [name, { list, props }] of Object.entries(LISTERS)) {
        it(`is found in ${name}`, () => {
            assert.notDeepEqual(messagesOf(list(props)), []);
        });

        it(`is read without an exception, and no value is told, in ${name}`, () => {
            fc.assert(
                fc.property(changed(props), (other) => {
                    const messages = messagesOf(list(asProperties(other)));
                    assert.ok(messages.every((message) => !message.includes(VALUE)));
                }),
                { numRuns: 1_000 },
            );
        });

        for (const [kind, text] of Object.entries(HUGE)) {
            it(`is read without an exception in ${name} that holds ${kind}`, () => {
                const replace = (value: unknown): unknown =>
                    typeof value === "object" && value !== null
                        ? Array.isArray(value)
                            ? value.map(replace)
                            : Object.fromEntries(
                                  Object.entries(value).map(([key, part]) => [key, replace(part)]),
                              )
                        : text;
                assert.doesNotThrow(() => list(asProperties(replace(props))));
            }).timeout(20_000);
        }
    }
});

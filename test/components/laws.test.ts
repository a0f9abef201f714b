import assert from "node:assert/strict";
import fc from "fast-check";
import type { AccessRequest, RenderedDocument } from "../../core";
import { accessBy, without } from "../core/plan/rights/requests";
import { fakeCall, type FakeAccount } from "../support/fake-account";
import { documentOf } from "../support/recorded";
import { record, type Recording } from "../support/recording";
import { findText, type Wire } from "../support/wire";
import { CANARY, type Planned } from "./program-sources";
import { build, service, specs, type Built, type Spec } from "./programs";

const ROLE = "arn:aws:iam::123456789012:role/web-execution-role-0a1b2c3";

/** Runs a generated program, with the lookups it leads to answered. */
async function run(spec: Spec, mode: "preview" | "update" = "update", seed?: number) {
    let built: Built | undefined;
    const call = (token: string, where: FakeAccount, inputs: Wire = {}) => {
        switch (token) {
            case "aws:secretsmanager/getSecret:getSecret":
                return { kmsKeyId: built?.lookups[String(inputs.arn)] ?? "" };
            case "aws:secretsmanager/getRandomPassword:getRandomPassword":
                return { randomPassword: `${CANARY}-random-` };
            default:
                return fakeCall(token, where, inputs);
        }
    };
    const recording = await record(
        () => {
            built = build(spec);
            service(seed === undefined ? built : { ...built, args: reordered(built.args, seed) });
        },
        { mode, call },
    );
    assert.deepEqual(recording.errors.map(String), []);
    return { recording, built: built as unknown as Built };
}

/** The same args, with the keys of every plain object in another order. */
function reordered<T>(value: T, seed: number): T {
    if (Array.isArray(value)) {
        return value.map((entry: unknown) => reordered(entry, seed)) as T;
    }
    if (Object.getPrototypeOf(value ?? 0) !== Object.prototype) {
        return value;
    }
    const weigh = (text: string) =>
        [...text].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_521, seed);
    const entries = Object.entries(value as object).map(([key, entry]) => [
        key,
        reordered(entry as unknown, seed),
    ]);
    return Object.fromEntries(
        entries.sort(([a], [b]) => weigh(a as string) - weigh(b as string)),
    ) as T;
}

const ask = (
    action: string,
    resource: string,
    context: AccessRequest["context"] = {},
): AccessRequest => ({ action, resource, principalArn: ROLE, context });

const decrypt = (service: string, key: string, contextKey: string, arn: string) =>
    ask("kms:Decrypt", key, {
        "kms:ViaService": [`${service}.us-east-1.amazonaws.com`],
        [`kms:EncryptionContext:${contextKey}`]: [arn],
    });

const ACTIONS = {
    secretsmanager: ["secretsmanager:GetSecretValue", "SecretARN"],
    ssm: ["ssm:GetParameters", "PARAMETER_ARN"],
} as const;

/** What Amazon ECS asks for, to start the containers. */
function requestsOf({ injected, files }: Built): AccessRequest[] {
    return [
        ...injected.flatMap(({ store, arn, key }) => [
            ask(ACTIONS[store][0], arn),
            ...(key ? [decrypt(store, key, ACTIONS[store][1], arn)] : []),
        ]),
        ...files.flatMap(({ arn, key }) => [
            ask("s3:GetObject", arn),
            ask("s3:GetBucketLocation", arn.replace(/\/.*$/, "")),
            ...(key ? [decrypt("s3", key, "aws:s3:arn", arn)] : []),
        ]),
    ];
}

const policyOf = (recording: Recording) =>
    documentOf(recording, "web-execution-policy", "policy") as RenderedDocument;

const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort();

function assertRights(recording: Recording, built: Built): void {
    const requests = requestsOf(built);
    const hasPolicy = recording.resources.some(({ name }) => name === "web-execution-policy");
    assert.equal(hasPolicy, requests.length > 0);
    if (!hasPolicy) {
        return;
    }
    const policy = policyOf(recording);
    const isAllowed = accessBy([policy]);
    for (const request of requests) {
        assert.ok(isAllowed(request), `sufficient: ${JSON.stringify(request)}`);
    }
    policy.Statement.forEach(({ Sid }, index) => {
        const rest = accessBy([without(policy, index)]);
        assert.ok(!requests.every(rest), `necessary: ${Sid}`);
    });
    for (const [store, sid] of [
        ["secretsmanager", "ReadSecrets"],
        ["ssm", "ReadParameters"],
    ]) {
        const read = policy.Statement.find(({ Sid }) => Sid === sid);
        const expected = built.injected.filter((one) => one.store === store);
        assert.deepEqual(
            sorted(read?.Resource ?? []),
            sorted(expected.map(({ resource }) => resource)),
        );
    }
}

/** Values stand where they are kept, marked, and nowhere else. */
function assertSecrecy({ resources, outputs, logs }: Recording, { kept }: Built): void {
    const inputs = Object.fromEntries(resources.map(({ urn, inputs: one }) => [urn, one]));
    for (const { path, isMarked } of findText(inputs, CANARY)) {
        assert.ok(isMarked && /\.(secretString|value)$/.test(path), path);
    }
    for (const value of kept.flatMap((one: Planned) => one.value ?? [])) {
        assert.equal(findText(inputs, value).length, 1, value);
    }
    assert.deepEqual(findText({ outputs, logs }, CANARY), []);
}

/** Every input of every resource, byte by byte, and what each depends on. */
const bytesOf = ({ resources }: Recording) =>
    Object.fromEntries(
        resources.map(({ urn, inputs, dependencies, ignoreChanges }) => [
            urn,
            { inputs, dependencies, ignoreChanges },
        ]),
    );

describe("a service, whatever it injects,", function () {
    this.timeout(200_000);

    it("is allowed exactly what it reads, and tells no value (2,000 programs)", async () => {
        await fc.assert(
            fc.asyncProperty(specs, async (spec) => {
                const { recording, built } = await run(spec);
                assertRights(recording, built);
                assertSecrecy(recording, built);
            }),
            { numRuns: 2_000 },
        );
    });

    for (const mode of ["preview", "update"] as const) {
        it(`is made of the same bytes from permuted args (${mode}, 300 programs)`, async () => {
            await fc.assert(
                fc.asyncProperty(specs, fc.nat({ max: 65_520 }), async (spec, seed) => {
                    const { recording: one } = await run(spec, mode);
                    const { recording: other } = await run(spec, mode, seed);
                    assert.deepEqual(bytesOf(other), bytesOf(one));
                }),
                { numRuns: 300 },
            );
        });
    }
});

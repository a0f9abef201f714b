import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { policySize, type RenderedDocument, type RenderedStatement } from "../../core";
import { documentOf, inputsOf, recordClean } from "../support/recorded";
import { record, type Recording } from "../support/recording";
import { apiService, arnOf, namesOf } from "./api";

/** So many parameters under one key, by their names. */
const parameters = (count: number, kmsKeyId?: string) =>
    Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
            `V${index}`,
            { valueFrom: `/team/application/parameter-${index}`, ...(kmsKeyId && { kmsKeyId }) },
        ]),
    );

const KEY = arnOf("kms", "key/00000000-0000-4000-8000-000000000001");

const policiesOf = (recording: Recording) =>
    namesOf(recording).filter((name) => name.startsWith("api-execution-policy"));

const documentsOf = (recording: Recording) =>
    policiesOf(recording)
        .filter((name) => !name.includes("attachment"))
        .map((name) => documentOf(recording, name, "policy") as RenderedDocument);

/** What statements allow, one by one, whatever statement it stands in. */
function allowed(documents: readonly RenderedDocument<RenderedStatement>[]): string[] {
    return documents
        .flatMap(({ Statement }) => Statement)
        .flatMap(({ Action, Resource, Condition }) => {
            const contexts = Object.values(Condition ?? {}).flatMap((one) =>
                Object.entries(one).flatMap(([key, values]) =>
                    key.startsWith("kms:EncryptionContext") ? values : [],
                ),
            );
            return Resource.flatMap((resource) =>
                (contexts.length > 0 ? contexts : [""]).map((context) =>
                    [String(Action), resource, context].join(" "),
                ),
            );
        })
        .sort();
}

describe("the policy of the task execution role", () => {
    it("is inline as long as the quota of inline policies lasts", async () => {
        const recording = await recordClean(() => apiService({ secrets: parameters(40, KEY) }));
        assert.deepEqual(policiesOf(recording), ["api-execution-policy"]);
        assert.ok(policySize(documentsOf(recording)[0]) > 5_000);
    });

    it("is cut into managed policies where it has more than 10,240 characters", async () => {
        const whole = await recordClean(() => apiService({ secrets: parameters(1) }));
        assert.deepEqual(policiesOf(whole), ["api-execution-policy"]);
        const recording = await recordClean(() => apiService({ secrets: parameters(80, KEY) }));
        assert.deepEqual(policiesOf(recording), [
            "api-execution-policy-1",
            "api-execution-policy-2",
            "api-execution-policy-3",
            "api-execution-policy-4",
            "api-execution-policy-attachment-1",
            "api-execution-policy-attachment-2",
            "api-execution-policy-attachment-3",
            "api-execution-policy-attachment-4",
        ]);
        for (const part of [1, 2, 3, 4]) {
            assert.deepEqual(inputsOf(recording, `api-execution-policy-attachment-${part}`), {
                role: "api-execution-role-0a1b2c3",
                policyArn: `arn:aws:iam::123456789012:policy/api-execution-policy-${part}-0a1b2c3`,
            });
        }
        const documents = documentsOf(recording);
        documents.forEach((document) => assert.ok(policySize(document) <= 6_144));
        const arns = Array.from({ length: 80 }, (_, index) =>
            arnOf("ssm", `parameter/team/application/parameter-${index}`),
        );
        assert.deepEqual(
            allowed(documents),
            [
                ...arns.map((arn) => `ssm:GetParameters ${arn} `),
                ...arns.map((arn) => `kms:Decrypt ${KEY} ${arn}`),
            ].sort(),
        );
        assert.equal(
            inputsOf(recording, "api-execution-attachment").policyArn,
            "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
        );
    });

    it("is cut into as many parts in a preview, where no ARN is known", async () => {
        const program = () => apiService({ secrets: parameters(80, KEY) });
        const update = await recordClean(program);
        const preview = await recordClean(program, { mode: "preview" });
        assert.deepEqual(namesOf(preview), namesOf(update));
    });

    it("is refused where it is more than ten managed policies hold", async () => {
        const { errors, resources } = await record(() =>
            apiService({ secrets: parameters(500, KEY) }),
        );
        assert.equal(errors.length, 1);
        assert.ok(pulumi.InputPropertiesError.isInstance(errors[0]), String(errors[0]));
        assert.deepEqual(
            (errors[0].errors ?? []).map(({ propertyPath, reason }) => [propertyPath, reason]),
            [
                [
                    "executionRole.policies",
                    "the rights fill 23 managed policies, and 1 more is attached; a role has at most 10, unless AWS has raised it. Inject fewer secrets, or JSON keys of one secret in place of many secrets, or give a role of your own.",
                ],
            ],
        );
        const gated = resources.filter(({ name }) => /policy|attachment|task$|service/.test(name));
        assert.deepEqual(
            gated.map(({ name }) => name),
            [],
        );
    });
});

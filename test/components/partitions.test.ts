import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ACCOUNT, type FakeAccount } from "../support/fake-account";
import { inputsOf, recordClean } from "../support/recorded";
import { apiService, statementsOf } from "./api";

describe("a service outside the commercial partition", () => {
    const PLACES: (FakeAccount & { suffixes: string[] })[] = [
        {
            ...ACCOUNT,
            partition: "aws-cn",
            region: "cn-north-1",
            suffixes: ["amazonaws.com", "amazonaws.com.cn"],
        },
        {
            ...ACCOUNT,
            partition: "aws-us-gov",
            region: "us-gov-west-1",
            suffixes: ["amazonaws.com"],
        },
    ];
    for (const { suffixes, ...where } of PLACES) {
        it(`names ${where.partition} in every ARN, and its suffixes in kms:ViaService`, async () => {
            const { partition, region } = where;
            const keyArn = `arn:${partition}:kms:${region}:123456789012:key/fake`;
            const recording = await recordClean(
                () =>
                    apiService(
                        { secrets: { API_TOKEN: { secret: "own" } } },
                        { secrets: { own: { value: pulumi.secret("made-up"), kmsKeyId: keyArn } } },
                    ),
                { where },
            );
            const secretArn = `arn:${partition}:secretsmanager:${region}:123456789012:secret:api-secret-own-0a1b2c3-AbCdEf`;
            assert.deepEqual(statementsOf(recording)[1], {
                Sid: "DecryptSecrets",
                Effect: "Allow",
                Action: "kms:Decrypt",
                Resource: [keyArn],
                Condition: {
                    StringEquals: {
                        "kms:ViaService": suffixes.map((one) => `secretsmanager.${region}.${one}`),
                        "kms:EncryptionContext:SecretARN": [secretArn],
                    },
                },
            });
            assert.equal(
                inputsOf(recording, "api-execution-attachment").policyArn,
                `arn:${partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy`,
            );
        });
    }
});

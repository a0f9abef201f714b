import { Secret } from "@pulumi/aws/secretsmanager";
import type { SecretReferenceArgs } from "../../components";
import assert from "node:assert/strict";
import { recordClean } from "../support/recorded";
import { apiService, arnOf, decryptSecrets, readSecrets, statementsOf } from "./api";

const KEY = arnOf("kms", "key/00000000-0000-4000-8000-000000000001");
const DB = arnOf("secretsmanager", "secret:db-AbCdEf");

const decrypting = [readSecrets(DB), decryptSecrets(KEY, [DB])];

describe("a secret that is injected twice", () => {
    const twice = (one: SecretReferenceArgs, other: SecretReferenceArgs) =>
        recordClean(() => apiService({ secrets: { A: one, B: other } }));

    const named = { valueFrom: DB, kmsKeyId: KEY };

    it("has the key that its first reference names", async () => {
        assert.deepEqual(statementsOf(await twice(named, DB)), decrypting);
    });

    it("has the key that its second reference names", async () => {
        assert.deepEqual(statementsOf(await twice(DB, named)), decrypting);
    });

    for (const order of ["first", "last"]) {
        it(`has the key that a reference names beside a resource which stands ${order}`, async () => {
            const recording = await recordClean(() => {
                const plain = new Secret("db", { name: "db" });
                const named = { secret: plain, kmsKeyId: KEY };
                const [A, B] = order === "last" ? [named, plain] : [plain, named];
                return apiService({ secrets: { A, B } });
            });
            assert.deepEqual(statementsOf(recording), decrypting);
        });
    }
});

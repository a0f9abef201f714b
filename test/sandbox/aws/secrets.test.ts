import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { findSecret, listSecrets, putSecretValue } from "../../../sandbox/aws/secretsmanager";
import { rotator, TestAccount } from "../../support/simulated-aws";
import { typeOf, update } from "./engine-steps";

const emptyPolicy = JSON.stringify({ Version: "2012-10-17", Statement: [] });

describe("in the simulated AWS a secret", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    const find = (arn: string) => findSecret(account.account, arn);

    describe("names its key", () => {
        const keyId = () => account.create("key", {}).id;
        const names: Record<string, () => string> = {
            "by its id": keyId,
            "by its ARN": () => account.output("key", {}, "arn"),
            "by an alias": () => account.output("alias", { targetKeyId: keyId() }, "name"),
            "by the ARN of an alias": () =>
                account.output("alias", { targetKeyId: keyId() }, "arn"),
        };
        for (const [title, name] of Object.entries(names)) {
            it(title, () => {
                const kmsKeyId = name();
                const { id } = account.create("secret", { kmsKeyId });
                const [key] = account.account.collection<{ arn: string }>("kms-keys").list();
                assert.equal(find(id)?.kmsKeyId, key.arn);
                const inputs = { type: "SecureString", value: "fake-value", keyId: kmsKeyId };
                assert.equal(account.create("parameter", inputs).outputs.keyId, kmsKeyId);
            });
        }

        it("by the ARN of the AWS managed one, which is as if it named none", () => {
            const token = "aws:kms/getKey:getKey";
            const args = { keyId: "alias/aws/secretsmanager" };
            const { arn: kmsKeyId } = provider.invoke(account.account, token, args);
            const { id } = account.create("secret", { kmsKeyId });
            assert.equal(find(id)?.kmsKeyId, undefined);
        });
    });

    it("is found by its partial ARN, but for a name that ends as if it were complete", () => {
        const { id } = account.create("secret", { name: "db" });
        const misleading = account.create("secret", { name: "db-abcdef" }).id;
        assert.equal(find(id.slice(0, -7))?.arn, id);
        assert.equal(find(misleading.slice(0, -7)), undefined);
        assert.equal(find(`${misleading.slice(0, -7)}-??????`)?.arn, misleading);
    });

    it("keeps the policy that another resource gave it, until that is deleted", () => {
        const secret = account.create("secret", {});
        const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
        const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
        const given = account.create("secretPolicy", { secretArn: secret.id, policy });
        update(account, "secret", secret, { description: "other" });
        assert.equal(find(secret.id)?.policy, policy);
        account.delete("secretPolicy", given);
        assert.equal(find(secret.id)?.policy, undefined);
    });

    it("is rotated by a function until its rotation is deleted", () => {
        const secretId = account.output("secret", {}, "arn");
        const rotationRules = { automaticallyAfterDays: 30 };
        const rotationLambdaArn = rotator(account);
        const inputs = { secretId, rotationLambdaArn, rotationRules };
        const rotation = account.create("secretRotation", inputs);
        assert.equal(rotation.outputs.rotationEnabled, true);
        assert.equal(find(secretId)?.rotationLambdaArn, rotationLambdaArn);
        account.delete("secretRotation", rotation);
        assert.equal(find(secretId)?.rotationLambdaArn, undefined);
    });

    describe("with replicas", () => {
        const replica = { region: "eu-west-1" };
        const there = () => listSecrets(account.account.in(replica.region));

        it("is there as well, with its versions and a key and a policy of its own", () => {
            const kmsKeyId = account.output("key", {}, "arn");
            const inputs = { name: "db", kmsKeyId, policy: emptyPolicy, replicas: [replica] };
            const { id } = account.create("secret", inputs);
            putSecretValue(account.account, id, "fake-value");
            const copy = find(id.replace("us-east-1", "eu-west-1"));
            assert.deepEqual(copy?.versions, find(id)?.versions);
            assert.deepEqual([copy?.kmsKeyId, copy?.policy], [undefined, undefined]);
        });

        it("is changed where it was made alone", () => {
            const { id } = account.create("secret", { replicas: [replica] });
            assert.throws(
                () =>
                    putSecretValue(
                        account.account,
                        id.replace("us-east-1", "eu-west-1"),
                        "fake-value",
                    ),
                /InvalidRequestException: Operation not permitted on a replica secret/,
            );
        });

        const ends: Record<string, (inputs: Properties) => void> = {
            "an update that drops them": (inputs) => {
                const secret = account.create("secret", inputs);
                update(account, "secret", secret, { ...inputs, replicas: [] });
            },
            "its deletion": (inputs) => account.delete("secret", account.create("secret", inputs)),
        };
        for (const [title, end] of Object.entries(ends)) {
            it(`loses them with ${title}`, () => {
                end({ name: "db", replicas: [replica] });
                assert.deepEqual(there(), []);
            });
        }

        it("leaves a secret that has its name there as it is", () => {
            const { id } = account.create("secret", { name: "db", ...replica });
            account.create("secret", { name: "db", replicas: [replica] });
            assert.deepEqual(
                there().map(({ arn }) => arn),
                [id],
            );
        });
    });

    it("may be recovered for 7 to 30 days, or not at all", () => {
        const reasons = (recoveryWindowInDays: number) =>
            provider.checkInputs(
                typeOf("secret"),
                "web",
                { recoveryWindowInDays },
                {},
                new Uint8Array([7]),
            ).failures;
        for (const days of [0, 7, 30]) {
            assert.deepEqual(reasons(days), []);
        }
        for (const days of [1, 6, 31]) {
            assert.deepEqual(reasons(days), [
                {
                    property: "recoveryWindowInDays",
                    reason: "simulated AWS: expected recoveryWindowInDays to be 0 or in the range (7 - 30)",
                },
            ]);
        }
    });
});

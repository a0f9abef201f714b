import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import { UNKNOWN, type Properties } from "../../../sandbox/aws/resource-type";
import { findSecret, listSecrets } from "../../../sandbox/aws/secretsmanager";
import { findParameter } from "../../../sandbox/aws/ssm";
import { TestAccount } from "../../support/simulated-aws";
import { typeOf, update } from "./engine-steps";

describe("in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    describe("a parameter", () => {
        const inputs = { name: "/a", type: "SecureString", value: "fake-one" };
        const versions: Record<string, [Properties, number]> = {
            "gets another version with another value": [{ value: "fake-two" }, 2],
            "gets another version with another description": [{ description: "two" }, 2],
            "keeps its version with other tags": [{ tags: { team: "web" } }, 1],
        };
        for (const [title, [change, version]] of Object.entries(versions)) {
            it(title, () => {
                const created = account.create("parameter", inputs);
                const news = { ...inputs, ...change };
                const preview = provider.previewUpdate(
                    typeOf("parameter"),
                    created.outputs,
                    inputs,
                    news,
                );
                const { outputs } = update(account, "parameter", created, news);
                assert.equal(outputs.version, version);
                assert.equal(preview.version, version === 1 ? 1 : UNKNOWN);
            });
        }

        it("takes the place of another where it is told to overwrite", () => {
            account.create("parameter", inputs);
            const second = account.create("parameter", { ...inputs, overwrite: true });
            assert.equal(second.outputs.version, 2);
        });

        it("with a write-only value puts it out nowhere", () => {
            const { value: valueWo, ...rest } = inputs;
            const { outputs } = account.create("parameter", {
                ...rest,
                valueWo,
                valueWoVersion: 1,
            });
            assert.ok(!JSON.stringify(outputs).includes(valueWo));
            assert.equal(outputs.hasValueWo, true);
            assert.equal(findParameter(account.account, "/a")?.value, valueWo);
        });
    });

    describe("a secret", () => {
        it("puts out the policy and the replicas that it was given", () => {
            const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
            const given = {
                policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
                replicas: [{ region: "eu-west-1" }],
            };
            const { outputs } = account.create("secret", given);
            assert.deepEqual([outputs.policy, outputs.replicas], [given.policy, given.replicas]);
        });

        it("puts out its tags as all tags", () => {
            const tags = { team: "web" };
            assert.deepEqual(account.create("secret", { tags }).outputs.tagsAll, tags);
        });

        it("is gone at once without a recovery window", () => {
            account.delete("secret", account.create("secret", { recoveryWindowInDays: 0 }));
            assert.deepEqual(listSecrets(account.account), []);
        });

        it("keeps a version that has a label of its own, and the label moves with an update", () => {
            const secretId = account.output("secret", {}, "arn");
            const first = {
                secretId,
                secretString: "fake-one",
                versionStages: ["AWSCURRENT", "own"],
            };
            const state = account.create("secretVersion", first);
            account.create("secretVersion", { secretId, secretString: "fake-two" });
            account.create("secretVersion", { secretId, secretString: "fake-three" });
            const stages = () =>
                findSecret(account.account, secretId)?.versions.map((one) => one.stages);
            assert.deepEqual(stages(), [["own"], ["AWSPREVIOUS"], ["AWSCURRENT"]]);
            update(account, "secretVersion", state, first);
            assert.deepEqual(stages(), [["AWSCURRENT", "own"], ["AWSPREVIOUS"]]);
        });

        it("with a write-only value puts it out nowhere", () => {
            const secretId = account.output("secret", {}, "arn");
            const secretStringWo = "fake-write-only";
            const inputs = { secretId, secretStringWo, secretStringWoVersion: 1 };
            const { outputs } = account.create("secretVersion", inputs);
            assert.ok(!JSON.stringify(outputs).includes(secretStringWo));
            assert.equal(outputs.hasSecretStringWo, true);
            const [version] = findSecret(account.account, secretId)?.versions ?? [];
            assert.equal(version.value, secretStringWo);
        });
    });
});

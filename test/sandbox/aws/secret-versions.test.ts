import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { ResourceState } from "../../../sandbox/aws/resource-type";
import { findSecret, putSecretValue } from "../../../sandbox/aws/secretsmanager";
import { TestAccount } from "../../support/simulated-aws";
import { typeOf, update } from "./engine-steps";
import { listen } from "./published";

describe("in the simulated AWS a version of a secret", () => {
    let account: TestAccount;
    let secretId: string;
    beforeEach(() => {
        account = new TestAccount();
        secretId = account.output("secret", { name: "db" }, "arn");
    });
    afterEach(() => account.remove());

    const put = (secretString: string, versionStages?: string[]) =>
        account.create("secretVersion", { secretId, secretString, versionStages });
    const stages = () => findSecret(account.account, secretId)?.versions.map((one) => one.stages);
    const read = ({ id, outputs }: ResourceState) =>
        provider.read(account.account, typeOf("secretVersion"), id, outputs);

    it("has its own labels beside the current one if it is the first", () => {
        assert.deepEqual(put("fake-one", ["own"]).outputs.versionStages, ["AWSCURRENT", "own"]);
    });

    it("takes the labels that it is given, and those alone, if it is a later one", () => {
        put("fake-one");
        put("fake-two", ["AWSPENDING"]);
        assert.deepEqual(stages(), [["AWSCURRENT"], ["AWSPENDING"]]);
    });

    it("tells the labels that it has now, when it is read", () => {
        const first = put("fake-one", ["AWSCURRENT", "own"]);
        putSecretValue(account.account, secretId, "fake-rotated");
        const found = read(first);
        assert.deepEqual(found?.versionStages, ["AWSPREVIOUS", "own"]);
        assert.equal(found?.secretString, "fake-one");
    });

    it("is gone for the provider when it has no label, and can be read by its id alone", () => {
        const first = put("fake-one");
        put("fake-two");
        assert.deepEqual(read(first)?.versionStages, ["AWSPREVIOUS"]);
        put("fake-three");
        assert.equal(read(first), undefined);
        const [deprecated] = findSecret(account.account, secretId)?.deprecated ?? [];
        assert.equal(deprecated.versionId, first.outputs.versionId);
        assert.deepEqual(stages(), [["AWSPREVIOUS"], ["AWSCURRENT"]]);
    });

    it("is gone for the provider with its secret", () => {
        const first = put("fake-one");
        const secret = { id: secretId, outputs: { recoveryWindowInDays: 30 } };
        account.delete("secret", secret);
        assert.equal(read(first), undefined);
        account.delete("secretVersion", first);
    });

    it("gets a label that another one has, and gives up one that it is no longer to have", () => {
        const first = put("fake-one", ["AWSCURRENT", "own"]);
        const second = put("fake-two");
        const inputs = { secretId, secretString: "fake-two", versionStages: ["AWSCURRENT", "own"] };
        update(account, "secretVersion", second, inputs);
        assert.deepEqual(stages(), [["AWSPREVIOUS"], ["AWSCURRENT", "own"]]);
        update(account, "secretVersion", second, { ...inputs, versionStages: ["AWSCURRENT"] });
        assert.deepEqual(stages(), [["AWSPREVIOUS"], ["AWSCURRENT"]]);
        const news = { ...inputs, secretString: "fake-one", versionStages: ["AWSCURRENT"] };
        assert.deepEqual(update(account, "secretVersion", first, news).outputs.versionStages, [
            "AWSCURRENT",
        ]);
        assert.deepEqual(stages(), [["AWSCURRENT"], ["AWSPREVIOUS"]]);
    });

    describe("that is deleted", () => {
        it("stays while it is the current one, without its other labels", () => {
            account.delete("secretVersion", put("fake-one", ["AWSCURRENT", "own"]));
            assert.deepEqual(stages(), [["AWSCURRENT"]]);
        });

        it("goes with the labels that the provider saw", () => {
            put("fake-one");
            account.delete("secretVersion", put("fake-two", ["own"]));
            assert.deepEqual(stages(), [["AWSCURRENT"]]);
        });

        it("is refused if a label that the provider saw has left it, as AWS refuses it", () => {
            const first = put("fake-one", ["AWSCURRENT", "own"]);
            put("fake-two", ["AWSCURRENT", "own"]);
            assert.throws(
                () => account.delete("secretVersion", first),
                /UpdateSecretVersionStage, InvalidParameterException: The staging label own is not attached to version [0-9a-f-]{36}, which/,
            );
        });
    });

    it("is told of when a label that others may wait for comes to it", () => {
        const published = listen(account, "aws.secretsmanager");
        const first = put("fake-one", ["AWSCURRENT", "own"]);
        put("fake-two", ["AWSPENDING"]);
        const versionId = putSecretValue(account.account, secretId, "fake-rotated");
        const event = (labelUpdated: string, id: unknown) => ({
            "detail-type": "Secret Label Updated",
            resources: [secretId],
            detail: { name: "db", labelUpdated, versionId: id },
        });
        assert.deepEqual(published(), [
            event("AWSCURRENT", first.outputs.versionId),
            event("own", first.outputs.versionId),
            event("AWSCURRENT", versionId),
        ]);
    });

    it("of another account's secret cannot be put", () => {
        const other = account.other();
        assert.throws(
            () => other.create("secretVersion", { secretId, secretString: "fake-one" }),
            /PutSecretValue, AccessDeniedException: User: arn:aws:iam::210987654321:user\/simulated is not authorized/,
        );
    });
});

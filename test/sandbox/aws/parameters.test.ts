import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { findParameter, putParameterValue } from "../../../sandbox/aws/ssm";
import { TestAccount } from "../../support/simulated-aws";
import { checked, typeOf, update } from "./engine-steps";
import { listen } from "./published";

const INTELLIGENT = "Intelligent-Tiering";

describe("in the simulated AWS a parameter", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    const inputs = { name: "/a", type: "SecureString", value: "fake-one" };
    const long = "x".repeat(4_097);
    const tiers: Record<string, [Properties, string]> = {
        "is a standard one": [{}, "Standard"],
        "is an advanced one where it is told so": [{ tier: "Advanced" }, "Advanced"],
        "is a standard one where AWS chooses and it is short": [
            { tier: INTELLIGENT, value: "x".repeat(4_096) },
            "Standard",
        ],
        "is an advanced one where AWS chooses and it is long": [
            { tier: INTELLIGENT, value: long },
            "Advanced",
        ],
    };
    for (const [title, [change, tier]] of Object.entries(tiers)) {
        it(title, () => {
            const { outputs } = account.create("parameter", { ...inputs, ...change });
            assert.equal(outputs.tier, tier);
        });
    }

    const asked = (tier: string, value = "fake-one") => ({ ...inputs, tier, value });
    const updates: Record<string, [Properties, Properties, string]> = {
        "becomes an advanced one with a long value where AWS chooses": [
            asked(INTELLIGENT),
            asked(INTELLIGENT, long),
            "Advanced",
        ],
        "stays an advanced one with a short value where AWS chooses": [
            asked(INTELLIGENT, long),
            asked(INTELLIGENT),
            "Advanced",
        ],
        "stays an advanced one where no tier is named any more": [
            asked("Advanced"),
            { ...inputs, value: "fake-two" },
            "Advanced",
        ],
    };
    for (const [title, [first, then, tier]] of Object.entries(updates)) {
        it(title, () => {
            const state = account.create("parameter", first);
            assert.equal(update(account, "parameter", state, then).outputs.tier, tier);
        });
    }

    it("becomes no standard one by an update", () => {
        const state = account.create("parameter", asked(INTELLIGENT, long));
        assert.throws(
            () => update(account, "parameter", state, asked("Standard")),
            /PutParameter, ValidationException: .* You can't downgrade a parameter/,
        );
    });

    const differences: Record<string, [string, string, string[], string[]]> = {
        "is replaced to become a standard one": ["Advanced", "Standard", ["tier"], ["tier"]],
        "is updated to become an advanced one": ["Standard", "Advanced", ["tier"], []],
        "stays as it is where AWS is to choose from now on": ["Standard", INTELLIGENT, [], []],
    };
    for (const [title, [old, now, changed, replaces]] of Object.entries(differences)) {
        it(title, () => {
            const found = provider.diffInputs(typeOf("parameter"), asked(old), asked(now));
            assert.deepEqual([found.changed, found.replaces], [changed, replaces]);
        });
    }

    it("keeps its version with other tags where AWS chose its tier", () => {
        const state = account.create("parameter", asked(INTELLIGENT));
        const news = { ...asked(INTELLIGENT), tags: { team: "web" } };
        assert.equal(update(account, "parameter", state, news).outputs.version, 1);
    });

    it("keeps a value from outside when its tags alone change", () => {
        const state = account.create("parameter", inputs);
        assert.equal(putParameterValue(account.account, "/a", "fake-rotated"), 2);
        const { outputs } = update(account, "parameter", state, { ...inputs, tags: { a: "b" } });
        assert.deepEqual([outputs.value, outputs.version], ["fake-rotated", 2]);
        assert.equal(findParameter(account.account, "/a")?.value, "fake-rotated");
    });

    it("that is not there gets no value from outside", () => {
        assert.throws(
            () => putParameterValue(account.account, "/a", "fake-rotated"),
            /PutParameter, ParameterNotFound: Parameter \/a not found/,
        );
    });

    it("of another account is not found, for nothing shares it", () => {
        const arn = account.other().output("parameter", inputs, "arn");
        assert.equal(findParameter(account.account, arn), undefined);
        assert.equal(findParameter(account.other().account, arn)?.name, "/a");
    });

    it("is told of whenever it changes, by whomever", () => {
        const published = listen(account, "aws.ssm");
        const state = account.create("parameter", inputs);
        update(account, "parameter", state, { ...inputs, tags: { team: "web" } });
        update(account, "parameter", state, { ...inputs, value: "fake-two" });
        putParameterValue(account.account, "/a", "fake-rotated");
        account.delete("parameter", state);
        const event = (operation: string) => ({
            "detail-type": "Parameter Store Change",
            resources: ["arn:aws:ssm:us-east-1:123456789012:parameter/a"],
            detail: { operation, name: "/a", type: "SecureString" },
        });
        assert.deepEqual(published(), ["Create", "Update", "Update", "Delete"].map(event));
    });
});

describe("the simulated AWS refreshes", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    const refresh = (type: "parameter" | "rolePolicy", inputs: Properties, outputs: Properties) =>
        provider.refreshInputs(typeOf(type), inputs, outputs);

    it("inputs to what was changed elsewhere, so that the next update finds it", () => {
        const inputs = checked("parameter", { type: "String", name: "/a", value: "fake-one" });
        const { id, outputs } = account.create("parameter", inputs);
        putParameterValue(account.account, "/a", "fake-rotated");
        const found = provider.read(account.account, typeOf("parameter"), id, outputs) ?? {};
        assert.deepEqual(refresh("parameter", inputs, found), { ...inputs, value: "fake-rotated" });
    });

    it("nothing where the difference is none, or there is nothing to compare", () => {
        const chosen = { tier: "Intelligent-Tiering", __defaults: [] };
        assert.deepEqual(refresh("parameter", chosen, { tier: "Advanced", version: 2 }), chosen);
        const laidOut = { policy: '{ "Statement": [] }', name: "web" };
        assert.deepEqual(refresh("rolePolicy", laidOut, { policy: '{"Statement":[]}' }), laidOut);
    });
});

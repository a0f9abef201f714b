import assert from "node:assert/strict";
import { KeptAccount } from "../kept/kept-account";
import { byGrants } from "./by-grants";
import { byKeys } from "./by-keys";
import { byPolicies, decryptAlone, secretFor } from "./by-policies";
import { stopReason, unreadable } from "./world";

describe("a task in the simulated AWS that injects a secret", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
    });
    afterEach(() => account.remove());

    for (const [when, [change, reason]] of Object.entries({
        ...byGrants,
        ...byKeys,
        ...byPolicies,
    })) {
        it(`${reason === undefined ? "runs" : "stops"} when ${when}`, () => {
            assert.equal(stopReason(account, change), reason);
        });
    }

    it("stops when nobody can say whether its boundary limits what everybody is allowed", () => {
        const role = { role: decryptAlone, boundary: decryptAlone };
        const reason = stopReason(account, { ...role, secret: () => secretFor("*") }) ?? "";
        const [before] = unreadable("").split("User: ");
        const unknown =
            "the simulation cannot tell whether secretsmanager:GetSecretValue is allowed: ";
        assert.equal(reason.slice(0, before.length + unknown.length), `${before}${unknown}`);
        assert.match(reason, /the permissions boundary/);
    });
});

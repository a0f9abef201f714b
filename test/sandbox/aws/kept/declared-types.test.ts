import assert from "node:assert/strict";
import * as provider from "../../../../sandbox/aws/provider";
import { KEPT_TOKENS, KeptAccount } from "./kept-account";
import { declaration, missing } from "../../../support/declared-types";

describe("what the simulated AWS keeps has, as the types of @pulumi/aws say,", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
    });
    afterEach(() => account.remove());

    for (const token of KEPT_TOKENS) {
        const declared = declaration(token);
        const type = provider.resourceType(token);

        it(`every output of ${token} that is never undefined, and none that it has not`, () => {
            const { outputs } = account.make(token, account.minimal(token));
            const given = Object.keys(outputs).filter((output) => outputs[output] !== undefined);
            assert.deepEqual(missing(declared.certain, given), []);
            assert.deepEqual(missing(given, declared.outputs), []);
        });

        it(`the same outputs of ${token} in preview, known or unknown`, () => {
            const { inputs } = account.checked(token, account.minimal(token));
            const preview = provider.previewCreate(account.account, type, inputs);
            const { outputs } = provider.create(account.account, type, inputs);
            assert.deepEqual(Object.keys(preview).sort(), Object.keys(outputs).sort());
        });

        it(`the required inputs of ${token}`, () => {
            assert.deepEqual([...(type.required ?? [])].sort(), declared.required);
        });

        it(`inputs and outputs of ${token} alone where it speaks of some`, () => {
            const { replaceOn = [], canonical, recomputed = {}, autoName = [], computed } = type;
            const inputs = [
                replaceOn,
                Object.keys({ ...canonical, ...recomputed }),
                autoName,
            ].flat();
            assert.deepEqual(missing(inputs, declared.inputs), []);
            const outputs = [...computed, ...Object.values(recomputed).flat()];
            assert.deepEqual(missing(outputs, declared.outputs), []);
        });
    }
});

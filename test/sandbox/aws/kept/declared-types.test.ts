import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as provider from "../../../../sandbox/aws/provider";
import { KEPT_TOKENS, KeptAccount } from "./kept-account";

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

/** What the declaration of a resource says of its inputs and outputs. */
function declaration(token: string) {
    const folder = path.dirname(require.resolve("@pulumi/aws/package.json"));
    const text = fs.readFileSync(path.join(folder, `${token.split(":")[1]}.d.ts`), "utf8");
    const shell = text.slice(text.indexOf("export declare class"), text.indexOf("constructor("));
    const outputs = [...shell.matchAll(/readonly (\w+): pulumi\.Output<([\s\S]*?)>;\n/g)];
    const args = text.slice(text.search(/export interface \w+Args /));
    const inputs = [...args.matchAll(/^ {4}(\w+)(\??): /gm)];
    return {
        outputs: outputs.map(([, name]) => name),
        certain: outputs
            .filter(([, , type]) => !type.includes("undefined"))
            .map(([, name]) => name),
        inputs: inputs.map(([, name]) => name),
        required: inputs
            .filter(([, , optional]) => optional === "")
            .map(([, name]) => name)
            .sort(),
    };
}

function missing(wanted: readonly string[], given: readonly string[]): string[] {
    return wanted.filter((name) => !given.includes(name));
}

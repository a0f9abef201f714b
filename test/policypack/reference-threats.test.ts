import assert from "node:assert/strict";
import { articleProgram } from "../support/article";
import { runPack, toPackResources } from "../support/policies";
import { recordClean } from "../support/recorded";
import { KEY_THREATS, REFERENCE_THREATS } from "./reference-threats";

const rows = [
    ...REFERENCE_THREATS.map((threat) => ({ ...threat, resource: "web-task" })),
    ...KEY_THREATS.map((threat) => ({ ...threat, resource: "web-secret-database" })),
];

describe("one change to what references, roles and keys are is one violation", () => {
    for (const { name, policy, change, resource } of rows) {
        it(`${name}: ${policy as string}`, async () => {
            const recording = await recordClean(() => articleProgram());
            const found = await runPack(change(toPackResources(recording)));
            assert.deepEqual(
                found.map((one) => [one.policy, one.level, one.resource]),
                [[policy, "mandatory", resource]],
            );
        });
    }
});

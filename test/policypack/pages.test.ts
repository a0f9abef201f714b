import assert from "node:assert/strict";
import { policies } from "../../policypack/policies";
import { runPack, toPackResources } from "../support/policies";
import { exampleBelow, readPart } from "../support/policy-files";
import { recordClean } from "../support/recorded";
import { exampleProgram } from "../support/run-example";

const config = { databasePassword: "made-up-value" };

describe("the examples on a policy's page", () => {
    for (const { name } of policies) {
        const reportsOn = async (heading: string) => {
            const code = exampleBelow(readPart("page", name), heading);
            const recording = await recordClean(exampleProgram(code, config));
            assert.ok(recording.resources.length > 0);
            return await runPack(toPackResources(recording));
        };

        it(`${name}: the bad one is stopped, by this policy alone`, async () => {
            const reports = await reportsOn("Bad");
            assert.deepEqual(
                reports.map(({ policy, level }) => [policy, level]),
                [[name, "mandatory"]],
            );
        });

        it(`${name}: the good one passes in silence`, async () => {
            assert.deepEqual(await reportsOn("Good"), []);
        });
    }
});

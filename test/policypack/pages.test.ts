import assert from "node:assert/strict";
import { policies } from "../../policypack/policies";
import { runPack, toPackResources } from "../support/policies";
import { configBelow, exampleBelow, readPart } from "../support/policy-files";
import { recordClean } from "../support/recorded";
import { exampleProgram } from "../support/run-example";

const values = { databasePassword: "made-up-value" };

/** What is known at last is judged by others: such a policy speaks at previews, and stops nothing. */
const AT_PREVIEW: readonly string[] = ["ecs-secret-injected-service-no-plaintext-secrets"];

/** What works, and is not as good as it could be, stops nothing. */
const ADVISORY = policies
    .filter(({ enforcementLevel }) => enforcementLevel === "advisory")
    .map(({ name }) => name);

/** What only notes is heard through the policy that it notes for. */
const SAID_BY: Readonly<Record<string, string>> = {
    "pulumi-secret-require-tracking": "aws-plaintext-no-pulumi-secrets",
};

describe("the examples on a policy's page", () => {
    for (const { name } of policies) {
        const isAtPreview = AT_PREVIEW.includes(name);
        const mode = isAtPreview ? "preview" : "update";
        const reportsOn = async (heading: string) => {
            const page = readPart("page", name);
            const code = exampleBelow(page, heading);
            const recording = await recordClean(exampleProgram(code, values), { mode });
            assert.ok(recording.resources.length > 0);
            const config = configBelow(page, heading);
            return await runPack(toPackResources(recording), { config });
        };

        it(`${name}: the bad one is stopped, by this policy alone`, async () => {
            const reports = await reportsOn("Bad");
            assert.deepEqual(
                reports.map(({ policy, level }) => [policy, level]),
                [
                    [
                        SAID_BY[name] ?? name,
                        isAtPreview || ADVISORY.includes(name) ? "advisory" : "mandatory",
                    ],
                ],
            );
        });

        it(`${name}: the good one passes in silence`, async () => {
            assert.deepEqual(await reportsOn("Good"), []);
        });
    }
});

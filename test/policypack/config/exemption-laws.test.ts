import fc from "fast-check";
import assert from "node:assert/strict";
import { toResources } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { EXEMPTION, SECRETS, taskWith, VALUE } from "../exemptions/base";

const NAMES = ["API_TOKEN", "DB_PASSWORD", "GOOGLE_KEY", "SMTP_PASSWORD", "STRIPE_SECRET_KEY"];

const stackWith = (names: readonly string[]) =>
    taskWith(
        JSON.stringify([
            { name: "web", environment: names.map((name) => ({ name, value: VALUE })) },
        ]),
    );

/** The variables that are reported; nothing else may be said. */
async function namesReported(names: readonly string[], exemptions: readonly object[]) {
    const config = { [SECRETS]: { exemptions } };
    const reports = await runPack(toResources(stackWith(names)), { config, today: "2026-06-15" });
    return reports
        .filter(({ policy }) => policy === SECRETS)
        .map(({ message }) => / environment (\w+) is plaintext/.exec(message)?.[1]);
}

describe("exemptions", () => {
    const some = fc.subarray(NAMES);

    it("silence exactly the variables that they name, in any order of both", async () => {
        const orders = [fc.shuffledSubarray(NAMES), fc.shuffledSubarray(NAMES)] as const;
        await fc.assert(
            fc.asyncProperty(...orders, async (names, exempted) => {
                const exemptions = exempted.map((variable) => ({ ...EXEMPTION, variable }));
                const rest = names.filter((name) => !exempted.includes(name)).sort();
                assert.deepEqual(await namesReported(names, exemptions), rest);
            }),
            { numRuns: 50 },
        );
    });

    it("that have expired or cannot be read change nothing that is reported of a secret", async () => {
        const spoilt = fc.constantFrom(
            { expires: "2026-06-14" },
            { expires: "2026-13-40" },
            { reason: "" },
            { urn: "task" },
            { urn: "urn:pulumi:prod::*" },
            { container: "other" },
        );
        await fc.assert(
            fc.asyncProperty(some, some, spoilt, async (names, exempted, change) => {
                const exemptions = exempted.map((variable) => ({
                    ...EXEMPTION,
                    variable,
                    ...change,
                }));
                assert.deepEqual(await namesReported(names, exemptions), names);
            }),
            { numRuns: 50 },
        );
    });
});

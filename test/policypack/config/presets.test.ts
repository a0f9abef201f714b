import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { PackConfig } from "../../support/pack-config";
import { toResources } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { SECRETS, taskWith } from "../exemptions/base";

const FOLDER = path.join(__dirname, "..", "..", "..", "policypack", "presets");
const read = (name: string) =>
    JSON.parse(fs.readFileSync(path.join(FOLDER, `${name}.json`), "utf8")) as PackConfig;

const STACK = taskWith(
    JSON.stringify([
        {
            name: "web",
            image: "httpd",
            environment: [
                { name: "DB_PASSWORD", value: "example-only" },
                { name: "GOOGLE_KEY", value: "example-only" },
            ],
        },
    ]),
);

/** By preset: the level of what is certain, and of what is likely. */
const LEVELS = {
    observe: ["advisory", "advisory"],
    recommended: ["mandatory", "advisory"],
    strict: ["mandatory", "mandatory"],
};

describe("the preset", () => {
    const levelsWith = async (config?: PackConfig) =>
        (await runPack(toResources(STACK), { config })).map(({ policy, level }) => [policy, level]);

    for (const [name, levels] of Object.entries(LEVELS)) {
        it(`${name} makes what is certain ${levels[0]}, and what is likely ${levels[1]}`, async () => {
            const expected = levels.map((level) => [SECRETS, level]);
            assert.deepEqual(await levelsWith(read(name)), expected);
        });
    }

    it("recommended is the pack as it comes", async () => {
        assert.deepEqual(await levelsWith(), await levelsWith(read("recommended")));
    });

    it("there is none but these", () => {
        const files = Object.keys(LEVELS).map((name) => `${name}.json`);
        assert.deepEqual(fs.readdirSync(FOLDER).sort(), files);
    });

    it("leaves the policy that tracks at remediate, the only level at which it sees anything", () => {
        const levels = Object.keys(LEVELS).map(
            (name) => read(name)["pulumi-secret-require-tracking"],
        );
        assert.deepEqual(levels, ["remediate", "remediate", "remediate"]);
    });
});

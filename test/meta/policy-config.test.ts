import Ajv from "ajv";
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { policies } from "../../policypack/policies";
import { configBelow, readPart } from "../support/policy-files";

const ROOT = path.join(__dirname, "..", "..");
const readText = (...parts: string[]) => fs.readFileSync(path.join(ROOT, ...parts), "utf8");
const readJson = (...parts: string[]): unknown => JSON.parse(readText(...parts));

const validate = new Ajv({ strict: true, allErrors: true }).compile(
    readJson("policypack", "config-schema.json") as object,
);

const SECRETS = "ecs-task-definition-no-plaintext-secrets";
const DECRYPT = "ecs-execution-role-require-kms-decrypt";
const EXEMPTION = { urn: "*::web", reason: "known", expires: "2027-01-31" };
const exempting = (change: object) => ({
    [SECRETS]: { exemptions: [{ ...EXEMPTION, ...change }] },
});

/** Every JSON block of a page. */
const blocksOf = (page: string) =>
    [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text) as unknown);

const VALID: Readonly<Record<string, unknown>> = {
    "an empty file": {},
    "one level for all": { all: "disabled" },
    "a level for one": { [SECRETS]: "advisory" },
    "every setting of a policy on plaintext": {
        [SECRETS]: {
            enforcementLevel: "mandatory",
            likely: "disabled",
            allow: ["A_*"],
            deny: [],
            exemptions: [{ ...EXEMPTION, container: "w?b", variable: "*" }],
        },
    },
    "the level of the policy that tracks": { "pulumi-secret-require-tracking": "remediate" },
};

const INVALID: Readonly<Record<string, unknown>> = {
    "a policy that there is not": { "ecs-task-definition-no-plaintext-secret": "advisory" },
    "a level that there is not": { [SECRETS]: "warning" },
    "a level that is no text": { [SECRETS]: { enforcementLevel: true } },
    "the level remediate for a policy that changes nothing": { [SECRETS]: "remediate" },
    "the level remediate for all": { all: "remediate" },
    "a setting that the policy does not have": { [SECRETS]: { exemption: [] } },
    "likely for a policy that is never unsure": { [DECRYPT]: { likely: "mandatory" } },
    "a level of what is likely that there is not": { [SECRETS]: { likely: "remediate" } },
    "a name that is no list": { [SECRETS]: { allow: "A_*" } },
    "an empty name": { [SECRETS]: { deny: [""] } },
    "an exemption that is no list": { [SECRETS]: { exemptions: EXEMPTION } },
    "an exemption without a URN": exempting({ urn: undefined }),
    "an exemption without a reason": exempting({ reason: undefined }),
    "an exemption with a blank reason": exempting({ reason: " " }),
    "an exemption without an end": exempting({ expires: undefined }),
    "an exemption whose end is no date": exempting({ expires: "31.12.2026" }),
    "an exemption with a field too many": exempting({ comment: "" }),
    "an exemption by variable of a policy that knows none": {
        [DECRYPT]: { exemptions: [{ ...EXEMPTION, variable: "A" }] },
    },
};

describe("the schema of the configuration", () => {
    const isValid = (config: unknown) => validate(JSON.parse(JSON.stringify(config)));

    for (const [name, config] of Object.entries(VALID)) {
        it(`takes ${name}`, () => assert.ok(isValid(config), JSON.stringify(validate.errors)));
    }

    for (const [name, config] of Object.entries(INVALID)) {
        it(`refuses ${name}`, () => assert.equal(isValid(config), false));
    }

    it("has an entry for every policy, and no other but all and environments", () => {
        const { properties } = readJson("policypack", "config-schema.json") as {
            properties: object;
        };
        const names = policies.map(({ name }) => name);
        assert.deepEqual(Object.keys(properties), ["all", "environments", ...names]);
    });

    for (const preset of ["observe", "recommended", "strict"]) {
        it(`takes the preset ${preset}`, () => {
            const config = readJson("policypack", "presets", `${preset}.json`);
            assert.ok(isValid(config), JSON.stringify(validate.errors));
        });
    }

    it("takes every example of a configuration in the documentation", () => {
        const ofPolicies = policies.flatMap(({ name }) => {
            const page = readPart("page", name);
            const [, configure] = page.split("\n## Configure\n");
            const examples = ["Bad", "Good"].map((heading) => configBelow(page, heading));
            return [...blocksOf(configure), ...examples.filter((config) => config !== undefined)];
        });
        const ofPage = blocksOf(readText("docs", "policies.md"));
        for (const block of [...ofPage, ...ofPolicies]) {
            assert.ok(isValid(block), JSON.stringify([block, validate.errors]));
        }
        assert.equal(ofPage.length, 5);
    });
});

import assert from "node:assert/strict";
import { policies } from "../../policypack/policies";
import { namesWith, readPart } from "../support/policy-files";

/** A policy must be small: what it knows lives in core, what it sees in policypack/stack. */
const MOST_LINES = 60;

const SECTIONS = [
    "What it requires",
    "Why",
    "What it says at the first preview",
    "Bad",
    "Good",
    "Configure",
];

/** What stands below "Why" and below "Configure". */
const PARTS = ["Related controls", "When not to use it"];

/** A policy's functions as the SDK calls them. */
interface Functions {
    readonly validateResource: (args: never, report: () => never) => unknown;
    readonly validateStack: (args: never, report: () => never) => unknown;
}

/** What the SDK's `notApplicable` throws. */
class NotApplicable extends Error {}

const reportsNothing = (): never => assert.fail("nothing is reported");

describe("every policy", () => {
    const names = policies.map(({ name }) => name);

    it("is registered under its name, and the registry is sorted but for the last one", () => {
        const last = "ecs-exemption-require-use";
        assert.deepEqual(names, [...namesWith("source").filter((name) => name !== last), last]);
    });

    it("has a specification of its name, and there is no other", () => {
        assert.deepEqual(namesWith("spec"), [...names].sort());
    });

    it("has a page of its name, and there is no other", () => {
        assert.deepEqual(namesWith("page"), [...names].sort());
    });

    it("that exempts runs before the one on exemptions, which forgets what they met", () => {
        const after = policies
            .slice(names.indexOf("ecs-exemption-require-use") + 1)
            .filter((policy) => "validateStack" in policy)
            .map(({ name }) => name);
        assert.deepEqual(after, []);
    });

    for (const policy of policies) {
        const { name } = policy;

        it(`${name} has at most ${MOST_LINES} lines`, () => {
            const lines = readPart("source", name).trimEnd().split("\n").length;
            assert.ok(lines <= MOST_LINES, `${lines} lines`);
        });

        it(`${name} says in general what it is, requires and helps against`, () => {
            const { displayName, description, severity, remediationSteps, url, tags } = policy;
            const { framework } = policy;
            for (const text of [displayName, description, severity, remediationSteps]) {
                assert.ok(text, "none of them is missing");
            }
            assert.match(url ?? "", /^https:\/\/docs\.aws\.amazon\.com\//);
            assert.ok(tags && tags.length > 0);
            const { name: of, version, reference, specification } = framework ?? {};
            for (const text of [of, version, reference, specification]) {
                assert.ok(text, "the control that it serves is named in full");
            }
            assert.match(description, /\bmust\b.*\.$/);
        });

        it(`${name} is named <service>-<resource>-no-<thing> or -require-<thing>`, () => {
            assert.match(name, /^[a-z][a-z\d]*(-[a-z]+)+-(no|require)(-[a-z]+)+$/);
        });

        it(`${name} has a page with every section, and the config that changes its level`, () => {
            const page = readPart("page", name);
            assert.ok(page.includes(`{ "${name}": "advisory" }`));
            const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
            assert.deepEqual(headings, SECTIONS);
            const parts = [...page.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
            assert.deepEqual(parts, PARTS);
        });

        // The SDK itself says so of a policy that remediates and judges nothing.
        if ("validateResource" in policy || "validateStack" in policy) {
            it(`${name} says where it does not apply`, async () => {
                const { validateResource, validateStack } = policy as Partial<Functions>;
                const notApplicable = (reason: string) => {
                    throw new NotApplicable(reason);
                };
                const about = { type: "aws:s3/bucket:Bucket", urn: "", props: {}, resources: [] };
                const args = { ...about, notApplicable, getConfig: () => ({}) } as never;
                await assert.rejects(
                    async () => await (validateStack ?? validateResource)?.(args, reportsNothing),
                    (error) => error instanceof NotApplicable && error.message !== "",
                );
            });
        }
    }
});

describe("every policy against secrets in plaintext", () => {
    const ofPlaintext = policies.filter(({ name }) => name.endsWith("-no-plaintext-secrets"));

    for (const { name, tags = [], framework, configSchema } of ofPlaintext) {
        it(`${name} names the controls that a secret in plaintext breaks`, () => {
            assert.deepEqual(
                ["cis-3.11", "cwe-312", "cwe-798", "pci-dss-8.6.2"].filter(
                    (tag) => !tags.includes(tag),
                ),
                [],
            );
            assert.equal(new Set(tags).size, tags.length, "no tag stands twice");
        });

        it(`${name} can be told levels, names and exemptions`, () => {
            const settings = Object.keys(configSchema?.properties ?? {});
            assert.deepEqual(settings, ["likely", "allow", "deny", "exemptions"]);
        });

        if (name.startsWith("ecs-")) {
            it(`${name} is AWS Security Hub's control ECS.8`, () => {
                assert.equal(framework?.name, "AWS Foundational Security Best Practices");
                assert.equal(framework.reference, "ECS.8");
            });
        }
    }
});

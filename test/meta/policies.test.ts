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

describe("every policy", () => {
    const names = policies.map(({ name }) => name);

    it("is registered under its name, and the registry is sorted", () => {
        assert.deepEqual(names, namesWith("source"));
    });

    it("has a specification of its name, and there is no other", () => {
        assert.deepEqual(namesWith("spec"), names);
    });

    it("has a page of its name, and there is no other", () => {
        assert.deepEqual(namesWith("page"), names);
    });

    for (const policy of policies) {
        const { name } = policy;

        it(`${name} has at most ${MOST_LINES} lines`, () => {
            const lines = readPart("source", name).trimEnd().split("\n").length;
            assert.ok(lines <= MOST_LINES, `${lines} lines`);
        });

        it(`${name} says in general what it is, requires and helps against`, () => {
            const { displayName, description, severity, remediationSteps, url, tags } = policy;
            for (const text of [displayName, description, severity, remediationSteps]) {
                assert.ok(text, "none of them is missing");
            }
            assert.match(url ?? "", /^https:\/\/docs\.aws\.amazon\.com\//);
            assert.ok(tags && tags.length > 0);
            assert.match(description, /\bmust\b.*\.$/);
        });

        it(`${name} is named <service>-<resource>-no-<thing> or -require-<thing>`, () => {
            assert.match(name, /^[a-z]+(-[a-z]+)+-(no|require)(-[a-z]+)+$/);
        });

        it(`${name} has a page with every section, and the config that changes its level`, () => {
            const page = readPart("page", name);
            assert.ok(page.includes(`{ "${name}": "advisory" }`));
            const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
            assert.deepEqual(headings, SECTIONS);
        });
    }
});

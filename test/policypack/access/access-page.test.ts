import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { formatExplanation } from "../../../core";
import { policies } from "../../../policypack/policies";
import { toResources, type Stack } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { ALIAS, decryptStatement, deployed, policy, readStatement } from "../kms-decrypt/stack";
import { explainStack } from "./explained-stack";

const PAGE = path.join(__dirname, "..", "..", "..", "docs", "access.md");
const POLICY = "ecs-execution-role-require-kms-decrypt";

/** What the parts of the stack are called in the page's example. */
const NAMES: Readonly<Record<string, string>> = {
    key: "web-key",
    parameter: "database-password",
    rights: "web-rights",
    role: "web-execution",
    task: "web",
};

const renamed: Stack = Object.fromEntries(
    Object.entries(deployed).map(([name, { from = {}, ...part }]) => [
        NAMES[name] ?? name,
        {
            ...part,
            from: Object.fromEntries(
                Object.entries(from).map(([property, names]) => [
                    property,
                    names.map((one) => NAMES[one] ?? one),
                ]),
            ),
        },
    ]),
);

/** The statement names the key by its alias, which is the field's usual mistake. */
const EXAMPLE: Stack = {
    ...renamed,
    "web-rights": {
        ...renamed["web-rights"],
        props: {
            ...renamed["web-rights"].props,
            policy: policy(readStatement, decryptStatement({ Resource: ALIAS })),
        },
    },
    "web-service": {
        type: "aws:ecs/service:Service",
        props: { name: "web", taskDefinition: "web" },
        from: { taskDefinition: ["web"] },
    },
};

/** The block of the page that follows a marker. */
function blockAfter(marker: string, language: string): string | undefined {
    const page = fs.readFileSync(PAGE, "utf8");
    const [, below = ""] = page.split(`<!-- ${marker}: held by a test -->\n`);
    return below.split(`\`\`\`${language}\n`).at(1)?.split("```")[0];
}

describe("the page on access", () => {
    it("shows what the violation of its example says", async () => {
        const reports = await runPack(toResources(EXAMPLE));
        assert.deepEqual(
            reports.map((report) => [report.policy, report.level]),
            [[POLICY, "mandatory"]],
        );
        assert.equal(blockAfter("violation", "text"), `${reports[0].message}\n`);
    });

    it("shows how that came about", () => {
        const denied = explainStack(EXAMPLE)?.needs.find(
            (need) => need.judgement.answer === "denied",
        );
        const [explanation] = denied?.explanations ?? [];
        assert.equal(blockAfter("explanation", "text"), `${formatExplanation(explanation)}\n`);
    });

    it("draws its service", () => {
        assert.equal(blockAfter("diagram", "mermaid"), explainStack(EXAMPLE)?.diagram);
    });

    it("has one row of its table for each policy on access", () => {
        const rows = fs
            .readFileSync(PAGE, "utf8")
            .split("\n")
            .flatMap((line) => /^\| \[`([a-z0-9-]+)`\]/.exec(line)?.[1] ?? []);
        // The others look for plaintext, or at the pack's own configuration.
        const isOfAccess = (name: string) =>
            /-(require|no)-(?!plaintext|pulumi|use$|tracking$)/.test(name);
        assert.deepEqual(
            [...rows].sort(),
            policies
                .map(({ name }) => name)
                .filter(isOfAccess)
                .sort(),
        );
    });
});

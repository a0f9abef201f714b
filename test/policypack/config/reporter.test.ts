import assert from "node:assert/strict";
import type { ReportViolation } from "@pulumi/policy";
import { createReporter, type ReportedFinding } from "../../../policypack/config/reporter";
import { PLAINTEXT_CONFIG } from "../../../policypack/config/schema";
import { takeUses } from "../../../policypack/config/used-exemptions";

const POLICY = { name: "a-policy", configSchema: PLAINTEXT_CONFIG };

const finding = (change: Partial<ReportedFinding> = {}): ReportedFinding => ({
    urn: "urn:pulumi:dev::shop::t::web",
    certainty: "certain",
    message: "something",
    ...change,
});

/** What the SDK is told of findings, in their order. */
function tell(config: object, findings: readonly ReportedFinding[]): unknown[] {
    const told: unknown[] = [];
    const violation = (message: unknown, urn?: string) =>
        told.push(typeof message === "string" ? { message, urn } : message);
    const args = { getConfig: <T extends object>() => config as T };
    const { report } = createReporter(POLICY, args, violation as unknown as ReportViolation);
    findings.forEach(report);
    return told;
}

describe("a reporter", () => {
    afterEach(() => takeUses());

    const { urn, message } = finding();
    const atPolicy = { message, urn };
    const asAdvisory = { message, urn, enforcementLevel: "advisory" };

    it("tells what is certain at the level of the policy, and the rest as advisory", () => {
        const levels = (["certain", "likely", "undetermined"] as const).map((certainty) =>
            tell({}, [finding({ certainty })]),
        );
        assert.deepEqual(levels, [[atPolicy], [asAdvisory], [asAdvisory]]);
    });

    it("tells what is likely at the level that is set", () => {
        const levels = ["advisory", "mandatory", "disabled"].map((likely) =>
            tell({ likely }, [finding({ certainty: "likely" })]),
        );
        assert.deepEqual(levels, [[asAdvisory], [atPolicy], []]);
    });

    it("tells the same of the same resource once", () => {
        assert.deepEqual(tell({}, [finding(), finding(), finding({ variable: "A" })]), [atPolicy]);
    });

    it("tells the same of each of two resources, in the order in which it is told", () => {
        const other = finding({ urn: `${urn}-2` });
        assert.deepEqual(tell({}, [other, finding()]), [{ message, urn: other.urn }, atPolicy]);
    });

    it("hands on what the team says of names", () => {
        const rules = { allow: ["A"], deny: ["B"] };
        const args = { getConfig: <T extends object>() => rules as T };
        const silent = (() => assert.fail()) as ReportViolation;
        assert.deepEqual(createReporter(POLICY, args, silent).rules, rules);
    });

    it("notes every exemption that is for a finding, and what it hides", () => {
        const exemption = { urn: "*", reason: "known", expires: "2999-12-31" };
        const exemptions = [
            exemption,
            { ...exemption, variable: "A" },
            { ...exemption, urn: "urn:pulumi:*::x" },
        ];
        assert.deepEqual(tell({ exemptions }, [finding({ container: "c", variable: "A" })]), []);
        const [{ uses }] = takeUses();
        const place = { urn, container: "c", variable: "A" };
        assert.deepEqual(
            uses.map(({ path, places, isOpen }) => ({ path, places, isOpen })),
            [
                { path: "exemptions[0]", places: [place], isOpen: false },
                { path: "exemptions[1]", places: [place], isOpen: false },
                { path: "exemptions[2]", places: [], isOpen: false },
            ],
        );
    });
});

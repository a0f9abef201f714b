import assert from "node:assert/strict";
import { toResources, type Stack } from "./pack-stack";
import { runPack, type PolicyReport, type RunOptions } from "./policies";

/** One row: a stack that differs in one thing from the base, and all that the policy says. */
export interface PolicyRow extends RunOptions {
    /** Completes the sentence of its table. */
    readonly name: string;
    readonly stack: Stack;
}

/** A row that a policy speaks on. */
export interface ReportedRow extends PolicyRow {
    /** The exact messages, without the policy's description. */
    readonly messages: readonly string[];
    /** @default - the base's task definition */
    readonly resource?: string;
}

/** The three tables of a policy's specification. */
export interface PolicyTables {
    /** Nothing is said. */
    readonly valid: readonly PolicyRow[];
    /** The stack is stopped. */
    readonly invalid: readonly ReportedRow[];
    /** What cannot be known, or is no more than likely, is said, and stops nothing. */
    readonly unknown: readonly ReportedRow[];
    /** Must stand in no message. */
    readonly values: readonly string[];
}

/** Runs the tables of a policy; the whole pack runs, and this policy's reports count. */
export function describePolicy(policy: string, tables: PolicyTables): void {
    const reportsOn = async ({ stack, config, today }: PolicyRow): Promise<PolicyReport[]> => {
        const reports = await runPack(toResources(stack), { config, today });
        for (const value of tables.values) {
            assert.ok(!JSON.stringify(reports).includes(value), "no value is in any message");
        }
        return reports.filter((report) => report.policy === policy);
    };
    const expected = (level: PolicyReport["level"], row: ReportedRow): PolicyReport[] =>
        row.messages.map((message) => ({
            policy,
            level,
            message,
            resource: row.resource ?? "task",
        }));

    describe(policy, () => {
        describe("is silent on", () => {
            for (const row of tables.valid) {
                it(row.name, async () => assert.deepEqual(await reportsOn(row), []));
            }
        });
        describe("stops", () => {
            for (const row of tables.invalid) {
                it(row.name, async () =>
                    assert.deepEqual(await reportsOn(row), expected("mandatory", row)),
                );
            }
        });
        describe("reports without stopping", () => {
            for (const row of tables.unknown) {
                it(row.name, async () =>
                    assert.deepEqual(await reportsOn(row), expected("advisory", row)),
                );
            }
        });
    });
}

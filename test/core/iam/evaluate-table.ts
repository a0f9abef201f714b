import assert from "node:assert/strict";
import { evaluateIdentity, type AccessRequest, type Verdict } from "../../../core/iam";
import { policy } from "./fixtures";

type Answer = Verdict["answer"];

/** What an identity policy of these statements answers. */
export type Row = [name: string, answer: Answer, statements: unknown, version?: string];

/** One test for each row, all of one request. */
export function tableOf(title: string, request: AccessRequest, rows: readonly Row[]): void {
    describe(title, () => {
        for (const [name, answer, statements, version] of rows) {
            it(`is ${answer} by ${name}`, () => {
                const verdict = evaluateIdentity(request, [policy(statements, version)]);
                assert.equal(verdict.answer, answer, JSON.stringify(verdict));
                assert.match(verdict.explanation, /^\S.*\.$/s);
            });
        }
    });
}

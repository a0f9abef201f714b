import assert from "node:assert/strict";
import { changeStack, toResources, type Stack } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import type { ReportedRow } from "../../support/policy-table";
import { advisory } from "../misplaced/advisory";
import { given } from "../misplaced/stack";
import { invalid } from "./invalid";
import { policy } from "./stack";

const WILDCARD = "iam-role-policy-no-wildcard-secret-access";

/** The statements that a message prints, if none of them is a form to be filled in. */
function printed({ messages: [message] }: ReportedRow, before: string): object[] {
    const json = message.split(before)[1] ?? "";
    return json === "" || json.includes("<")
        ? []
        : (JSON.parse(`[${json.replaceAll("} and {", "},{")}]`) as object[]);
}

const policiesOn = async (stack: Stack) =>
    (await runPack(toResources(stack))).map(({ policy: name }) => name);

describe("exactly what is printed", () => {
    const wide = invalid
        .filter(({ resource }) => resource === "rights")
        .map((row) => ({ row, statements: printed(row, "Write instead: ") }))
        .filter(({ statements }) => statements.length > 0);
    it("is printed in enough of the rows", () => assert.ok(wide.length >= 4));
    for (const { row, statements } of wide) {
        it(`is silent in place of a policy with ${row.name}`, async () => {
            const stack = changeStack(row.stack, {
                rights: { props: { policy: policy(...statements) } },
            });
            assert.ok(!(await policiesOn(stack)).includes(WILDCARD));
        });
    }

    const moved = advisory
        .map((row) => ({ row, statements: printed(row, "Move it to role: ") }))
        .filter(({ statements }) => statements.length > 0);
    it("is printed in enough of the rows on the wrong role", () => assert.ok(moved.length >= 5));
    for (const { row, statements } of moved) {
        it(`is silent on the execution role after ${row.name}`, async () => {
            // Where it is the right to the key, the right to read stands there already, and stays.
            const isAll = !("own" in row.stack);
            const stack = changeStack(row.stack, {
                ...(isAll ? { rights: undefined } : { own: undefined }),
                added: given("role", ...statements),
            });
            assert.deepEqual(
                (await policiesOn(stack)).filter((name) => /^ecs-(execution|task)-role/.test(name)),
                [],
            );
        });
    }
});

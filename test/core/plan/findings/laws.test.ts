import assert from "node:assert/strict";
import fc from "fast-check";
import { findServiceFindings, findTaskDefinitionFindings } from "../../../../core";
import { reorderings } from "../../../support/arbitraries";
import { CANARY, wrongArgs } from "./wrong-args";

describe("findServiceFindings, whatever is given,", () => {
    it("never shows a value: of the environment, of a secret, of a reference", () => {
        fc.assert(
            fc.property(wrongArgs, (args) => {
                const findings = [findServiceFindings, findTaskDefinitionFindings];
                const shown = JSON.stringify(findings.map((find) => find(args)));
                assert.ok(!shown.includes(CANARY), shown);
            }),
            { numRuns: 500 },
        );
    });

    it("finds the same in every order of the args", () => {
        fc.assert(
            fc.property(
                wrongArgs.chain((args) => fc.tuple(fc.constant(args), reorderings(args))),
                ([args, other]) => {
                    assert.deepEqual(findServiceFindings(other), findServiceFindings(args));
                },
            ),
        );
    });
});

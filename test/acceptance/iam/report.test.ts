import assert from "node:assert/strict";
import type { Comparison } from "../../../acceptance/iam/compare";
import { renderAccess } from "../../../acceptance/iam/report";

const worlds: Comparison = {
    worlds: 10,
    allowed: 3,
    agreed: 6,
    undetermined: new Map([["an excerpt", 1]]),
    explained: new Map([
        ["case", 2],
        ["several", 1],
    ]),
    unexplained: [],
};
const calls = { calls: 4, allowed: 1, agreed: 1, explained: 1, unexplained: [] };
const managed = { policies: 2, outdated: [] };

describe("renderAccess", () => {
    it("ends with the sum, and counts each difference with AWS's page", () => {
        const { lines, isGreen } = renderAccess(worlds, calls, managed);
        assert.equal(isGreen, true);
        assert.equal(
            lines.at(-2),
            "10 worlds (3 allowed): 6 agree, 3 differ as the table says, 1 undetermined, 4 calls: 1 agree, 1 differ, 2 managed policies, 0 unexplained",
        );
        const text = lines.join("\n");
        assert.match(text, /^ {6}2 differ: moto tells capital letters .*elements_action\.html\)$/m);
        assert.match(text, /^ {6}0 differ: moto does not replace policy variables/m);
        assert.match(text, /^ {6}1 differ by several of these together$/m);
        assert.match(text, /^ {6}1 undetermined: an excerpt$/m);
    });

    const red: [what: string, render: () => ReturnType<typeof renderAccess>, says: RegExp][] = [
        [
            "a world is unexplained",
            () => renderAccess({ ...worlds, unexplained: ["world 7"] }, calls, managed),
            /^Unexplained: world 7$/m,
        ],
        [
            "a call is unexplained",
            () => renderAccess(worlds, { ...calls, unexplained: ["call 7"] }, managed),
            /^Unexplained: call 7$/m,
        ],
        [
            "a managed policy is outdated",
            () => renderAccess(worlds, calls, { policies: 2, outdated: ["X: only AWS: …"] }),
            /^Unexplained: X: only AWS: …$/m,
        ],
        ["nothing is allowed", () => renderAccess({ ...worlds, allowed: 0 }, calls, managed), /./],
        ["nothing is denied", () => renderAccess({ ...worlds, agreed: 3 }, calls, managed), /./],
        ["no call is allowed", () => renderAccess(worlds, { ...calls, allowed: 0 }, managed), /./],
    ];
    for (const [what, render, says] of red) {
        it(`is red where ${what}`, () => {
            const { lines, isGreen } = render();
            assert.equal(isGreen, false);
            assert.match(lines.join("\n"), says);
        });
    }

    it("tells twenty of what is unexplained, and how many more there are", () => {
        const unexplained = Array.from({ length: 23 }, (_, index) => `world ${index}`);
        const { lines } = renderAccess({ ...worlds, unexplained }, calls, managed);
        assert.equal(lines.filter((line) => line.includes("Unexplained: ")).length, 20);
        assert.ok(lines.includes("\n… and 3 more"));
    });
});

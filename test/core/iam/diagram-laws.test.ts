import assert from "node:assert/strict";
import fc from "fast-check";
import { explainAccess, renderAccessDiagram, type AccessDrawing } from "../../../core/iam";
import { askedWorlds } from "./explain-worlds";

const TEXT = String.raw`(?:[\p{L}\p{N} _.,:/@=+*?()…-]|#\d+;)*`;
const LINES = [
    /^flowchart LR$/,
    /^$/,
    new RegExp(String.raw`^ {4}n\d+\["${TEXT}"\]$`, "u"),
    new RegExp(String.raw`^ {4}n\d+ (?:-->|-- "${TEXT}" -->|-\. "${TEXT}" \.->) n\d+$`, "u"),
    /^ {4}linkStyle \d+(?:,\d+)* stroke-dasharray:8 5$/,
];

describe("the laws of diagrams", () => {
    const names = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constant('x"]\n--> end'));
    const drawings = fc
        .tuple(names, names, names, names, fc.array(askedWorlds, { maxLength: 3 }))
        .map(([service, task, role, target, worlds]): AccessDrawing => ({
            service,
            task,
            role,
            accesses: worlds.map(({ request, world }, index) => ({
                target: { kind: index === 0 ? "key" : "secret", name: target },
                ...(index === 0 && { encrypts: { kind: "secret", name: `${target}${role}` } }),
                explanation: explainAccess(request, world),
                ...(index === 2 && { outcome: { answer: "denied", why: role } }),
            })),
        }));

    it("keeps every line well formed, whatever things are called", () => {
        fc.assert(
            fc.property(drawings, (drawing) => {
                for (const line of renderAccessDiagram(drawing).split("\n")) {
                    assert.ok(
                        LINES.some((form) => form.test(line)),
                        line,
                    );
                }
            }),
            { numRuns: 500 },
        );
    });

    it("gives the same text in whatever order the rights come", () => {
        fc.assert(
            fc.property(drawings, (drawing) => {
                const accesses = [...drawing.accesses].reverse();
                assert.equal(
                    renderAccessDiagram({ ...drawing, accesses }),
                    renderAccessDiagram(drawing),
                );
            }),
            { numRuns: 200 },
        );
    });
});

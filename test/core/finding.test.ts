import assert from "node:assert/strict";
import fc from "fast-check";
import { compare, sortFindings, type Finding } from "../../core";

const finding = (path: string, reason: string, remedy = "Mend it."): Finding => ({
    path,
    reason,
    remedy,
});

describe("sortFindings", () => {
    it("sorts by path, then by reason, and leaves its argument as it was", () => {
        const given = [finding("b", "x"), finding("a", "y"), finding("a", "x")];
        const before = [...given];
        assert.deepEqual(sortFindings(given), [given[2], given[1], given[0]]);
        assert.deepEqual(given, before);
    });

    it("sorts by code unit, capitals first, so that no locale shows", () => {
        const paths = ["ä", "a", "Z", "_", "10", "9"];
        const sorted = sortFindings(paths.map((path) => finding(path, "x")));
        assert.deepEqual(
            sorted.map(({ path }) => path),
            ["10", "9", "Z", "_", "a", "ä"],
        );
    });

    it("does not depend on the order in which the findings were found", () => {
        const few = fc.constantFrom("a", "b");
        const findings = fc.array(fc.tuple(few, few, few).map((parts) => finding(...parts)));
        fc.assert(
            fc.property(
                findings.chain((list) =>
                    fc.tuple(
                        fc.constant(list),
                        fc.shuffledSubarray(list, { minLength: list.length }),
                    ),
                ),
                ([list, shuffled]) => {
                    assert.deepEqual(sortFindings(shuffled), sortFindings(list));
                },
            ),
        );
    });
});

describe("compare", () => {
    it("is a total order", () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), (a, b) => {
                assert.equal(compare(a, b) + compare(b, a), 0);
                assert.equal(compare(a, b) === 0, a === b);
            }),
        );
    });
});

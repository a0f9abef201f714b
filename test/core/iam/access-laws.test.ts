import assert from "node:assert/strict";
import fc from "fast-check";
import { accessWorlds, evaluate, hide, soften, type World } from "./access-worlds";
import { statements, permuted } from "./worlds";

const seeds = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 4 });
const kinds = fc.constantFrom("unknown" as const, "pending" as const);

const hidden = (world: World, ats: readonly number[], kind: "unknown" | "pending") =>
    ats.reduce((before, at) => hide(before, at, kind), world);

describe("the laws of evaluateAccess", () => {
    it("give the same answer or none, whatever of a world is hidden", () => {
        fc.assert(
            fc.property(accessWorlds, seeds, kinds, (world, ats, kind) => {
                let before = evaluate(world);
                for (const at of ats) {
                    world = hide(world, at, kind);
                    const after = evaluate(world);
                    assert.ok(
                        after.answer === "undetermined" || after.answer === before.answer,
                        `${before.explanation} ${after.explanation}`,
                    );
                    before = after;
                }
            }),
            { numRuns: 5000 },
        );
    });

    it("say by one more Deny nothing that was not allowed before", () => {
        fc.assert(
            fc.property(accessWorlds, statements, fc.nat(2), (world, statement, where) => {
                const deny = [{ ...statement, Effect: "Deny" }];
                const add = (one: World["boundary"]) =>
                    Array.isArray(one) ? [...one, ...deny] : one;
                const changes: Partial<World>[] = [
                    { identity: [...world.identity, deny] },
                    { boundary: add(world.boundary) },
                    { policy: add(world.policy) as World["policy"] },
                ];
                const after = evaluate({ ...world, ...changes[where] });
                assert.ok(after.answer !== "allowed" || evaluate(world).answer === "allowed");
            }),
            { numRuns: 2000 },
        );
    });

    it("change nothing but isPending where what is hidden is only hidden for now", () => {
        fc.assert(
            fc.property(accessWorlds, seeds, (world, ats) => {
                const blurred = hidden(world, ats, "unknown");
                const [before, after] = [evaluate(blurred), evaluate(soften(blurred))];
                const isPending = before.answer === "undetermined" && before.isPending;
                assert.ok(!isPending || (after.answer === "undetermined" && after.isPending));
                const { isPending: _, ...rest } = { isPending: false, ...after };
                const { isPending: __, ...wanted } = { isPending: false, ...before };
                assert.deepEqual(rest, wanted);
            }),
            { numRuns: 2000 },
        );
    });

    it("say of what is pending that it may be allowed: hiding from the allowed for now is pending", () => {
        let pending = 0;
        fc.assert(
            fc.property(accessWorlds, fc.nat(100_000), (world, at) => {
                const after = evaluate(hide(world, at, "pending"));
                if (evaluate(world).answer === "allowed" && after.answer === "undetermined") {
                    pending += after.isPending ? 1 : 0;
                    assert.ok(after.isPending, after.explanation);
                }
            }),
            { numRuns: 5000 },
        );
        assert.ok(pending > 100, `${pending} pending`);
    });

    it("do not depend on the order of policies and grants, word for word", () => {
        fc.assert(
            fc.property(
                accessWorlds.chain((world) =>
                    fc.tuple(fc.constant(world), permuted(world.grants), fc.boolean()),
                ),
                ([world, grants, turn]) => {
                    const named = world.identity.length === 2 && turn;
                    const shuffled = { ...world, grants };
                    assert.deepEqual(evaluate(shuffled), evaluate(world));
                    const [a, b] = [
                        evaluate(world),
                        evaluate(
                            named ? { ...world, identity: [...world.identity].reverse() } : world,
                        ),
                    ];
                    assert.deepEqual([a.answer, a.reason], [b.answer, b.reason]);
                },
            ),
            { numRuns: 1000 },
        );
    });

    it("are held against worlds of every answer", () => {
        const counts = { allowed: 0, denied: 0, undetermined: 0 };
        fc.assert(
            fc.property(accessWorlds, (world) => {
                counts[evaluate(world).answer]++;
            }),
            { numRuns: 2000, seed: 1 },
        );
        assert.ok(Math.min(...Object.values(counts)) > 100, JSON.stringify(counts));
    });
});

import assert from "node:assert/strict";
import { ALL_DIFFERENCES, DIFFERENCES, putToMoto } from "../../../acceptance/iam/differences";
import { generateWorlds } from "../../../acceptance/iam/generate";
import { findOpenness } from "../../../acceptance/iam/openness";
import { answerOfCore, type World } from "../../../acceptance/iam/world";

const COUNT = 1_000;
const SEED = 7;

describe("generateWorlds", () => {
    let worlds: World[];

    before(() => {
        worlds = generateWorlds(COUNT, SEED);
    });

    it("makes the same worlds for the same seed, and others for another", () => {
        assert.equal(worlds.length, COUNT);
        assert.deepEqual(generateWorlds(COUNT, SEED), worlds);
        assert.notDeepEqual(generateWorlds(COUNT, SEED + 1), worlds);
    });

    it("makes worlds of which many are allowed and many denied", () => {
        const answers = worlds.map(answerOfCore);
        for (const answer of ["allowed", "denied"]) {
            assert.ok(answers.filter((one) => one === answer).length > COUNT / 4, answer);
        }
    });

    it("makes worlds that core/iam leaves open only with a reason", () => {
        const open = worlds.filter((world) => answerOfCore(world) === "undetermined");
        assert.deepEqual(
            open.filter((world) => findOpenness(world) === undefined),
            [],
        );
    });

    for (const { name } of DIFFERENCES) {
        it(`makes worlds in which «${name}» changes what moto is asked`, () => {
            const others = new Set([...ALL_DIFFERENCES].filter((one) => one !== name));
            const changed = worlds.filter(
                (world) =>
                    JSON.stringify(putToMoto(world, others)) !==
                    JSON.stringify(putToMoto(world, ALL_DIFFERENCES)),
            );
            assert.ok(changed.length >= COUNT / 50, String(changed.length));
        });
    }

    it("knows of its conditions whether they hold", () => {
        const conditions = new Map(
            worlds
                .flatMap(({ action, policies }) =>
                    policies.flatMap((policy) =>
                        policy.kind === "written"
                            ? policy.statements.map(({ condition }) => ({ action, condition }))
                            : [],
                    ),
                )
                .map((one) => [JSON.stringify([one.action, one.condition]), one]),
        );
        const made = [...conditions.values()].filter(({ condition }) => condition !== undefined);
        assert.ok(made.length > 40, String(made.length));
        for (const { action, condition } of made) {
            const answer = answerOfCore({
                name: "one condition",
                action,
                resource: "arn:aws:s3:::app-settings/prod.env",
                policies: [
                    {
                        kind: "written",
                        statements: [
                            {
                                effect: "Allow",
                                action: { isNegated: false, texts: ["*"] },
                                resource: { isNegated: false, texts: ["*"] },
                                condition,
                            },
                        ],
                    },
                ],
            });
            assert.equal(
                answer,
                condition?.holds ? "allowed" : "denied",
                JSON.stringify(condition),
            );
        }
    });
});

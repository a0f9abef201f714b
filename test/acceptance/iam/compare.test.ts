import assert from "node:assert/strict";
import { compareWorlds, type AskMoto } from "../../../acceptance/iam/compare";
import { DIFFERENCES } from "../../../acceptance/iam/differences";
import { EXAMPLES } from "../../../acceptance/iam/examples";
import { answerOfCore, type World, type WorldPolicy } from "../../../acceptance/iam/world";

/** A world whose one statement allows all, or whose one statement is about another action. */
function world(isAllowed: boolean, more: WorldPolicy[] = []): World {
    const statement = {
        effect: "Allow" as const,
        action: { isNegated: false, texts: [isAllowed ? "*" : "sns:Publish"] },
        resource: { isNegated: false, texts: ["*"] },
    };
    return {
        name: isAllowed ? "the allowed one" : "the denied one",
        action: "ecr:BatchGetImage",
        resource: "arn:aws:ecr:eu-west-1:123456789012:repository/app",
        policies: [{ kind: "written", statements: [statement] }, ...more],
    };
}

const right = EXAMPLES.map(({ world: example }) => answerOfCore(example) === "allowed");

type Answers = (boolean | null)[];

/** Moto, which answers in this order: plain, told, each difference alone, the examples. */
function moto(plain: Answers, told: Answers, alone: Answers = [], examples = right): AskMoto {
    const script = [plain, told, alone, right.map((one) => !one), examples];
    return (questions) => {
        const answers = script.shift() ?? [];
        assert.equal(questions.length, answers.length);
        return Promise.resolve(answers);
    };
}

const alone = (name: string) => DIFFERENCES.map((one) => one.name === name);

describe("compareWorlds", () => {
    it("counts who agree", async () => {
        const result = await compareWorlds(
            [world(true), world(false)],
            moto([true, false], [true, false]),
        );
        assert.deepEqual(result, {
            worlds: 2,
            allowed: 1,
            agreed: 2,
            undetermined: new Map(),
            explained: new Map(),
            unexplained: [],
        });
    });

    it("names the difference that, told alone, makes moto agree", async () => {
        const result = await compareWorlds(
            [world(true), world(true)],
            moto([false, null], [true, true], [...alone("variables"), ...alone("none")]),
        );
        assert.equal(result.agreed, 0);
        assert.deepEqual(
            result.explained,
            new Map([
                ["variables", 1],
                ["several", 1],
            ]),
        );
        assert.deepEqual(result.unexplained, []);
    });

    const wrong: [
        what: string,
        one: World,
        plain: boolean | null,
        told: boolean | null,
        says: RegExp,
    ][] = [
        [
            "differ though all is told",
            world(false),
            true,
            true,
            /^the denied one: ecr:BatchGetImage on arn:\S+ is denied by core\/iam, and moto permits it: \[/,
        ],
        [
            "agree by chance alone",
            world(true),
            true,
            false,
            /is allowed by core\/iam, and moto does not permit it/,
        ],
        ["cannot be asked", world(true), true, null, /is allowed by core\/iam, and moto breaks/],
        [
            "are left open without a reason",
            world(false, [{ kind: "managed", arn: "arn:aws:iam::aws:policy/Unrecorded" }]),
            false,
            false,
            /is undetermined by core\/iam, and moto does not permit it/,
        ],
    ];
    for (const [what, one, plain, told, says] of wrong) {
        it(`explains nothing where they ${what}`, async () => {
            const result = await compareWorlds([one], moto([plain], [told]));
            assert.deepEqual([result.agreed, result.explained.size], [0, 0]);
            assert.equal(result.unexplained.length, 1);
            assert.match(result.unexplained[0], says);
        });
    }

    it("counts what an excerpt of a managed policy leaves open", async () => {
        const excerpt = { kind: "managed", arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" } as const;
        const result = await compareWorlds([world(false, [excerpt])], moto([true], [true]));
        assert.deepEqual(
            [...result.undetermined],
            [["an excerpt of a managed policy does not speak of the service", 1]],
        );
        assert.deepEqual([result.agreed, result.unexplained], [0, []]);
    });

    it("tells of a difference that moto does not show any more", async () => {
        const stale = [!right[0], ...right.slice(1)];
        const result = await compareWorlds([world(true)], moto([true], [true], [], stale));
        assert.deepEqual(result.unexplained, [
            "the example of the difference «case» shows none: take it out of the table",
        ]);
    });
});

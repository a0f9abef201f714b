import assert from "node:assert/strict";
import { compareCalls, makeCallWorlds, type Call } from "../../../acceptance/iam/server";
import { answerOfCore, type World } from "../../../acceptance/iam/world";

const TARGETS = {
    "iam:GetRole": "arn:aws:iam::123456789012:role/app-task",
    "ssm:GetParameters": "arn:aws:ssm:eu-west-1:123456789012:parameter/app/token",
};

function world(action: keyof typeof TARGETS, effect: "Allow" | "Deny", resource: string): World {
    const statement = {
        effect,
        action: { isNegated: false, texts: [action] },
        resource: { isNegated: false, texts: [resource] },
    };
    return {
        name: "a call",
        action,
        resource: TARGETS[action],
        policies: [
            { kind: "written", statements: [statement] },
            { kind: "managed", arn: "arn:aws:iam::aws:policy/X" },
        ],
    };
}

const told = (document: object): Call["policies"][number] => ({
    document: JSON.stringify({ Version: "2012-10-17", Statement: document }),
});

/** What the server is asked of a world, as it is and told. */
async function callsOf(one: World): Promise<Call["policies"][]> {
    let asked: readonly Call[] = [];
    await compareCalls([one], (calls) => {
        asked = calls;
        return Promise.resolve([true, true]);
    });
    return asked.map(({ policies }) => [...policies]);
}

describe("calls to moto's server", () => {
    it("are the same for the same seed, and of which some are allowed and some denied", () => {
        const worlds = makeCallWorlds(TARGETS, 5);
        assert.equal(worlds.length, 24);
        assert.deepEqual(makeCallWorlds(TARGETS, 5), worlds);
        assert.deepEqual([...new Set(worlds.map(answerOfCore))].sort(), ["allowed", "denied"]);
    });

    const managed = { arn: "arn:aws:iam::aws:policy/X" };
    const parameter = { Effect: "Allow", Action: "ssm:GetParameters" };

    it("are told a resource as all resources where the server asks about all", async () => {
        const covering = "arn:aws:ssm:*:*:parameter/app/*";
        assert.deepEqual(await callsOf(world("ssm:GetParameters", "Allow", covering)), [
            [told({ ...parameter, Resource: covering }), managed],
            [told({ ...parameter, Resource: "*" }), managed],
        ]);
    });

    it("are told nothing of a statement about another resource", async () => {
        const other = "arn:aws:ssm:eu-west-1:123456789012:parameter/app-token";
        assert.deepEqual(await callsOf(world("ssm:GetParameters", "Allow", other)), [
            [told({ ...parameter, Resource: other }), managed],
            [managed],
        ]);
    });

    it("are asked as they are where the server looks at the resource", async () => {
        const resource = "arn:aws:iam::123456789012:role/*";
        const [plain, other] = await callsOf(world("iam:GetRole", "Allow", resource));
        assert.deepEqual(plain, other);
    });

    const outcomes: [what: string, answers: boolean[], agreed: number, explained: number][] = [
        ["agrees with what it is asked plainly and told", [true, true], 1, 0],
        ["differs until it is told", [false, true], 0, 1],
        ["agrees by chance alone", [true, false], 0, 0],
    ];
    for (const [what, answers, agreed, explained] of outcomes) {
        it(`say whether the server ${what}`, async () => {
            const one = { ...world("ssm:GetParameters", "Allow", "*") };
            const own = { ...one, policies: one.policies.slice(0, 1) };
            const result = await compareCalls([own], () => Promise.resolve(answers));
            assert.deepEqual(
                [result.calls, result.allowed, result.agreed, result.explained],
                [2, 1, agreed, explained],
            );
            assert.equal(result.unexplained.length, 1 - agreed - explained);
        });
    }
});

import assert from "node:assert";

import { outcomeOf, type Answers } from "../../oracle/enumerate";
import { worldOf } from "../../oracle/generate";
import { granted, identity, key, reads, SECRET, secret } from "../../oracle/hand-made";
import type { World } from "../../oracle/world";

const hidden = { hidden: 1 };
const start = SECRET.slice(0, 40);

const rows: [sentence: string, world: World, answers: Answers][] = [
    ["a hidden effect answers both", identity({ ...reads, Effect: hidden }), "both"],
    ["a hidden action answers both", identity({ ...reads, Action: hidden }), "both"],
    ["a hidden resource answers both", identity({ ...reads, Resource: hidden }), "both"],
    [
        "a resource whose beginning fits answers both",
        identity({ ...reads, Resource: { hidden: 1, before: start } }),
        "both",
    ],
    [
        "a resource whose beginning misses is denied",
        identity({
            ...reads,
            Resource: { hidden: 1, before: "arn:aws:secretsmanager:us-east-1:" },
        }),
        "denied",
    ],
    [
        "a resource whose end misses is denied",
        identity({ ...reads, Resource: { hidden: 1, before: start, after: ":password::" } }),
        "denied",
    ],
    ["a hidden condition answers both", identity({ ...reads, Condition: hidden }), "both"],
    [
        "a hidden statement beside an allowing one answers both",
        secret({
            identity: { Version: "2012-10-17", Statement: [reads, hidden] },
        }),
        "both",
    ],
    [
        "a hidden action in a Deny that misses the resource is allowed",
        identity(reads, { Effect: "Deny", Action: hidden, Resource: `${SECRET}2` }),
        "allowed",
    ],
    [
        "a hidden principal of the secret answers both",
        secret({
            resource: {
                kind: "policy",
                document: { Statement: { ...reads, Principal: { AWS: hidden } } },
            },
        }),
        "both",
    ],
    ["a hidden boundary answers both", { ...identity(reads), boundary: hidden }, "both"],
    ["a hidden boundary alone is denied", { ...identity(), boundary: hidden }, "denied"],
    [
        "a hidden key policy answers both",
        key({ resource: { kind: "key", document: hidden, grants: [] } }),
        "both",
    ],
    [
        "hidden grants answer both",
        key({ resource: { kind: "key", document: { Statement: [] }, grants: hidden } }),
        "both",
    ],
    ["a hidden tag that nothing asks for is allowed", tagged(identity(reads)), "allowed"],
    [
        "a hidden tag that a condition asks for answers both",
        tagged(
            identity({ ...reads, Condition: { StringEquals: { "aws:PrincipalTag/team": "x" } } }),
        ),
        "both",
    ],
];

function tagged(world: World): World {
    return { ...world, request: { ...world.request, principalTags: { team: hidden } } };
}

describe("oracle: enumeration", () => {
    rows.forEach(([sentence, world, answers]) =>
        it(sentence, () => {
            assert.deepStrictEqual(outcomeOf(world), {
                isOpen: false,
                inAnyReading: [answers],
                asStated: [answers],
            });
        }),
    );

    it("follows a plain page where another reads differently", () => {
        assert.deepStrictEqual(outcomeOf(granted({ secretarn: SECRET })), {
            isOpen: true,
            inAnyReading: ["allowed", "denied"],
            asStated: ["allowed"],
        });
    });

    it("leaves the world as it was", () => {
        for (let seed = 0; seed < 300; seed += 1) {
            const world = worldOf(seed);
            outcomeOf(world);
            assert.deepStrictEqual(world, worldOf(seed));
        }
    });
});

import assert from "node:assert/strict";
import * as provider from "../../../../sandbox/aws/provider";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { findStateMachine } from "../../../../sandbox/aws/states";
import { EventAccount, eventTypeOf, IDLE, SECRETS, trustOf, type EventTypeName } from "./account";
import { RotationWorld } from "./rotation-world";

type Change = [
    EventTypeName,
    olds: Properties,
    news: Properties,
    changed: string[],
    replaces: string[],
];

const changes: Record<string, Change> = {
    "a pattern with other white space as none": [
        "rule",
        { eventPattern: '{"source":["a"]}' },
        { eventPattern: '{ "source": ["a"] }' },
        [],
        [],
    ],
    "another pattern as an update": [
        "rule",
        { eventPattern: '{"source":["a"]}' },
        { eventPattern: '{"source":["b"]}' },
        ["eventPattern"],
        [],
    ],
    "another rule of a target as a replacement": [
        "target",
        { rule: "a" },
        { rule: "b" },
        ["rule"],
        ["rule"],
    ],
    "another type of state machine as a replacement": [
        "machine",
        { type: "STANDARD" },
        { type: "EXPRESS" },
        ["type"],
        ["type"],
    ],
    "keys of a definition in another order as none": [
        "machine",
        { definition: '{"StartAt":"A","States":{}}' },
        { definition: '{"States":{},"StartAt":"A"}' },
        [],
        [],
    ],
    "another retention of a queue as an update": [
        "queue",
        { messageRetentionSeconds: 60 },
        { messageRetentionSeconds: 61 },
        ["messageRetentionSeconds"],
        [],
    ],
    "another principal of a permission as a replacement": [
        "permission",
        { principal: "a" },
        { principal: "b" },
        ["principal"],
        ["principal"],
    ],
    "another name of a log group as a replacement": [
        "logGroup",
        { name: "a" },
        { name: "b" },
        ["name"],
        ["name"],
    ],
};

describe("the simulated AWS takes", () => {
    for (const [title, [type, olds, news, changed, replaces]] of Object.entries(changes)) {
        it(title, () => {
            const found = provider.diffInputs(eventTypeOf(type), olds, news);
            assert.deepEqual([found.changed, found.replaces], [changed, replaces]);
        });
    }
});

describe("in the simulated AWS", () => {
    let world: EventAccount;
    afterEach(() => world.remove());

    it("a rule keeps its targets when it changes, and is silent once it is disabled", () => {
        const rotation = new RotationWorld();
        world = rotation;
        const rule = { id: "rotated", outputs: { name: "rotated" } };
        const eventPattern = JSON.stringify({ resources: [rotation.secret] });
        rotation.change("rule", rule, { eventPattern });
        rotation.rotate();
        rotation.change("rule", rule, { eventPattern, state: "DISABLED" });
        rotation.rotate();
        assert.equal(rotation.deployments(), 2);
    });

    it("a rule is disabled by isEnabled, too", () => {
        world = new EventAccount();
        const { outputs } = world.make("rule", { eventPattern: SECRETS, isEnabled: false });
        assert.equal(outputs.state, "DISABLED");
    });

    it("a target that changes stays one", () => {
        const rotation = new RotationWorld();
        world = rotation;
        const [rule, targetId] = ["rotated", rotation.targetId.slice("rotated-".length)];
        const state = { id: rotation.targetId, outputs: { rule, targetId } };
        const arn = String(rotation.queue.arn);
        rotation.change("target", state, { rule, arn });
        rotation.rotate();
        assert.deepEqual([rotation.deployments(), rotation.messages().length], [1, 1]);
    });

    it("a machine that changes runs as it was changed", () => {
        world = new EventAccount();
        const roleArn = world.roleOf("machine", trustOf("states"));
        const state = world.make("machine", { definition: IDLE, roleArn });
        const definition = IDLE.replace("Succeed", "Fail");
        const { outputs } = world.change("machine", state, { definition, roleArn });
        assert.equal(findStateMachine(world.account, state.id)?.definition, definition);
        assert.notEqual(outputs.revisionId, state.outputs.revisionId);
        assert.equal(outputs.arn, state.outputs.arn);
    });

    it("what was deleted is not found by a refresh", () => {
        world = new EventAccount();
        const roleArn = world.roleOf("machine", trustOf("states"));
        const states = [
            ["machine", world.make("machine", { definition: IDLE, roleArn })],
            ["queue", world.make("queue", {})],
            ["logGroup", world.make("logGroup", {})],
        ] as const;
        for (const [name, state] of states) {
            assert.notEqual(world.refresh(name, state), undefined);
            world.drop(name, state);
            assert.equal(world.refresh(name, state), undefined);
        }
    });
});

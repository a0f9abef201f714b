import assert from "node:assert/strict";
import * as provider from "../../../../sandbox/aws/provider";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { allow } from "../../../support/simulated-aws";
import { EVENT_TOKENS, EventAccount, eventTypeOf, IDLE, SECRETS, trustOf } from "./account";
import type { EventTypeName } from "./account";
import { declaration, missing } from "../../../support/declared-types";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";

/** Little that each type can be created of; what AWS makes up must come from the simulation. */
const minimal: Record<EventTypeName, (account: EventAccount) => Properties> = {
    function: (account) => ({
        role: account.roleOf("function", trustOf("lambda")),
        code: {},
        handler: "index.handler",
        runtime: "nodejs20.x",
    }),
    logGroup: () => ({}),
    machine: (account) => ({
        definition: IDLE,
        roleArn: account.roleOf("machine", trustOf("states")),
    }),
    permission: (account) => ({
        action: "lambda:InvokeFunction",
        function: account.make("function", minimal.function(account)).id,
        principal: "secretsmanager.amazonaws.com",
    }),
    queue: () => ({}),
    queuePolicy: (account) => ({
        queueUrl: account.make("queue", {}).id,
        policy: JSON.stringify(allow("sqs:SendMessage")),
    }),
    rule: () => ({ eventPattern: SECRETS }),
    target: (account) => ({
        rule: account.make("rule", { eventPattern: SECRETS }).id,
        arn: QUEUE,
    }),
};

describe("the simulated AWS has, as the types of @pulumi/aws say,", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
    });
    afterEach(() => account.remove());

    for (const [name, token] of Object.entries(EVENT_TOKENS) as [EventTypeName, string][]) {
        const declared = declaration(token);

        it(`every output of ${token} that is never undefined, and none that it has not`, () => {
            const { outputs } = account.make(name, minimal[name](account));
            const given = Object.keys(outputs).filter((output) => outputs[output] !== undefined);
            assert.deepEqual(missing(declared.certain, given), []);
            assert.deepEqual(missing(given, declared.outputs), []);
        });

        it(`the same outputs of ${token} after a refresh`, () => {
            const created = account.make(name, minimal[name](account));
            assert.deepEqual(account.refresh(name, created), created.outputs);
        });

        it(`the same outputs of ${token} in preview, known or unknown`, () => {
            const type = eventTypeOf(name);
            const seed = new Uint8Array([7]);
            const { inputs } = provider.checkInputs(type, "web", minimal[name](account), {}, seed);
            const preview = Object.keys(provider.previewCreate(account.account, type, inputs));
            assert.deepEqual(missing(declared.certain, preview), []);
            assert.deepEqual(missing(preview, declared.outputs), []);
        });

        it(`the required inputs of ${token}`, () => {
            assert.deepEqual([...(eventTypeOf(name).required ?? [])].sort(), declared.required);
        });

        it(`inputs and outputs of ${token} alone where it speaks of some`, () => {
            const type = eventTypeOf(name);
            const { replaceOn, canonical, recomputed, computed, defaults } = type;
            const spoken = { ...canonical, ...recomputed, ...defaults };
            const inputs = [...(replaceOn ?? []), ...Object.keys(spoken)];
            assert.deepEqual(missing(inputs, declared.inputs), []);
            assert.deepEqual(missing(computed, declared.outputs), []);
        });
    }
});

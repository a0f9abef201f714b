import * as provider from "../../../../sandbox/aws/provider";
import type { Properties, ResourceState } from "../../../../sandbox/aws/resource-type";
import { TestAccount } from "../../../support/simulated-aws";

/** The types of events, state machines, queues, functions and log groups, by short names. */
export const EVENT_TOKENS = {
    function: "aws:lambda/function:Function",
    logGroup: "aws:cloudwatch/logGroup:LogGroup",
    machine: "aws:sfn/stateMachine:StateMachine",
    permission: "aws:lambda/permission:Permission",
    queue: "aws:sqs/queue:Queue",
    queuePolicy: "aws:sqs/queuePolicy:QueuePolicy",
    rule: "aws:cloudwatch/eventRule:EventRule",
    target: "aws:cloudwatch/eventTarget:EventTarget",
} as const;

/** A short name of a resource type. */
export type EventTypeName = keyof typeof EVENT_TOKENS;

/** The resource type of a short name. */
export const eventTypeOf = (name: EventTypeName) => provider.resourceType(EVENT_TOKENS[name]);

/** A state machine that has one state and does nothing. */
export const IDLE = JSON.stringify({ StartAt: "Idle", States: { Idle: { Type: "Succeed" } } });

/** A pattern that every event of Secrets Manager matches. */
export const SECRETS = JSON.stringify({ source: ["aws.secretsmanager"] });

/** A trust policy for a service, with no condition. */
export function trustOf(service: string): object {
    const Principal = { Service: `${service}.amazonaws.com` };
    const statement = { Effect: "Allow", Principal, Action: "sts:AssumeRole" };
    return { Version: "2012-10-17", Statement: [statement] };
}

/** A simulated account, used as the engine uses it, that makes the types of this folder, too. */
export class EventAccount extends TestAccount {
    /** Checks the inputs and creates the resource. */
    make(name: EventTypeName, inputs: Properties): ResourceState {
        const type = eventTypeOf(name);
        const checked = provider.checkInputs(type, name, inputs, {}, new Uint8Array([1, 2, 3]));
        if (checked.failures.length > 0) {
            throw new Error(checked.failures.map(({ reason }) => reason).join("\n"));
        }
        return provider.create(this.account, type, checked.inputs);
    }

    /** Creates a resource and gives its ARN. */
    makeArn(name: EventTypeName, inputs: Properties): string {
        return String(this.make(name, inputs).outputs.arn);
    }

    /** A role of a name, with an inline policy, that a trust policy gives to somebody. */
    roleOf(name: string, trust: object, policy?: object): string {
        const assumeRolePolicy = JSON.stringify(trust);
        const { outputs } = this.create("role", { name, assumeRolePolicy });
        if (policy) {
            this.create("rolePolicy", { role: name, policy: JSON.stringify(policy) });
        }
        return String(outputs.arn);
    }

    /** Updates a resource as the engine does. */
    change(name: EventTypeName, { id, outputs }: ResourceState, inputs: Properties): ResourceState {
        const type = eventTypeOf(name);
        const checked = provider.checkInputs(type, name, inputs, {}, new Uint8Array([1, 2, 3]));
        return provider.update(this.account, type, id, checked.inputs, outputs);
    }

    /** What a refresh finds of a resource. */
    refresh(name: EventTypeName, { id, outputs }: ResourceState): Properties | undefined {
        return provider.read(this.account, eventTypeOf(name), id, outputs);
    }

    /** Deletes a resource. */
    drop(name: EventTypeName, { id, outputs }: ResourceState): void {
        provider.remove(this.account, eventTypeOf(name), id, outputs);
    }
}

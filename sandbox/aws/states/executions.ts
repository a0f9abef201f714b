import type { Account } from "../account";
import { uuid } from "../ids";
import { append } from "../sqs";
import { assumeRole } from "./assume";
import { StateFailure } from "./failure";
import { interpret, type Outcome } from "./interpreter";
import { parseDefinition } from "./parse-definition";
import { requireStateMachine, type StateMachine } from "./state-machines";
import { findTaskProblems, taskOf } from "./tasks";

/** An execution of a state machine, after its end. */
export interface Execution extends Outcome {
    readonly executionArn: string;
    readonly stateMachineArn: string;
    readonly input: unknown;
}

const executions = (account: Account) => account.collection<Execution>("states-executions");

/** All executions, or those of one state machine, the oldest first. */
export function listExecutions(account: Account, stateMachineArn?: string): Execution[] {
    return executions(account)
        .list()
        .filter((one) => [undefined, one.stateMachineArn].includes(stateMachineArn));
}

/** Starts a state machine, and runs it to its end at once. */
export function startExecution(
    account: Account,
    stateMachineArn: string,
    input: unknown,
    name: string = uuid(),
): Execution {
    const at = account.ofArn(stateMachineArn);
    const machine = requireStateMachine(at, "StartExecution", stateMachineArn);
    const executionArn = arnOf(at, machine, name);
    const context = {
        Execution: {
            Id: executionArn,
            Input: input,
            Name: name,
            RoleArn: machine.roleArn,
            StartTime: new Date().toISOString(),
        },
        StateMachine: { Id: machine.arn, Name: machine.name },
    };
    const { definition } = parseDefinition(machine.definition, findTaskProblems(at.partition));
    if (!definition) {
        throw new Error(`simulated AWS: the definition of ${machine.arn} is broken`);
    }
    const outcome = interpret(definition, input, context, (resource, parameters) =>
        perform(at, machine, name, resource, parameters),
    );
    const execution = { executionArn, stateMachineArn: machine.arn, input, ...outcome };
    append(executions(at), execution);
    return execution;
}

function arnOf(account: Account, { name, type }: StateMachine, execution: string): string {
    return type === "EXPRESS"
        ? account.arn("states", `express:${name}:${execution}:${uuid()}`)
        : account.arn("states", `execution:${name}:${execution}`);
}

/** Each task asks for the role anew, as Step Functions does: it may have changed since. */
function perform(
    account: Account,
    { arn, roleArn }: StateMachine,
    session: string,
    resource: string,
    parameters: unknown,
): unknown {
    const agent = assumeRole(account, roleArn, "states.amazonaws.com", arn, session);
    if (!agent) {
        const reason = `The role ${roleArn} cannot be assumed by states.amazonaws.com for ${arn}.`;
        throw new StateFailure("States.Permissions", reason);
    }
    return taskOf(resource)?.perform(account, agent, parameters as Record<string, unknown>);
}

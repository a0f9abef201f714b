import type { Account } from "../account";
import { AwsError } from "../resource-type";

/** A state machine as the simulated AWS Step Functions keeps it. */
export interface StateMachine {
    readonly name: string;
    readonly arn: string;
    readonly type: "EXPRESS" | "STANDARD";
    /** In Amazon States Language, valid. */
    readonly definition: string;
    readonly roleArn: string;
}

/** The state machines by their names. */
export const stateMachines = (account: Account) =>
    account.collection<StateMachine>("states-machines");

/** Finds a state machine by its ARN. */
export function findStateMachine(account: Account, arn: string): StateMachine | undefined {
    return stateMachines(account.ofArn(arn))
        .list()
        .find((one) => one.arn === arn);
}

/** The state machine of an ARN, or the refusal of an operation on one that does not exist. */
export function requireStateMachine(
    account: Account,
    operation: string,
    arn: string,
): StateMachine {
    const found = findStateMachine(account, arn);
    if (!found) {
        const message = `State Machine Does Not Exist: '${arn}'`;
        throw new AwsError(`SFN: ${operation}`, "StateMachineDoesNotExist", message);
    }
    return found;
}

import type { Account } from "../account";

/** Calls of an operation that are to fail. */
interface Fault {
    readonly code: string;
    readonly times: number;
}

const faults = (account: Account) => account.collection<Fault>("faults");

/**
 * Makes the next calls of an operation fail, for tests and tours. It is kept in the account's
 * folder, so that it counts for every process that uses the account.
 * @param operation - `ecs:UpdateService`, `sqs:SendMessage` or `states:StartExecution`.
 * @param code - AWS's name of the error, for example `ThrottlingException`.
 */
export function failNext(account: Account, operation: string, code: string, times: number): void {
    faults(account).put(operation, { code, times });
}

/** The code with which a call of an operation is to fail, if it is to; it then has failed once more. */
export function takeFault(account: Account, operation: string): string | undefined {
    const fault = faults(account).get(operation);
    if (!fault || fault.times < 1) {
        return undefined;
    }
    faults(account).put(operation, { ...fault, times: fault.times - 1 });
    return fault.code;
}

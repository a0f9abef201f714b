import type { Account } from "../account";
import { AwsError } from "../resource-type";

/** Who may invoke a function: a statement of its policy. */
export interface FunctionPermission {
    readonly sid: string;
    readonly principal: string;
    readonly action: string;
    readonly sourceArn?: string;
    readonly sourceAccount?: string;
}

/** A function as the simulated AWS Lambda keeps it. It is kept alone, and never run. */
export interface LambdaFunction {
    readonly functionArn: string;
    readonly functionName: string;
    readonly role: string;
    readonly permissions: readonly FunctionPermission[];
}

/** The functions by their names. */
export const functions = (account: Account) =>
    account.collection<LambdaFunction>("lambda-functions");

/** Finds a function by its ARN or name. */
export function findFunction(account: Account, arnOrName: string): LambdaFunction | undefined {
    return functions(account.ofArn(arnOrName))
        .list()
        .find((one) => [one.functionArn, one.functionName].includes(arnOrName));
}

/** The function of an ARN or name, or the refusal of an operation on one that does not exist. */
export function requireFunction(
    account: Account,
    operation: string,
    arnOrName: string,
): LambdaFunction {
    const found = findFunction(account, arnOrName);
    if (!found) {
        const arn = arnOrName.startsWith("arn:")
            ? arnOrName
            : account.arn("lambda", `function:${arnOrName}`);
        throw new AwsError(
            `Lambda: ${operation}`,
            "ResourceNotFoundException",
            `Function not found: ${arn}`,
        );
    }
    return found;
}

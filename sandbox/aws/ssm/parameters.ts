import { parseArn } from "../../../core";
import type { Account } from "../account";
import { publish } from "../events/bus";
import type { Tags } from "../resource-type";

/** A parameter as the simulated Parameter Store keeps it. */
export interface Parameter {
    readonly name: string;
    readonly arn: string;
    readonly type: string;
    readonly tier: string;
    readonly value: string;
    readonly version: number;
    /** Absent for types other than SecureString, `alias/aws/ssm` for the AWS managed key. */
    readonly keyId?: string;
    /** The ARN of the key that the value was encrypted with: an alias may be moved later. */
    readonly keyArn?: string;
    readonly tags: Tags;
}

/** The parameters by their names. */
export const parameters = (account: Account) => account.collection<Parameter>("ssm-parameters");

/** All parameters. */
export const listParameters = (account: Account) => parameters(account).list();

/** Finds a parameter of the account by its name or ARN. Those of another account are not shared. */
export function findParameter(account: Account, nameOrArn: string): Parameter | undefined {
    const owner = parseArn(nameOrArn)?.account ?? account.id;
    return owner === account.id
        ? parameters(account.inRegionOf(nameOrArn))
              .list()
              .find(({ name, arn }) => name === nameOrArn || arn === nameOrArn)
        : undefined;
}

/**
 * Tells the event bus of a change to a parameter.
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-cwe.html
 */
export function publishChange(
    account: Account,
    operation: "Create" | "Update" | "Delete",
    { name, arn, type }: Parameter,
): void {
    publish(account, {
        source: "aws.ssm",
        "detail-type": "Parameter Store Change",
        resources: [arn],
        detail: { operation, name, type },
    });
}

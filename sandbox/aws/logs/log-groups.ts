import type { Account } from "../account";

/** A log group as the simulated CloudWatch Logs keeps it; it has no log events. */
export interface LogGroup {
    readonly name: string;
    readonly arn: string;
    /** 0: for ever. */
    readonly retentionInDays: number;
    readonly kmsKeyId?: string;
}

/** The log groups by their names. */
export const logGroups = (account: Account) => account.collection<LogGroup>("logs-groups");

/** Finds a log group by its name. */
export const findLogGroup = (account: Account, name: string) => logGroups(account).get(name);

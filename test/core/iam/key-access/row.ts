import type { KeyPolicy, Verdict } from "../../../../core/iam";
import { ACCOUNT, allowDecrypt, policy, UNKNOWN, type Statement } from "../fixtures";

export const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
export const OTHER = "999999999999";
export const NOT_KNOWN = { unknown: "it is of another stack" };

export const key = (Principal: unknown, change: Statement = {}) =>
    policy(
        { Effect: "Allow", Principal, Action: "kms:*", Resource: "*", ...change },
        "2012-10-17",
        "key",
    );
export const callerAccount = (account: string) => ({
    Condition: { StringEquals: { "kms:CallerAccount": account } },
});
export const refuse = { Effect: "Deny", Action: "kms:*", Resource: "*" };

export const YES = [allowDecrypt({ Sid: "Use" })];
export const NO: Statement[] = [];
export const MAYBE = [allowDecrypt({ Resource: UNKNOWN })];

/** What a key policy and identity policies of these statements answer together. */
export type Row = [
    name: string,
    answer: Verdict["answer"],
    reason: Verdict["reason"],
    identity: Statement[],
    keyPolicy: KeyPolicy,
];

import { parseArn } from "./arn";

/** The ways in which a key can be named, and the one that is nobody's own key. */
export type KeyNaming = "arn" | "id" | "alias" | "alias-arn" | "aws-managed";

const ID = /^(mrk-[0-9a-f]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const KEY = /^key\/[A-Za-z0-9-]+$/;
const ALIAS = /^alias\/[A-Za-z0-9/_-]+$/;

/**
 * Reads how a text names a key; `undefined` if it names none, or several by a pattern.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function readKeyNaming(text: string): KeyNaming | undefined {
    if (isAwsManagedKey(text)) {
        return "aws-managed";
    }
    if (ID.test(text)) {
        return "id";
    }
    if (ALIAS.test(text)) {
        return "alias";
    }
    const arn = parseArn(text);
    if (arn?.service !== "kms" || arn.region === "" || !/^\d+$/.test(arn.account)) {
        return undefined;
    }
    return KEY.test(arn.resource) ? "arn" : ALIAS.test(arn.resource) ? "alias-arn" : undefined;
}

/**
 * Whether a key is the AWS managed one of a store, by the name or ARN of its alias. Every principal
 * of the account may use it through the store.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
export function isAwsManagedKey(keyId: string): boolean {
    return /^(arn:[^:]+:kms:[^:]*:[^:]*:)?alias\/aws\//.test(keyId);
}

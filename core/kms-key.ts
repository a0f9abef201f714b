/**
 * Whether a key is the AWS managed one of a store, by the name or ARN of its alias. Every principal
 * of the account may use it through the store.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
export function isAwsManagedKey(keyId: string): boolean {
    return /^(arn:[^:]+:kms:[^:]*:[^:]*:)?alias\/aws\//.test(keyId);
}

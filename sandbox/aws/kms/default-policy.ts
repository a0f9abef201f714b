import type { Account } from "../account";

/**
 * The policy of a key that was made without one: the account decides by its identity policies.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function defaultKeyPolicy(account: Account): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Id: "key-default-1",
        Statement: [
            {
                Sid: "Enable IAM User Permissions",
                Effect: "Allow",
                Principal: { AWS: account.iamArn("root") },
                Action: "kms:*",
                Resource: "*",
            },
        ],
    });
}

import {
    evaluateIdentity,
    evaluateKeyAccess,
    parseNamedPolicy,
    type AccessRequest,
    type NamedPolicy,
    type Verdict,
} from "../../../core";
import type { Account } from "../account";
import type { Secret } from "./secrets";

const NO_POLICY = '{"Version":"2012-10-17","Statement":[]}';
const RESOURCE_POLICY = "the resource policy";

/**
 * Evaluates whether a principal of an account may do something with a secret: in the secret's own
 * account its identity policies or the resource policy allow it, from another one both must.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
export function evaluateSecretAccess(
    account: Account,
    { arn, policy }: Pick<Secret, "arn" | "policy">,
    request: AccessRequest,
    identity: readonly NamedPolicy[],
): Verdict {
    if (account.ofArn(arn).id !== account.id) {
        const own = parseNamedPolicy(RESOURCE_POLICY, policy ?? NO_POLICY);
        return evaluateKeyAccess(request, identity, own);
    }
    return policy === undefined
        ? evaluateIdentity(request, identity)
        : evaluateKeyAccess(request, identity, withAccount(account, policy));
}

/** A key leaves it to the account where its policy says so; a secret does always. */
function withAccount(account: Account, policy: string): NamedPolicy {
    const { Statement: statements, ...rest } = JSON.parse(policy) as { Statement: unknown };
    const left = {
        Effect: "Allow",
        Principal: { AWS: account.iamArn("root") },
        Action: "secretsmanager:*",
        Resource: "*",
    };
    const json = JSON.stringify({ ...rest, Statement: [statements, left].flat() });
    return parseNamedPolicy(RESOURCE_POLICY, json);
}

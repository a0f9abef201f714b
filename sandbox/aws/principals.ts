import * as fs from "node:fs";
import * as path from "node:path";
import { parseArn, parsePolicyDocument } from "../../core";
import { DEFAULT_ACCOUNT_ID, type Account } from "./account";

/**
 * Whether an ARN is that of a role that does not exist. AWS takes no policy that names one. Of an
 * account that nothing was made in, and of users, the simulation knows nothing: they are taken.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-policies.html
 */
export function isMissingPrincipal(account: Account, principal: string): boolean {
    const arn = parseArn(principal);
    if (arn?.service !== "iam" || !arn.resource.startsWith("role/")) {
        return false;
    }
    const at = account.ofArn(principal);
    const roles = at.collection<{ arn: string }>("iam-roles").list();
    return isUsed(at) && !roles.some((role) => role.arn === principal);
}

/** The ARNs in a policy's `Principal` that AWS finds nobody behind, in order. */
export function findMissingPrincipals(account: Account, policy: string): string[] {
    const statements = parsePolicyDocument(policy).document?.statements ?? [];
    return statements
        .flatMap(({ principals, notPrincipals }) => [
            ...(principals?.aws ?? []),
            ...(notPrincipals?.aws ?? []),
        ])
        .filter((principal) => isMissingPrincipal(account, principal));
}

function isUsed({ folder, id }: Account): boolean {
    return id === DEFAULT_ACCOUNT_ID || fs.existsSync(path.join(folder, "accounts", id));
}

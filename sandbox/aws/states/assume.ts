import { evaluateTrust } from "../../../core";
import type { Account } from "../account";
import type { Agent } from "../ecs/agent-access";
import { assumedRoleArn, findRole, serviceContext } from "../iam";

/**
 * A service with the rights of a role, which it takes on behalf of a resource; `undefined` if the
 * role is not there or does not trust the service with that resource.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function assumeRole(
    account: Account,
    roleArn: string,
    service: string,
    sourceArn: string,
    session: string,
): Agent | undefined {
    const role = findRole(account, roleArn);
    const verdict =
        role && evaluateTrust(role.trust, service, serviceContext(account.id, role.arn, sourceArn));
    return role && verdict?.answer === "allowed"
        ? { role, session: assumedRoleArn(account, role.name, session) }
        : undefined;
}

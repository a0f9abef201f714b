import { parseArn } from "../../core";
import { Account, DEFAULT_ACCOUNT_ID } from "./account";

const DEFAULT_REGION = "us-east-1";

/**
 * The account that a provider's configuration leads to: that of the last role it assumes.
 * Source: https://www.pulumi.com/registry/packages/aws/installation-configuration/
 */
export function configuredAccount(
    folder: string,
    variables: ReadonlyMap<string, string>,
    { AWS_REGION }: NodeJS.ProcessEnv = process.env,
): Account {
    const region = variables.get("aws:config:region") || AWS_REGION || DEFAULT_REGION;
    const roles = [
        ...readRoles(variables.get("aws:config:assumeRole")),
        ...readRoles(variables.get("aws:config:assumeRoles")),
    ];
    return new Account(folder, region, roles.map(accountOf).at(-1) ?? DEFAULT_ACCOUNT_ID);
}

/** The engine sends what is no text as JSON. */
function readRoles(json: string | undefined): unknown[] {
    if (json === undefined || json === "") {
        return [];
    }
    const roles = JSON.parse(json) as unknown;
    return [roles].flat();
}

function accountOf(role: unknown): string {
    const roleArn = (role as { roleArn?: unknown } | null)?.roleArn;
    const arn = typeof roleArn === "string" ? parseArn(roleArn) : undefined;
    if (arn?.service !== "iam" || !arn.resource.startsWith("role/")) {
        throw new Error(
            "simulated AWS: assumeRoles must name a role by its ARN, such as arn:aws:iam::210987654321:role/deploy",
        );
    }
    return arn.account;
}

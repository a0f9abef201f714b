import type { PolicyProviderResource, PolicyResource } from "@pulumi/policy";
import { hasValue, readText } from "./decode";

/**
 * What decides in whose account a provider works.
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/provider/
 */
const CREDENTIALS = [
    "accessKey",
    "assumeRoleWithWebIdentity",
    "assumeRoles",
    "profile",
    "secretKey",
    "sharedConfigFiles",
    "sharedCredentialsFiles",
    "token",
] as const;

/** Whether two resources are certainly of one account: their providers have the same credentials. */
export function isSameAccount(
    one: Pick<PolicyResource, "provider">,
    other: Pick<PolicyResource, "provider">,
): boolean {
    return (
        one.provider?.urn === other.provider?.urn ||
        CREDENTIALS.every((property) => isSameText(one.provider, other.provider, property))
    );
}

function isSameText(
    one: PolicyProviderResource | undefined,
    other: PolicyProviderResource | undefined,
    property: string,
): boolean {
    const all = [one?.props ?? {}, other?.props ?? {}];
    if (!all.some((props) => hasValue(props, property))) {
        return true;
    }
    const [first, second] = all.map((props) => readText(props, property));
    return first.kind === "known" && second.kind === "known" && first.text === second.text;
}

import { parseArn } from "../arn";
import type { AccessRequest, ContextValue } from "./request";
import { UNKNOWN_RESOURCE } from "./request";
import { RUN_TIME_KEYS } from "./run-time-keys";

const PRINCIPAL_TAG = "aws:principaltag/";

/** The values of a condition key in a request; an empty list if the key is absent. */
export function contextValue(request: AccessRequest, key: string): ContextValue {
    // Keys, tag keys among them, are compared without regard to case: see
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
    const wanted = key.toLowerCase();
    const given = Object.entries(request.context).map(
        ([name, value]) => [name.toLowerCase(), value] as const,
    );
    const exact = given.find(([name]) => name === wanted);
    if (exact) {
        return exact[1];
    }
    if (wanted.startsWith(PRINCIPAL_TAG) && request.principalTags !== undefined) {
        return principalTag(request.principalTags, wanted.slice(PRINCIPAL_TAG.length));
    }
    const family = given
        .filter(([name]) => name.endsWith("*") && wanted.startsWith(name.slice(0, -1)))
        .sort(([a], [b]) => b.length - a.length)[0];
    return family?.[1] ?? derivedValue(request, wanted) ?? defaultValue(wanted);
}

/** The account of the resource: from the context if it says so, else from the ARN. */
export function resourceAccount(request: AccessRequest): string | undefined {
    const value = contextValue(request, "aws:ResourceAccount");
    return value === "unknown" ? undefined : value[0];
}

/** The account of the principal. */
export function principalAccount(request: AccessRequest): string | undefined {
    const value = contextValue(request, "aws:PrincipalAccount");
    return value === "unknown" ? undefined : value[0];
}

function principalTag(
    tags: Readonly<Record<string, string>> | "unknown",
    wanted: string,
): ContextValue {
    return tags === "unknown"
        ? "unknown"
        : Object.entries(tags)
              .filter(([name]) => name.toLowerCase() === wanted)
              .map(([, value]) => value);
}

/** What the request itself says about a key. */
function derivedValue(request: AccessRequest, key: string): ContextValue | undefined {
    const { principalArn, resource } = request;
    const one = (value: string | undefined) => (value ? [value] : undefined);
    switch (key) {
        case "aws:principalarn":
            return one(principalArn);
        case "aws:principalaccount":
            return one(parseArn(principalArn ?? "")?.account);
        case "aws:resourceaccount":
            return one(resource === UNKNOWN_RESOURCE ? "" : parseArn(resource)?.account);
        case "aws:securetransport":
            // Amazon ECS reads secrets, and the stores call AWS KMS, by HTTPS only.
            return ["true"];
        default:
            return undefined;
    }
}

function defaultValue(key: string): ContextValue {
    const openAtRunTime =
        key.startsWith(PRINCIPAL_TAG) || RUN_TIME_KEYS.some((name) => name.toLowerCase() === key);
    return openAtRunTime ? "unknown" : [];
}

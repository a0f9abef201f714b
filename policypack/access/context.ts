import type { PolicyResource } from "@pulumi/policy";
import { parseArn, PENDING, type AccessRequest, type ContextValue } from "../../core";
import { isSameAccount } from "../stack/account";
import { hasValue, rawValue, readText } from "../stack/decode";
import { roleArnOf, type TaskRole } from "../stack/execution-role";

/** What a request says of the role that asks. */
export type Principal = Pick<AccessRequest, "principalArn" | "principalTags">;

/** The role as the principal of a request. */
export function principalOf(role: TaskRole): Principal {
    if (role.kind !== "role") {
        const arn = roleArnOf(role);
        return arn === undefined ? {} : { principalArn: arn };
    }
    const tags = readTags(role.role);
    return {
        principalArn: roleArnOf(role) ?? PENDING,
        ...(typeof tags === "object" && { principalTags: tags }),
    };
}

/**
 * The account of the role. Before its ARN is known it is that of a resource that one provider, or
 * two with the same credentials, make as well; beside a resource of another stack it is taken to be.
 */
export function callerAccount(
    role: TaskRole,
    beside: PolicyResource | undefined,
    arn: string | undefined,
): ContextValue {
    const isBeside =
        beside === undefined || (role.kind === "role" && isSameAccount(role.role, beside));
    const account = parseArn(roleArnOf(role) ?? (isBeside ? arn : undefined) ?? "")?.account;
    return account ? [account] : role.kind === "role" ? PENDING : "unknown";
}

/** Whether something is certainly of another account than the role. */
export function isForeign(role: TaskRole, arn: string | undefined): boolean {
    const [own, its] = [roleArnOf(role), arn].map((text) => parseArn(text ?? "")?.account);
    return own !== undefined && its !== undefined && own !== its;
}

/**
 * The tags of a resource as condition keys: those of a resource of another stack are not known. The
 * keys of the services begin with their own prefixes.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export function resourceTags(
    prefixes: readonly string[],
    resource: PolicyResource | undefined,
): Record<string, ContextValue> {
    const tags = resource ? readTags(resource) : "unknown";
    return Object.fromEntries(
        prefixes.flatMap((prefix): [string, ContextValue][] =>
            typeof tags === "string"
                ? [[`${prefix}/*`, tags]]
                : [
                      [`${prefix}/*`, []],
                      ...Object.entries(tags).map(([key, value]): [string, ContextValue] => [
                          `${prefix}/${key}`,
                          [value],
                      ]),
                  ],
        ),
    );
}

/** All tags of a resource, those that its provider gives to everything included. */
function readTags({ props }: PolicyResource): Readonly<Record<string, string>> | "pending" {
    const property = hasValue(props, "tagsAll") ? "tagsAll" : "tags";
    const tags = rawValue(props, property);
    if (tags === undefined || tags === null) {
        return {};
    }
    if (typeof tags !== "object") {
        return PENDING;
    }
    const entries = Object.keys(tags).map((key) => [key, readText(tags, key)] as const);
    return entries.every(([, { kind }]) => kind === "known")
        ? Object.fromEntries(entries.map(([key, one]) => [key, (one as { text: string }).text]))
        : PENDING;
}

import type { Condition } from "../iam/condition";
import { SECRET_KINDS, SERVICES, type SecretKind } from "./secret-kinds";
import { isWideResource } from "./wide-resource";

/**
 * The condition keys that say which secret, parameter or key, in lower case; a last `*` stands for
 * any end. All others (`kms:ViaService`, `aws:SourceVpc` …) say from where, or by whom.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
const NAMING_KEYS = [
    "aws:resourcetag/*",
    "kms:encryptioncontext:*",
    "kms:requestalias",
    "kms:resourcealiases",
    "secretsmanager:resource/*",
    "secretsmanager:resourcetag/*",
    "secretsmanager:secretid",
    "ssm:resourcetag/*",
];

/** Whether a condition speaks of what a secret, parameter or key is. */
export function isNaming({ key }: Condition): boolean {
    const lower = key.toLowerCase();
    return NAMING_KEYS.some((name) =>
        name.endsWith("*") ? lower.startsWith(name.slice(0, -1)) : lower === name,
    );
}

/**
 * Whether a condition of an Allow leaves it only for named things of a kind, or for none: a request to
 * one service has no keys of another. A negation names what is left out; `IfExists` and
 * `ForAllValues:` hold for whatever has no such key; `Null` names nothing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function isNarrowing(condition: Condition, kind: SecretKind): boolean {
    if (/^ForAllValues:|Not|Null|IfExists$/.test(condition.operator)) {
        return false;
    }
    return isOfOther(condition, kind) || (isNaming(condition) && !hasWideValue(condition));
}

function isOfOther({ key }: Condition, kind: SecretKind): boolean {
    const [service] = key.toLowerCase().split(":");
    return service !== "aws" && service !== SERVICES[kind];
}

function hasWideValue({ operator, values, hasUnknown }: Condition): boolean {
    // StringEquals knows no wildcards; the ARN operators all do.
    return !hasUnknown && /Like|Arn/.test(operator) && values.some(isWideValue);
}

function isWideValue(value: string): boolean {
    return (
        /^(alias\/)?[*?]+$/.test(value) || SECRET_KINDS.some((kind) => isWideResource(kind, value))
    );
}

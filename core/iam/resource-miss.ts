import { parseArn } from "../arn";
import { showText } from "./show";

/** Says what is wrong with a `Resource` that is no ARN: the end of a sentence about a statement. */
export function describeNoArn(text: string): string {
    const named = `names ${showText(text)}`;
    if (text.includes("[object Object]")) {
        return `${named}, an object that was turned into text`;
    }
    return text.startsWith("arn:")
        ? `${named}, which is only the beginning of an ARN`
        : `${named}, which is no ARN`;
}

/** Whether a pattern speaks of aliases of KMS keys only. */
export function isAliasPattern(text: string): boolean {
    return /^arn:[^:]*:kms:[^:]*:[^:]*:alias\//.test(text);
}

/**
 * Says why a `Resource` does not cover a resource that it may have been meant for.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html,
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
export function describeResourceMiss(pattern: string, resource: string): string {
    const named = showText(pattern);
    if (isAliasPattern(pattern)) {
        return `names the alias ${named}, which does not grant the use of its key`;
    }
    if (pattern.startsWith(`${resource}:`)) {
        return "names the ARN with its JSON key suffix";
    }
    if (/:parameter\/\//.test(pattern)) {
        return `names ${named}, with two slashes after \`parameter\``;
    }
    if (/^-[A-Za-z0-9]{6}$/.test(remainder(pattern, resource))) {
        return "names the ARN without the six characters that AWS appends to the name";
    }
    return describePart(pattern, resource) ?? `names ${named}`;
}

const PARTS = ["partition", "service", "region", "account"] as const;

/** The one part in which two ARNs differ, if it is one of the first. */
function describePart(pattern: string, resource: string): string | undefined {
    const end = resource.slice(resource.lastIndexOf(":"));
    const [named, wanted] = pattern.endsWith(end) ? [pattern, resource].map(parseArn) : [];
    if (!named || !wanted || named.resource !== wanted.resource) {
        return undefined;
    }
    const differing = PARTS.filter((part) => named[part] !== wanted[part]);
    return differing.length === 1
        ? `names the ${differing[0]} \`${named[differing[0]]}\` in the ARN`
        : undefined;
}

function remainder(start: string, text: string): string {
    return text.startsWith(start) ? text.slice(start.length) : "";
}

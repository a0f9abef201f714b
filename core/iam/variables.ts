import { contextValue, type Asked } from "./context";
import type { PolicyVersion } from "./document";
import { no, open, unknown, type Fact } from "./kleene";
import { literalPattern, parsePattern, type Pattern } from "./pattern";

/** A text of a policy with its variables replaced, or why they could not be. */
export type Expansion =
    | { readonly pattern: Pattern; readonly open?: undefined }
    | { readonly pattern?: undefined; readonly open: Fact };

/** What an expansion depends on. */
export interface ExpansionScope {
    readonly version: PolicyVersion;
    readonly request: Asked;
    /** Whether `*` and `?` outside variables are wildcards. */
    readonly wildcards: boolean;
}

/**
 * Replaces the policy variables of a text; what they stand for is taken literally.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function expandVariables(text: string, scope: ExpansionScope): Expansion {
    const parse = scope.wildcards ? parsePattern : literalPattern;
    if (!hasVariables(text, scope.version)) {
        return { pattern: parse(text) };
    }
    const pattern: Pattern[number][] = [];
    let at = 0;
    for (let start = text.indexOf("${"); start >= 0; start = text.indexOf("${", at)) {
        const end = text.indexOf("}", start);
        if (end < 0) {
            break;
        }
        const value = variableValue(text.slice(start + 2, end), scope.request);
        if (typeof value !== "string") {
            return { open: value };
        }
        pattern.push(...parse(text.slice(at, start)), ...literalPattern(value));
        at = end + 1;
    }
    pattern.push(...parse(text.slice(at)));
    return { pattern };
}

/** Whether a text may hold a policy variable; in the version of 2008 it is only text. */
export function hasVariables(text: string, version: PolicyVersion): boolean {
    return version !== "2008-10-17" && text.includes("${");
}

function variableValue(variable: string, request: Asked): string | Fact {
    if (["*", "?", "$"].includes(variable)) {
        return variable;
    }
    const withDefault = /^([^,]+),\s*'([^']*)'\s*$/.exec(variable);
    const key = (withDefault?.[1] ?? variable).trim();
    const values = contextValue(request, key);
    if (values === "unknown" || values === "pending") {
        return open(values, `the value of ${key}`);
    }
    if (values.length > 1) {
        return unknown(`which of the values of ${key} stands for \${${key}}`);
    }
    return (
        values[0] ??
        withDefault?.[2] ??
        no(`holds the placeholder \`\${${variable}}\`, which stands for nothing here`)
    );
}

import { matchesArnPattern, parseArnPattern, type ArnPattern } from "./arn-pattern";
import type { Asked } from "./context";
import { lazily, open, unknown, YES, type Fact } from "./kleene";
import { ANY_MANY, formatPattern, matchesPattern, parsePattern, type Pattern } from "./pattern";
import { openKind } from "./request";
import { describeNoArn, describeResourceMiss, isAliasPattern } from "./resource-miss";
import { shorten } from "./shorten";

/** What a `Resource` names, taken apart. */
export interface NamedResource {
    /** With the variables replaced, for a person. */
    readonly text: string;
    /** Without wildcards it stands for itself. */
    readonly isLiteral: boolean;
    readonly isEverything: boolean;
    readonly whole: Pattern;
    /** Nothing if it is no ARN. */
    readonly arn?: ArnPattern;
    /** Whether a `*` ends one of the first five parts, and might reach into the next. */
    readonly mayReach: boolean;
}

/** Takes a text without variables apart. */
export function parseNamedResource(text: string): NamedResource {
    return nameResource(parsePattern(text), text);
}

/** Takes a text apart whose variables have been replaced. */
export function nameResource(whole: Pattern, text: string = formatPattern(whole)): NamedResource {
    const arn = parseArnPattern(whole);
    return {
        text,
        whole,
        isLiteral: whole.every((token) => typeof token === "string"),
        isEverything: whole.length > 0 && whole.every((token) => token === ANY_MANY),
        mayReach: arn?.slice(0, -1).some((part) => part.at(-1) === ANY_MANY) === true,
        ...(arn && { arn }),
    };
}

/** Whether what a statement names covers the resource of a request. */
export function matchNamedResource(named: NamedResource, request: Asked): Fact {
    const { text, isLiteral, isEverything, whole, arn, mayReach } = named;
    const { resource } = request;
    if (isEverything || (isLiteral && arn && text === resource)) {
        return YES;
    }
    const kind = openKind(resource);
    if (!arn) {
        // AWS calls an ARN that lacks fields an error, and lets a `*` in it reach beyond a colon.
        const mayStand = !isLiteral && text.startsWith("arn:");
        return mayStand && (kind !== undefined || matchesPattern(whole, resource))
            ? unknown(`what \`${shorten(text)}\` stands for, which lacks fields of an ARN`)
            : lazily("no", () => [describeNoArn(text)]);
    }
    const miss = () => [describeResourceMiss(text, resource)];
    if (kind !== undefined) {
        return isAliasPattern(text) ? lazily("no", miss) : open(kind, "the ARN of the resource");
    }
    if (isLiteral) {
        return lazily("no", miss);
    }
    if (matchesArnPattern(arn, resource)) {
        return YES;
    }
    // AWS says that a `*` at the end of a part can reach beyond the colon, not where it does:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
    return mayReach && matchesPattern(whole, resource)
        ? unknown(`whether \`*\` reaches beyond the colon in \`${shorten(text)}\``)
        : lazily("no", miss);
}

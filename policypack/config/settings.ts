import type { PolicyConfigSchema } from "@pulumi/policy";
import {
    formatName,
    parseExemption,
    type Exemption,
    type Finding,
    type NameRules,
} from "../../core";

const LIKELY_LEVELS = ["advisory", "mandatory", "disabled"] as const;

/** What a policy is told in the pack's configuration. */
export interface Settings {
    /** The level of what is likely and no more. */
    readonly likely: (typeof LIKELY_LEVELS)[number];
    /** What the team says of names. */
    readonly rules: NameRules;
    /** The exemptions that can be read, each with where it stands. */
    readonly exemptions: readonly (readonly [path: string, exemption: Exemption])[];
    /** What is wrong with the configuration. */
    readonly findings: readonly Finding[];
}

/**
 * Reads the configuration of a policy. The engine has validated it, as far as a schema can say and
 * where there is an engine: it lets names pass that no schema mentions, and days that do not exist.
 */
export function readSettings(
    config: Readonly<Record<string, unknown>>,
    schema: PolicyConfigSchema,
): Settings {
    const exemptions = readList(config.exemptions, "exemptions").map(([path, value]) => ({
        path,
        ...parseExemption(value, path),
    }));
    const allow = readPatterns(config.allow, "allow");
    const deny = readPatterns(config.deny, "deny");
    return {
        likely: LIKELY_LEVELS.find((level) => level === config.likely) ?? "advisory",
        rules: { allow: allow.patterns, deny: deny.patterns },
        exemptions: exemptions.flatMap(({ path, exemption }) =>
            exemption ? [[path, exemption] as const] : [],
        ),
        findings: [
            ...findUnknownSettings(config, Object.keys(schema.properties)),
            ...allow.findings,
            ...deny.findings,
            ...exemptions.flatMap(({ findings }) => findings),
        ],
    };
}

function readList(value: unknown, path: string): (readonly [string, unknown])[] {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return list.map((item, i) => [`${path}[${i}]`, item] as const);
}

function readPatterns(value: unknown, at: string) {
    const list = readList(value, at);
    const isPattern = (item: unknown): item is string =>
        typeof item === "string" && item.trim() !== "";
    return {
        patterns: list.map(([, item]) => item).filter(isPattern),
        findings: list
            .filter(([, item]) => !isPattern(item))
            .map(([path]) => ({
                path,
                reason: "is empty, or no text",
                remedy: "Write a name, in which * and ? are wildcards.",
            })),
    };
}

function findUnknownSettings(
    config: Readonly<Record<string, unknown>>,
    known: readonly string[],
): Finding[] {
    return Object.keys(config)
        .filter((name) => !known.includes(name))
        .map((name) => ({
            path: formatName(name),
            reason: "is no setting of this policy",
            remedy: `Its settings are ${["enforcementLevel", ...known].join(", ")}.`,
        }));
}

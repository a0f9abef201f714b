import type { PolicyConfigSchema } from "@pulumi/policy";
import {
    formatName,
    parseExemption,
    type Exemption,
    type Finding,
    type NameRules,
} from "../../core";

const LEVELS = ["advisory", "mandatory", "disabled"] as const;

/** The settings that say how something less than certain is reported. */
const LEVEL_SETTINGS = ["likely", "suspected"] as const;

/** One of the levels of what is less than certain. */
export type Level = (typeof LEVELS)[number];

/** What the SDK hands to a policy. */
export type Config = Readonly<Record<string, unknown>>;

/** What a policy is told in the pack's configuration. */
export interface Settings {
    /** The level of what is likely and no more. */
    readonly likely: Level;
    /** The level of what is suspected at a first preview. */
    readonly suspected: Level;
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
export function readSettings(config: Config, schema: PolicyConfigSchema): Settings {
    const known = Object.keys(schema.properties);
    const fields = fieldsOf(schema.properties.exemptions);
    const exemptions = readList(config.exemptions, "exemptions");
    const readings = exemptions.items.map(([path, value]) => ({
        path,
        ...parseExemption(value, path, fields),
    }));
    const allow = readPatterns(config.allow, "allow");
    const deny = readPatterns(config.deny, "deny");
    return {
        likely: readLevel(config.likely) ?? "advisory",
        suspected: readLevel(config.suspected) ?? "advisory",
        rules: { allow: allow.patterns, deny: deny.patterns },
        exemptions: readings.flatMap(({ path, exemption }) =>
            exemption ? [[path, exemption] as const] : [],
        ),
        findings: [
            ...findUnknownSettings(config, known),
            ...LEVEL_SETTINGS.filter((name) => known.includes(name)).flatMap((name) =>
                findNoLevel(config[name], name),
            ),
            ...allow.findings,
            ...deny.findings,
            ...exemptions.findings,
            ...readings.flatMap(({ findings }) => findings),
        ],
    };
}

/** Whether there is nothing to say of what a policy was told: no exemption, and no mistake. */
export function isPlain({ exemptions, findings }: Settings): boolean {
    return exemptions.length === 0 && findings.length === 0;
}

function readLevel(value: unknown): Level | undefined {
    return LEVELS.find((level) => level === value);
}

function findNoLevel(value: unknown, path: string): Finding[] {
    const remedy = "Write advisory, mandatory or disabled.";
    return value === undefined || readLevel(value) !== undefined
        ? []
        : [{ path, reason: "is none of its values", remedy }];
}

/** The fields that an exemption has by the schema. */
function fieldsOf(exemptions?: PolicyConfigSchema["properties"][string]): string[] {
    const items = exemptions?.items;
    return typeof items === "object" && !Array.isArray(items)
        ? Object.keys(items.properties ?? {})
        : [];
}

interface List {
    readonly items: readonly (readonly [path: string, item: unknown])[];
    readonly findings: readonly Finding[];
}

function readList(value: unknown, path: string): List {
    if (value !== undefined && !Array.isArray(value)) {
        const remedy = "Write it in brackets: [ … ].";
        return { items: [], findings: [{ path, reason: "is no list", remedy }] };
    }
    const items: readonly unknown[] = value ?? [];
    return { items: items.map((item, i) => [`${path}[${i}]`, item] as const), findings: [] };
}

function readPatterns(value: unknown, at: string) {
    const { items, findings } = readList(value, at);
    const isPattern = (item: unknown): item is string =>
        typeof item === "string" && item.trim() !== "";
    return {
        patterns: items.map(([, item]) => item).filter(isPattern),
        findings: [
            ...findings,
            ...items
                .filter(([, item]) => !isPattern(item))
                .map(([path]) => ({
                    path,
                    reason: "is empty, or no text",
                    remedy: "Write a name, in which * and ? are wildcards.",
                })),
        ],
    };
}

function findUnknownSettings(config: Config, known: readonly string[]): Finding[] {
    return Object.keys(config)
        .filter((name) => !known.includes(name))
        .map((name) => ({
            path: formatName(name),
            reason: "is no setting of this policy",
            remedy: `Its settings are ${["enforcementLevel", ...known].join(", ")}.`,
        }));
}

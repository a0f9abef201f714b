import { sortFindings, type Finding } from "../finding";
import { isTooLong, LONGEST_DOCUMENT } from "./document-size";
import { isRecord } from "../is-record";
import { found, isUnknownText, ownMembers, type Reading } from "./reading";
import { parseStatement, UNKNOWN_STATEMENT, type PolicyStatement } from "./statement";

export type { PolicyStatement } from "./statement";

/**
 * The versions of the policy language; only the later one has policy variables.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export const POLICY_VERSIONS = ["2012-10-17", "2008-10-17"] as const;

/** One of {@link POLICY_VERSIONS}. */
export type PolicyVersion = (typeof POLICY_VERSIONS)[number];

/** A policy document, parsed. */
export interface PolicyDocument {
    readonly version: PolicyVersion;
    readonly statements: PolicyStatement[];
}

/** What {@link parsePolicyDocument} answers: a document, or why there is none. */
export interface ParsedPolicyDocument {
    readonly document?: PolicyDocument;
    readonly findings: Finding[];
}

const EXAMPLE = '{ "Version": "2012-10-17", "Statement": [ … ] }';

/**
 * Parses a policy document: JSON, URL-encoded JSON, or an object.
 * What holds an unknown is kept as unknown, up to a document of which nothing is known.
 * @param isUnknown - Whether a text holds a value that is not known yet; by default none does.
 */
export function parsePolicyDocument(
    input: unknown,
    isUnknown: (text: string) => boolean = () => false,
): ParsedPolicyDocument {
    const reading: Reading = { isUnknown, findings: [] };
    const document = readSafely(input, reading);
    const findings = sortFindings(reading.findings);
    // AWS refuses a malformed document as a whole, so that half of one would be an invention.
    return document && findings.length === 0 ? { document, findings } : { findings };
}

function readSafely(input: unknown, reading: Reading): PolicyDocument | undefined {
    try {
        return readDocument(input, reading);
    } catch {
        // Members of an object may be code, and that code may throw.
        found(reading, "", "the policy document cannot be read", `Write ${EXAMPLE}.`);
        return undefined;
    }
}

function readDocument(input: unknown, reading: Reading): PolicyDocument | undefined {
    if (typeof input === "string" ? input.length > LONGEST_ENCODED : isTooLong(input)) {
        return tooLong(reading);
    }
    const model = ownMembers(typeof input === "string" ? readJson(input) : input);
    if (typeof input === "string" && isTooLong(model)) {
        return tooLong(reading);
    }
    if (model === undefined && isUnknownText(input, reading)) {
        return { version: "2012-10-17", statements: [UNKNOWN_STATEMENT] };
    }
    if (!isRecord(model)) {
        found(reading, "", "the policy document is no JSON object", `Write ${EXAMPLE}.`);
        return undefined;
    }
    for (const name of Object.keys(model)) {
        if (!["Version", "Id", "Statement"].includes(name)) {
            found(
                reading,
                name,
                "a policy document has no such element",
                "Write Version, Id and Statement.",
            );
        }
    }
    return isUnknownText(model.Version, reading)
        ? { version: "2012-10-17", statements: [UNKNOWN_STATEMENT] }
        : { version: readVersion(model.Version, reading), statements: readAll(model, reading) };
}

/** In URL-encoded JSON a byte takes three characters. */
const LONGEST_ENCODED = 3 * LONGEST_DOCUMENT;

function tooLong(reading: Reading): undefined {
    const reason = "the policy document is longer than any that AWS takes, or holds itself";
    found(reading, "", reason, `Write at most ${LONGEST_DOCUMENT} characters.`);
    return undefined;
}

function readVersion(value: unknown, reading: Reading): PolicyVersion {
    const version = POLICY_VERSIONS.find((known) => known === value);
    if (version === undefined && value !== undefined) {
        found(
            reading,
            "Version",
            "there is no such version of the policy language",
            "Write 2012-10-17.",
        );
    }
    return version ?? "2008-10-17";
}

function readAll(model: Readonly<Record<string, unknown>>, reading: Reading): PolicyStatement[] {
    const { Statement: statement } = model;
    if (statement === undefined) {
        found(reading, "Statement", "the policy document has no statement", `Write ${EXAMPLE}.`);
        return [];
    }
    const inputs: unknown[] = Array.isArray(statement) ? statement : [statement];
    return inputs.flatMap(
        (input, index) => parseStatement(input, `Statement[${index}]`, reading) ?? [],
    );
}

function readJson(text: string): unknown {
    try {
        return JSON.parse(/^\s*%7b/i.test(text) ? decodeURIComponent(text) : text);
    } catch {
        return undefined;
    }
}

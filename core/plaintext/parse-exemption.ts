import type { Finding } from "../finding";
import { parsePattern } from "../iam/pattern";
import { canBegin, type Exemption } from "./exemption";
import { formatName } from "./format-name";
import { isRecord } from "../is-record";

/** An exemption as it was read, or what is wrong with it. */
export interface ExemptionReading {
    readonly exemption?: Exemption;
    readonly findings: readonly Finding[];
}

/** The fields of an exemption, in the order in which a person reads them. */
const EXEMPTION_FIELDS: readonly string[] = ["urn", "container", "variable", "reason", "expires"];

/** What every URN begins with, and how it goes on. */
const URN_START = "urn:pulumi:";
const URN_FORM = "urn:pulumi:<stack>::<project>::<type>::<name>";

/**
 * Reads an exemption as a person wrote it; one that is wrong anywhere exempts nothing. Not every
 * policy has something to say of containers and variables: `known` are the fields that it takes.
 */
export function parseExemption(
    value: unknown,
    path: string,
    known: readonly string[] = EXEMPTION_FIELDS,
): ExemptionReading {
    if (!isRecord(value)) {
        const remedy = "Write an object with urn, reason and expires.";
        return { findings: [{ path, reason: "is no object", remedy }] };
    }
    const fields = new Map<string, unknown>(
        Object.entries(value).filter(([, field]) => field !== undefined),
    );
    const findings = [
        ...findUnknownFields(fields, path, known),
        ...["urn", "container", "variable"].flatMap((name) => findPattern(fields, path, name)),
        ...findReason(fields.get("reason"), `${path}.reason`),
        ...findDate(fields.get("expires"), `${path}.expires`),
    ];
    if (findings.length > 0) {
        return { findings };
    }
    const pattern = (name: string) => {
        const text = fields.get(name);
        return typeof text === "string" ? parsePattern(text) : undefined;
    };
    const exemption = {
        urn: pattern("urn") ?? [],
        container: pattern("container"),
        variable: pattern("variable"),
        reason: String(fields.get("reason")),
        expires: String(fields.get("expires")),
    };
    return { exemption, findings };
}

function findUnknownFields(
    fields: ReadonlyMap<string, unknown>,
    path: string,
    known: readonly string[],
): Finding[] {
    return [...fields.keys()]
        .filter((name) => !known.includes(name))
        .map((name) => ({
            path: `${path}.${formatName(name)}`,
            reason: "is no field of an exemption of this policy",
            remedy: `Its fields are ${known.join(", ")}.`,
        }));
}

function findPattern(fields: ReadonlyMap<string, unknown>, at: string, name: string): Finding[] {
    const value = fields.get(name);
    const path = `${at}.${name}`;
    if (value === undefined && name !== "urn") {
        return [];
    }
    if (typeof value !== "string" || value.trim() === "") {
        const reason = value === undefined ? "is missing" : "is empty, or no text";
        const remedy = `Write a pattern, in which * and ? are wildcards${name === "urn" ? "" : ", or leave it out"}.`;
        return [{ path, reason, remedy }];
    }
    return name === "urn" && !canMatchUrn(value)
        ? [
              {
                  path,
                  reason: `${formatName(value)} can match no URN`,
                  remedy: `A URN reads ${URN_FORM}; write *::<type>::<name>, for example.`,
              },
          ]
        : [];
}

/** A pattern is matched against the whole URN, and people write the name alone. */
function canMatchUrn(text: string): boolean {
    const isWhole = /[*?]/.test(text) || text.split("::").length >= URN_FORM.split("::").length;
    return isWhole && canBegin(parsePattern(text), URN_START);
}

function findReason(value: unknown, path: string): Finding[] {
    const isGiven = typeof value === "string" && value.trim() !== "";
    const reason = value === undefined ? "is missing" : "is empty, or no text";
    return isGiven ? [] : [{ path, reason, remedy: "Say why the team lives with the finding." }];
}

function findDate(value: unknown, path: string): Finding[] {
    const remedy = "Write the last day on which the exemption holds as YYYY-MM-DD, in UTC.";
    if (typeof value !== "string") {
        const reason = value === undefined ? "is missing" : "is no text";
        return [{ path, reason, remedy }];
    }
    return isDay(value)
        ? []
        : [{ path, reason: `${formatName(value)} is no day of the calendar`, remedy }];
}

function isDay(text: string): boolean {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
    return year !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
}

function days(year: number, month: number): number {
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

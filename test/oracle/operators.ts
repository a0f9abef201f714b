import { arnFits, fits, plain } from "./patterns";

/** What an operator compares: a policy value (variables already replaced) and a request value. */
type Comparison = (wanted: string, given: string) => boolean;

/** A row of the operator table. */
export interface Operator {
    readonly compare: Comparison;
    readonly negated: boolean;
    readonly variables: boolean;
}

const numbers =
    (holds: (given: number, wanted: number) => boolean): Comparison =>
    (wanted, given) =>
        holds(Number(given), Number(wanted));

/** Seconds since 1970 as they are, ISO 8601 by the calendar. */
function instantOf(text: string): number {
    return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

const dates =
    (holds: (given: number, wanted: number) => boolean): Comparison =>
    (wanted, given) =>
        holds(instantOf(given), instantOf(wanted));

/** The bits of an address as text of zeros and ones: a range is then a prefix. */
function bitsOf(address: string): string {
    if (!address.includes(":")) {
        return address
            .split(".")
            .map((part) => Number(part).toString(2).padStart(8, "0"))
            .join("");
    }
    const [before = "", after] = address.split("::");
    const head = before.split(":").filter(Boolean);
    const tail = (after ?? "").split(":").filter(Boolean);
    const zeros = Array.from({ length: 8 - head.length - tail.length }, () => "0");
    return [...head, ...zeros, ...tail]
        .map((part) => parseInt(part, 16).toString(2).padStart(16, "0"))
        .join("");
}

const inRange: Comparison = (wanted, given) => {
    const [base = "", length] = wanted.split("/");
    const range = bitsOf(base);
    const bits = bitsOf(given);
    return range.length === bits.length && bits.startsWith(range.slice(0, Number(length ?? 128)));
};

const sameText: Comparison = (wanted, given) => plain(wanted) === given;
const sameLetters: Comparison = (wanted, given) =>
    plain(wanted).toLowerCase() === given.toLowerCase();
const likeText: Comparison = (wanted, given) => fits(wanted, given);
const sameNumber = numbers((given, wanted) => given === wanted);
const sameDate = dates((given, wanted) => given === wanted);

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
const TABLE: readonly [name: string, compare: Comparison, opposite: string, variables: boolean][] =
    [
        ["StringEquals", sameText, "StringNotEquals", true],
        ["StringEqualsIgnoreCase", sameLetters, "StringNotEqualsIgnoreCase", true],
        ["StringLike", likeText, "StringNotLike", true],
        ["ArnEquals", arnFits, "ArnNotEquals", true],
        ["ArnLike", arnFits, "ArnNotLike", true],
        ["Bool", sameLetters, "", true],
        ["BinaryEquals", sameText, "", false],
        ["NumericEquals", sameNumber, "NumericNotEquals", false],
        ["NumericLessThan", numbers((given, wanted) => given < wanted), "", false],
        ["NumericLessThanEquals", numbers((given, wanted) => given <= wanted), "", false],
        ["NumericGreaterThan", numbers((given, wanted) => given > wanted), "", false],
        ["NumericGreaterThanEquals", numbers((given, wanted) => given >= wanted), "", false],
        ["DateEquals", sameDate, "DateNotEquals", false],
        ["DateLessThan", dates((given, wanted) => given < wanted), "", false],
        ["DateLessThanEquals", dates((given, wanted) => given <= wanted), "", false],
        ["DateGreaterThan", dates((given, wanted) => given > wanted), "", false],
        ["DateGreaterThanEquals", dates((given, wanted) => given >= wanted), "", false],
        ["IpAddress", inRange, "NotIpAddress", false],
    ];

/** All operators but `Null`, by name. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
    TABLE.flatMap(([name, compare, opposite, variables]) => {
        const rows: [string, Operator][] = [[name, { compare, negated: false, variables }]];
        if (opposite !== "") {
            rows.push([opposite, { compare, negated: true, variables }]);
        }
        return rows;
    }),
);

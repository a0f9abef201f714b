import { comparison } from "./comparison";
import type { OperatorFamily } from "./operator";

/**
 * The date operators.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export const DATE_OPERATORS: OperatorFamily = {
    DateEquals: date(false, (actual, wanted) => actual === wanted),
    DateNotEquals: date(true, (actual, wanted) => actual === wanted),
    DateLessThan: date(false, (actual, wanted) => actual < wanted),
    DateLessThanEquals: date(false, (actual, wanted) => actual <= wanted),
    DateGreaterThan: date(false, (actual, wanted) => actual > wanted),
    DateGreaterThanEquals: date(false, (actual, wanted) => actual >= wanted),
};

function date(negated: boolean, holds: (actual: number, wanted: number) => boolean) {
    return comparison(negated, parseTime, holds, "date");
}

/** Seconds since 1970. Four digits could be a year as well, so that they are no such number. */
const EPOCH = /^\d{5,11}$/;

const ISO_8601 =
    /^(\d{4})-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2}))?)?$/;

/**
 * A point in time, in milliseconds since 1970, written as ISO 8601 or as seconds since 1970.
 * Source: https://www.w3.org/TR/NOTE-datetime
 */
function parseTime(text: string): number | undefined {
    if (EPOCH.test(text)) {
        return Number(text) * 1000;
    }
    const match = ISO_8601.exec(text);
    if (!match) {
        return undefined;
    }
    const [, year, month, day = "01", hour = "00", minute = "00", second = "00"] = match;
    const [, , , , , , , fraction = "0", zone = "Z"] = match;
    const numbers = [year, month, day, hour, minute, second].map(Number);
    const time = Date.UTC(numbers[0], numbers[1] - 1, ...numbers.slice(2));
    // What is no date, the 31st of April, is moved on by a month, and so not written the same.
    const isReal = new Date(time)
        .toISOString()
        .startsWith(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
    return isReal ? time + Number(fraction) * 1000 - offsetOf(zone) : undefined;
}

function offsetOf(zone: string): number {
    if (zone === "Z") {
        return 0;
    }
    const [hours, minutes] = [zone.slice(1, 3), zone.slice(-2)].map(Number);
    return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

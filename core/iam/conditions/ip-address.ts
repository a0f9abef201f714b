import { comparison } from "./comparison";
import type { OperatorFamily } from "./operator";

/**
 * The operators for IP addresses, of both versions.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export const IP_ADDRESS_OPERATORS: OperatorFamily = {
    IpAddress: comparison(false, parseRange, holds, "IP address or range"),
    NotIpAddress: comparison(true, parseRange, holds, "IP address or range"),
};

/** Whether a range holds all of another; single addresses are ranges of one. */
function holds(actual: string, wanted: string): boolean {
    return actual.startsWith(wanted);
}

/** The bits that all addresses of a range in CIDR notation begin with, after their number. */
function parseRange(text: string): string | undefined {
    const [address, length, ...rest] = text.split("/");
    const bits = address.includes(":") ? bitsOfVersion6(address) : bitsOfVersion4(address);
    if (bits === undefined || rest.length > 0) {
        return undefined;
    }
    if (length === undefined) {
        return rangeOf(bits, bits.length);
    }
    const kept = /^\d{1,3}$/.test(length) ? Number(length) : Infinity;
    // An address with bits after those that are kept is no range, and AWS may read it either way.
    return kept <= bits.length && !bits.slice(kept).includes("1") ? rangeOf(bits, kept) : undefined;
}

function rangeOf(bits: string, kept: number): string {
    return `${bits.length}:${bits.slice(0, kept)}`;
}

function bitsOfVersion4(text: string): string | undefined {
    const parts = text.split(".");
    const isAddress =
        parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && +part < 256);
    return isAddress ? bitsOf(parts.map(Number), 8) : undefined;
}

function bitsOfVersion6(text: string): string | undefined {
    const halves = text.split("::");
    const [head, tail] = [halves[0], halves[1] ?? ""].map((half) =>
        half === "" ? [] : half.split(":"),
    );
    const missing = 8 - head.length - tail.length;
    const isShort = halves.length === 2 && missing > 0;
    if (halves.length > 2 || !(isShort || (halves.length === 1 && missing === 0))) {
        return undefined;
    }
    const groups = [...head, ...Array<string>(isShort ? missing : 0).fill("0"), ...tail];
    return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
        ? bitsOf(
              groups.map((group) => parseInt(group, 16)),
              16,
          )
        : undefined;
}

function bitsOf(numbers: readonly number[], width: number): string {
    return numbers.map((number) => number.toString(2).padStart(width, "0")).join("");
}

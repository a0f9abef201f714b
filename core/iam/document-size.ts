/**
 * The longest text that AWS takes for a policy document; most kinds of policy may be far shorter.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 */
export const LONGEST_DOCUMENT = 131_072;

/**
 * Whether an object, written as JSON, would be longer than any document that AWS takes. It stops
 * at what is too much, so that objects without end, which hold themselves, are too long as well.
 */
export function isTooLong(model: unknown): boolean {
    let length = 0;
    const left: unknown[] = [model];
    while (left.length > 0 && length <= LONGEST_DOCUMENT) {
        const value = left.pop();
        length += typeof value === "string" ? value.length : 1;
        if (typeof value === "object" && value !== null) {
            for (const [name, member] of membersOf(value)) {
                length += name.length;
                left.push(member);
            }
        }
        if (left.length > LONGEST_DOCUMENT) {
            return true;
        }
    }
    return length > LONGEST_DOCUMENT;
}

function membersOf(value: object): [string, unknown][] {
    return Array.isArray(value)
        ? (value as unknown[]).map((member) => ["", member])
        : Object.entries(value);
}

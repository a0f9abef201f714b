import { createHash, randomBytes, randomUUID } from "node:crypto";

/** Lower-case hexadecimal digits, as in autonames, task ids and the like. */
export function hex(length: number, seed?: Uint8Array): string {
    const bytes = seed?.length
        ? createHash("sha256").update(seed).digest()
        : randomBytes(Math.ceil(length / 2));
    return Buffer.from(bytes).toString("hex").slice(0, length);
}

/** The six characters that AWS Secrets Manager appends to a secret's name in its ARN. */
export function secretSuffix(): string {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    return [...randomBytes(6)].map((byte) => alphabet[byte % alphabet.length]).join("");
}

/** A UUID, as key ids and version ids are. */
export const uuid = randomUUID;

import { createHash } from "node:crypto";

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/**
 * Texts that are made here rather than written down: a scanner of this repository has nothing to
 * find in it. They belong to nobody, and are the same in every run.
 */
const STAND_INS: Readonly<Record<string, (length: number) => string>> = {
    weak: () => ["not", "a", "real", "password", "Xk2"].join("-"),
    // All characters differ, which is the best case for those who measure entropy.
    random: (length) => shuffle("random").slice(0, length),
    hex: (length) => hash("hex", "hex").slice(0, length),
    pem: createPem,
    github: createGitHubToken,
    slack: createWebhook,
    arn: () => "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf",
};

/** Puts the texts in the place of their marks: `<weak>`, `<random:32>`. */
export function fillStandIns(text: string): string {
    return text.replace(/<([a-z]+)(?::(\d+))?>/g, (mark, kind: string, length = "0") =>
        Object.hasOwn(STAND_INS, kind) ? STAND_INS[kind](Number(length)) : mark,
    );
}

/** The form and the length of a private key; what stands in it is none. */
function createPem(): string {
    const edge = (word: string) => `-----${word} ${"PRIVATE"} KEY-----`;
    const lines = Array.from({ length: 24 }, (_, index) =>
        hash("base64", `pem ${index}`).slice(0, 64),
    );
    return [edge("BEGIN"), ...lines, edge("END"), ""].join("\n");
}

/** A token with a right checksum at its end: who knows of it reports no other. */
function createGitHubToken(): string {
    return ["ghp", `${shuffle("github").slice(0, 30)}32BJlm`].join("_");
}

function createWebhook(): string {
    const id = (kind: string) => `${kind}0${shuffle(kind).toUpperCase().slice(0, 8)}`;
    const path = ["services", id("T"), id("B"), shuffle("slack").slice(0, 24)];
    return ["https://hooks.slack.com", ...path].join("/");
}

/** The letters and digits in an order that looks like none. */
function shuffle(seed: string): string {
    const key = (character: string) => hash("hex", `${seed} ${character}`);
    return [...ALPHANUMERIC].sort((a, b) => (key(a) < key(b) ? -1 : 1)).join("");
}

function hash(encoding: "hex" | "base64", text: string): string {
    return createHash("sha512").update(text).digest(encoding);
}

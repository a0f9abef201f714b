import * as fs from "node:fs";
import * as path from "node:path";
import { hasUnknownPart, UNKNOWN_PART } from "../../core";
import type { Properties } from "../plaintext/define-policy";

/** The text of an object in Amazon S3, or why the program does not tell it. */
export type ObjectContent =
    | { readonly text: string; readonly unread?: undefined }
    | { readonly text?: undefined; readonly unread: string };

/** Files with variables are short; what is longer is none. */
const MOST_BYTES = 1_000_000;

/**
 * Reads what a program uploads: a text, the same in base64, or an asset.
 *
 * @param properties The object's properties, what is not known yet being marked.
 * @param source The property `source` as it came: an asset of the SDK, whose parts are promises.
 */
export async function readContent(properties: Properties, source: unknown): Promise<ObjectContent> {
    const { content, contentBase64 } = properties;
    const given = [content, contentBase64, properties.source].find(isGiven);
    if (given === UNKNOWN_PART) {
        return { unread: "its content is not known yet" };
    }
    if (isGiven(content)) {
        return typeof content === "string"
            ? { text: content }
            : { unread: "its content is no text" };
    }
    if (isGiven(contentBase64)) {
        return decode(contentBase64);
    }
    return isGiven(given) ? await readAsset(source) : { text: "" };
}

function isGiven(value: unknown): boolean {
    return value !== undefined && value !== null;
}

function decode(code: unknown): ObjectContent {
    if (typeof code !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(code.replace(/\s+/g, ""))) {
        const isOpen = typeof code === "string" && hasUnknownPart(code);
        return { unread: isOpen ? "its content is not known yet" : "its content is not base64" };
    }
    return { text: Buffer.from(code, "base64").toString("utf8") };
}

async function readAsset(source: unknown): Promise<ObjectContent> {
    const part = async (name: string): Promise<unknown> =>
        typeof source === "object" && source !== null && Object.hasOwn(source, name)
            ? await (source as Readonly<Record<string, unknown>>)[name]
            : undefined;
    const [text, file] = [await part("text"), await part("path")];
    if (typeof text === "string") {
        return { text };
    }
    return typeof file === "string" ? readFile(file) : { unread: "its content is kept elsewhere" };
}

/** A path is relative to the program, which need not be where the pack runs. */
function readFile(file: string): ObjectContent {
    try {
        const resolved = path.resolve(file);
        const stats = fs.statSync(resolved);
        return stats.isFile() && stats.size <= MOST_BYTES
            ? { text: fs.readFileSync(resolved, "utf8") }
            : { unread: "its file is too long, or is none" };
    } catch {
        return { unread: "its file cannot be read from here" };
    }
}

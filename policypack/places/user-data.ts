import { gunzipSync } from "node:zlib";
import {
    hasUnknownPart,
    joinReadings,
    type PlaintextReading,
    UNKNOWN_PART,
    variableOf,
} from "../../core";
import { readCloudUsers } from "./cloud-users";
import { type Field, listAssignments, listScript, unread } from "./variables";

/** How a property takes user data. */
export type UserDataForm = "text" | "base64";

/** Amazon EC2 takes 16 KB; what unpacks to more than that many times over is not read. */
const MOST_BYTES = 1 << 20;

/**
 * Lists what user data shows: a script, a configuration of cloud-init, or a MIME message of both;
 * plain, packed by gzip, in base64.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function listUserData(value: unknown, path: string, form: UserDataForm): PlaintextReading {
    const field: Field = { path, remedy: readAtBoot };
    if (typeof value !== "string" || value === UNKNOWN_PART) {
        return unread(value, field, "it is not a text");
    }
    if (hasUnknownPart(value)) {
        return form === "text" ? listText(value, field) : unread(UNKNOWN_PART, field, "");
    }
    // A provider encodes what is not encoded yet, so either form may stand in either property.
    const bytes = decodeBase64(value);
    const text = bytes && readBytes(bytes);
    if (text !== undefined) {
        return listText(text, field);
    }
    const isText = form === "text" && !(bytes && isPacked(bytes));
    return isText || (form === "base64" && !bytes)
        ? listText(value, field)
        : unread({}, field, "what it encodes is not a text");
}

function listText(text: string, field: Field): PlaintextReading {
    return joinReadings(
        partsOf(text)
            .flatMap(filesOf)
            .flatMap((part) => [
                listScript(part, field),
                { plaintext: listAssignments(readCloudUsers(part), field), findings: [] },
            ]),
    );
}

/** The parts of a MIME message, those in base64 decoded; of any other text, the text. */
function partsOf(text: string): string[] {
    const [, boundary] = /^content-type:[^\n]{0,80}boundary="?([^"\s;]{1,70})/im.exec(text) ?? [];
    const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
    return parts.map((part) => {
        const [head] = part.split(/\n\r?\n/, 1);
        const isEncoded = /^content-transfer-encoding:[ \t]*base64/im.test(head);
        return (isEncoded && decodeText(part.slice(head.length))) || part;
    });
}

/** The files that cloud-init is told to write from base64, and the text without them. */
function filesOf(text: string): string[] {
    const files: string[] = [];
    const lines = text.split("\n").filter((line) => {
        const [, content = ""] = /^[ \t-]*content:(.*)$/.exec(line) ?? [];
        const file = decodeText(content.replace(/!!binary|["']/g, ""));
        files.push(...(file === undefined ? [] : [file]));
        return file === undefined;
    });
    return [lines.join("\n"), ...files];
}

function decodeText(text: string): string | undefined {
    const bytes = decodeBase64(text);
    return bytes && readBytes(bytes);
}

function decodeBase64(text: string): Buffer | undefined {
    const code = text.replace(/\s+/g, "");
    const isCode = code !== "" && code.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(code);
    return isCode ? Buffer.from(code, "base64") : undefined;
}

const isPacked = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The text that bytes are, packed or not; `undefined` where they are none. */
function readBytes(bytes: Buffer): string | undefined {
    try {
        const plain = isPacked(bytes) ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
        return new TextDecoder("utf-8", { fatal: true }).decode(plain);
    } catch {
        return undefined;
    }
}

/** What to do about a secret in user data, which every process of the instance may read. */
function readAtBoot(name: string): string {
    return (
        "Store it in AWS Secrets Manager, allow the role of the instance profile " +
        "secretsmanager:GetSecretValue on it, and read it at boot: " +
        `${variableOf(name)}=$(aws secretsmanager get-secret-value --secret-id <name of the secret> ` +
        "--query SecretString --output text)."
    );
}

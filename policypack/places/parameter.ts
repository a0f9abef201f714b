import {
    findPlaintextSecrets,
    formatName,
    hasUnknownPart,
    joinReadings,
    type Plaintext,
    type PlaintextReading,
    readScript,
    UNKNOWN_PART,
} from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { listJsonPlaintext, parseJson } from "./json-text";
import { NOTHING, unread } from "./variables";

/** What encrypts a parameter, and what its readers then need. */
const ENCRYPT =
    'type: "SecureString", and allow who reads it ssm:GetParameter, and kms:Decrypt on the key if it is one of your own.';

/** Lists what an entry of SSM Parameter Store shows: all of it, unless it is a SecureString. */
export function listParameterPlaintext(props: Properties, urn: string): PlaintextReading {
    const { type, value, valueWo, insecureValue } = props;
    const name = nameOf(props, urn);
    const isUnknown = typeof type === "string" && hasUnknownPart(type);
    // A write-only value is kept from the state, and Parameter Store shows it all the same.
    const given = type === "SecureString" || isUnknown ? [] : [value, valueWo];
    return joinReadings([
        ...given.map((one) => list(name, one, `Set ${ENCRYPT}`)),
        // The provider takes no insecureValue for a SecureString: it is plain in each case.
        list(name, insecureValue, `Move it to value, set ${ENCRYPT}`),
        isUnknown
            ? unread(UNKNOWN_PART, { path: `the type of parameter ${formatName(name)}` }, "")
            : NOTHING,
    ]);
}

/** A parameter without a name of its own is called after its resource. */
function nameOf({ name }: Properties, urn: string): string {
    return typeof name === "string" && name !== "" && name !== UNKNOWN_PART
        ? name
        : urn.slice(urn.lastIndexOf("::") + 2);
}

/** What stands inside of a document tells more than the parameter's name: it goes first. */
function list(name: string, value: unknown, remedy: string): PlaintextReading {
    if (typeof value !== "string" && typeof value !== "number") {
        return unread(value, { path: `parameter ${formatName(name)}` }, "its value is not a text");
    }
    const text = String(value);
    const whole: Plaintext = { place: "parameter", path: "parameter", name, value: text, remedy };
    const inside = listInside(text, `parameter ${formatName(name)}`, remedy);
    const isInside = findPlaintextSecrets(inside).length > 0;
    return { plaintext: isInside ? inside : [whole], findings: [] };
}

function listInside(text: string, path: string, remedy: string): Plaintext[] {
    const document = parseJson(text);
    if (typeof document === "object") {
        return listJsonPlaintext(document, { path, remedy: () => remedy });
    }
    return text.includes("\n")
        ? readScript(text)
              .filter((assignment) => assignment.name !== "")
              .map((assignment) => ({ place: "setting", path, ...assignment, remedy }))
        : [];
}

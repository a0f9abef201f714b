import { joinReadings, type PlaintextReading, readScript, variableOf } from "../../core";
import { parseJson } from "./json-text";
import { fieldOf, type Field, listAssignments, listRecord, listScript, unread } from "./variables";

/**
 * The sections of a build spec's `env` that name where a value is stored.
 * Source: https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html#build-spec.env
 */
const STORES = ["parameter-store", "secrets-manager"];

/** Lists what the text of a build spec shows, in YAML or in JSON; a path to one shows nothing. */
export function listBuildSpec(buildspec: unknown, path: string): PlaintextReading {
    const field: Field = { path, remedy: injectBySpec };
    if (typeof buildspec !== "string") {
        return unread(buildspec, field, "it is not a text");
    }
    const document = parseJson(buildspec);
    return typeof document === "object" && document !== null
        ? readDocument(document, field)
        : readText(buildspec, field);
}

function readDocument(document: object, field: Field): PlaintextReading {
    return joinReadings([
        listRecord(fieldOf(document, "env", "variables"), field),
        ...STORES.map((store) =>
            listRecord(fieldOf(document, "env", store), { ...field, place: "reference" }),
        ),
        listScript(textsIn(fieldOf(document, "phases")).join("\n"), field),
    ]);
}

function readText(text: string, field: Field): PlaintextReading {
    const { own, stores } = splitStores(text);
    const references = listAssignments(readScript(stores), { ...field, place: "reference" });
    return joinReadings([listScript(own, field), { plaintext: references, findings: [] }]);
}

/** Takes the lines that name where a value is stored out of a build spec in YAML. */
function splitStores(text: string): { own: string; stores: string } {
    const own: string[] = [];
    const stores: string[] = [];
    let isEnv = false;
    let storeIndent = -1;
    for (const line of text.split("\n")) {
        const indent = line.search(/[^ ]/);
        const isContent = indent >= 0 && !line.startsWith("#", indent) && line.trim() !== "";
        if (isContent && indent === 0) {
            isEnv = /^["']?env["']? *:/.test(line);
        }
        if (isContent && (indent <= storeIndent || storeIndent < 0)) {
            storeIndent = isEnv && STORES.includes(keyOf(line)) ? indent : -1;
        }
        (storeIndent < 0 ? own : stores).push(line);
    }
    return { own: own.join("\n"), stores: stores.join("\n") };
}

function keyOf(line: string): string {
    const colon = line.indexOf(":");
    return line.slice(0, Math.max(0, colon)).trim().replace(/["']/g, "");
}

/** Every text inside, without recursion: what is read may be nested as deep as its author likes. */
function textsIn(value: unknown): string[] {
    const texts: string[] = [];
    const open = [value];
    while (open.length > 0) {
        const next = open.pop();
        if (typeof next === "string") {
            texts.push(next);
        } else if (typeof next === "object" && next !== null) {
            for (const inner of Object.values(next).reverse()) {
                open.push(inner);
            }
        }
    }
    return texts;
}

/** What to do about a secret that a build spec sets or writes out. */
function injectBySpec(name: string): string {
    const variable = variableOf(name);
    return (
        "Store it in AWS Secrets Manager, write env: secrets-manager: " +
        `${variable}: <name of the secret>:<JSON key> in the build spec, allow the project's ` +
        `service role secretsmanager:GetSecretValue on it, and let the commands read $${variable}.`
    );
}

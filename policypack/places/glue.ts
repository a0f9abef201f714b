import {
    findPlaintextSecrets,
    formatName,
    isRecord,
    joinReadings,
    type Plaintext,
    type PlaintextReading,
    readScript,
    variableOf,
} from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { listJsonPlaintext, parseJson } from "./json-text";
import { type Field, fieldOf, listAssignments, listRecord, NOTHING, readEach } from "./variables";

/**
 * Arguments that hold settings of their own, and what parts these.
 * Source: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html
 */
const LISTS: Readonly<Record<string, string>> = {
    "--conf": " ",
    "--customer-driver-env-vars": ",",
    "--customer-executor-env-vars": ",",
};

/** Lists what a Glue job shows in its arguments. */
export function listJobPlaintext(props: Properties): PlaintextReading {
    return joinReadings(
        ["defaultArguments", "nonOverridableArguments"].map((name) =>
            listArguments(props[name], name),
        ),
    );
}

/** Lists what a Glue trigger passes to the jobs that it starts. */
export function listTriggerPlaintext({ actions }: Properties): PlaintextReading {
    return readEach(actions, "actions", (action, path) =>
        listArguments(fieldOf(action, "arguments"), `${path}.arguments`),
    );
}

/**
 * Lists what a Glue connection shows. Of `authenticationConfiguration` it shows the ARN of the
 * secret alone, in which Glue itself keeps the rest.
 * Source: https://docs.aws.amazon.com/glue/latest/webapi/API_AuthenticationConfiguration.html
 */
export function listConnectionPlaintext(props: Properties): PlaintextReading {
    return joinReadings(
        ["connectionProperties", "athenaProperties"].map((path) =>
            listTexts(props[path], { path, place: "setting", remedy: () => NAME_SECRET }),
        ),
    );
}

const NAME_SECRET =
    'Give SECRET_ID: "<name of the secret>", a JSON secret with username and password, in place of USERNAME and PASSWORD, and allow the role of the jobs secretsmanager:GetSecretValue on it.';

function listArguments(values: unknown, path: string): PlaintextReading {
    return listTexts(values, { path, place: "argument", remedy: nameInArgument });
}

/** Lists a record of texts; what stands inside of one tells more than its name: it goes first. */
function listTexts(record: unknown, field: Field): PlaintextReading {
    if (!isRecord(record)) {
        return listRecord(record, field);
    }
    const readings = Object.entries(record).map(([name, text]) => {
        const plaintext = typeof text === "string" ? listInside(name, text, field) : [];
        return findPlaintextSecrets(plaintext).length > 0
            ? { plaintext, findings: [] }
            : isEncrypted(name)
              ? NOTHING
              : listRecord({ [name]: text }, field);
    });
    return joinReadings(readings);
}

function listInside(name: string, text: string, field: Field): Plaintext[] {
    const within: Field = { ...field, path: `${field.path} ${formatName(name)}` };
    const document = parseJson(text);
    const sign = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
    return typeof document === "object"
        ? listJsonPlaintext(document, within)
        : sign === undefined
          ? []
          : listAssignments(readScript(text.split(sign).join("\n")), within);
}

/** What Glue has encrypted with a key of the catalog. */
function isEncrypted(name: string): boolean {
    return name.startsWith("ENCRYPTED_");
}

/** A job gets the name of a secret, and reads it. */
function nameInArgument(name: string): string {
    const variable = variableOf(name);
    const option = /[a-z]/.test(variable) ? variable : variable.toLowerCase();
    return (
        `Pass the name of the secret, "--${option}_secret_name", read it in the job with ` +
        "GetSecretValue, and allow the role of the job secretsmanager:GetSecretValue on it."
    );
}

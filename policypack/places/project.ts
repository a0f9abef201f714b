import { joinReadings, type PlaintextReading, UNKNOWN_PART, variableOf } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { listBuildSpec } from "./build-spec";
import { fieldOf, listPairs, listRecord, readEach, unread } from "./variables";

/** The types of variables whose value says where the value is stored. */
const STORES: readonly unknown[] = ["PARAMETER_STORE", "SECRETS_MANAGER"];

/** Lists what a CodeBuild project shows. */
export function listProjectPlaintext(props: Properties): PlaintextReading {
    const { environment, source, secondarySources } = props;
    return joinReadings([
        listVariables(fieldOf(environment, "environmentVariables")),
        listSource(source, "source"),
        readEach(secondarySources, "secondarySources", listSource),
    ]);
}

function listVariables(variables: unknown): PlaintextReading {
    const field = { path: "environment", remedy: injectVariable };
    if (!Array.isArray(variables)) {
        return unread(variables, field, "it is not a list of variables");
    }
    const isStored = (entry: unknown) => STORES.includes(fieldOf(entry, "type"));
    return joinReadings([
        listPairs(variables.filter((entry) => !isStored(entry)).map(readOpen), field),
        listPairs(variables.filter(isStored), { ...field, place: "reference" }),
    ]);
}

/** While it is not known whether a value says where it is stored, it says nothing. */
function readOpen(variable: unknown): unknown {
    return typeof variable === "object" && fieldOf(variable, "type") === UNKNOWN_PART
        ? { name: fieldOf(variable, "name"), value: UNKNOWN_PART }
        : variable;
}

function listSource(source: unknown, path: string): PlaintextReading {
    const location = fieldOf(source, "location");
    return source === UNKNOWN_PART
        ? unread(source, { path }, "")
        : joinReadings([
              listBuildSpec(fieldOf(source, "buildspec"), `${path}.buildspec`),
              listRecord(typeof location === "string" ? { "": location } : undefined, {
                  path: `${path}.location`,
                  place: "setting",
                  remedy: () => CONNECT,
              }),
          ]);
}

const CONNECT =
    "Give the address alone, and let aws.codebuild.SourceCredential or a connection hold what it " +
    "takes to read from it.";

/**
 * CodeBuild injects what a variable names.
 * Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html
 */
function injectVariable(name: string): string {
    const variable = JSON.stringify(variableOf(name));
    return (
        `Store it in AWS Secrets Manager, give {"name":${variable},"value":"<name of the secret>",` +
        '"type":"SECRETS_MANAGER"}, and allow the project\'s service role ' +
        "secretsmanager:GetSecretValue on it; a parameter takes PARAMETER_STORE and ssm:GetParameters."
    );
}

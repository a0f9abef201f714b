import { detectSecret, parseContainerDefinitions, type ContainerDefinition } from "../../core";
import { isUnknownText } from "./decode";

/** What there is to say of container definitions. */
export interface PlaintextReport {
    readonly message: string;
    /** Whether it is certain, so that the stack must not be deployed. */
    readonly isCertain: boolean;
}

interface Plaintext {
    readonly name: string;
    readonly value?: unknown;
    readonly instead: "secrets" | "secretOptions";
}

/** Finds secrets in plaintext in the JSON of container definitions, and what cannot be read there. */
export function findPlaintext(json: string): PlaintextReport[] {
    const { definitions, findings } = parseContainerDefinitions(json);
    return [
        ...definitions.flatMap((definition) =>
            listPlaintext(definition).flatMap((plaintext) => judge(definition.name, plaintext)),
        ),
        ...findings.map(({ path, reason, remedy }) => ({
            message: `undetermined: ${path}: ${reason}. ${remedy}`,
            isCertain: false,
        })),
    ];
}

/** Everything that is plain to whoever may describe the task definition. */
function listPlaintext({ environment = [], logConfiguration }: ContainerDefinition): Plaintext[] {
    const options = Object.entries(logConfiguration?.options ?? {});
    return [
        ...environment.map((variable) => ({ ...variable, instead: "secrets" as const })),
        ...options.map(([name, value]) => ({ name, value, instead: "secretOptions" as const })),
    ];
}

function judge(container: string, { name, value, instead }: Plaintext): PlaintextReport[] {
    // A number is no valid value, and under the name of a password it is one all the same.
    const text = value === undefined ? "" : String(value as unknown);
    const isUnknown = isUnknownText(text);
    const verdict = detectSecret(name, isUnknown ? undefined : text);
    if (verdict.verdict !== "secret") {
        return [];
    }
    const what = isUnknown
        ? `is undetermined: ${verdict.reason}, and its value is not known yet`
        : `is plaintext: ${verdict.reason}`;
    const entry = `{"name":${JSON.stringify(name)},"valueFrom":"<ARN of a secret or parameter>"}`;
    const remedy = `Move it to ${instead}: ${entry}, and allow the task execution role to read it.`;
    return [
        {
            message: `container ${container}: ${name} ${what}. ${remedy}`,
            isCertain: !isUnknown && verdict.certainty === "certain",
        },
    ];
}

import type { ContainerDefinition } from "./container-definition";
import type { Finding } from "./finding";

/** Container definitions, or why the text is none. */
export interface ParsedContainerDefinitions {
    /** All that can be read, also where findings speak of other parts. */
    readonly definitions: ContainerDefinition[];
    readonly findings: Finding[];
}

type Fields = Record<string, unknown>;

const NAMED = "Give an array of objects with name and valueFrom, both of them strings.";
const VALUED = "Give an array of objects with name and value, both of them strings.";

/** Parses the JSON of a task definition's `containerDefinitions`. */
export function parseContainerDefinitions(json: string): ParsedContainerDefinitions {
    let parsed: unknown;
    try {
        parsed = JSON.parse(json);
    } catch {
        // The parser's own message quotes the text, which may hold a value.
        return malformed("the text is not JSON");
    }
    if (!Array.isArray(parsed)) {
        return malformed("the JSON is not an array");
    }
    if (!parsed.every(isObject)) {
        return malformed("an element of the array is not an object");
    }
    const findings: Finding[] = [];
    const definitions = parsed.map((entry, index) =>
        readDefinition(lowerFields(entry) as Fields, `containerDefinitions[${index}]`, findings),
    );
    return { definitions, findings };
}

/** Leaves out what cannot be read, so that the rest can still be judged. */
function readDefinition(fields: Fields, path: string, findings: Finding[]): ContainerDefinition {
    const { environment, secrets, logConfiguration, ...rest } = fields;
    return {
        ...rest,
        ...readList("environment", environment, path, findings),
        ...readList("secrets", secrets, path, findings),
        ...readLogConfiguration(logConfiguration, `${path}.logConfiguration`, findings),
    } as ContainerDefinition;
}

function readLogConfiguration(value: unknown, path: string, findings: Finding[]): Fields {
    if (value === undefined) {
        return {};
    }
    if (!isObject(value)) {
        const remedy = "Give an object with logDriver.";
        findings.push({ path, reason: "is not an object", remedy });
        return {};
    }
    const { secretOptions, ...rest } = value;
    return {
        logConfiguration: { ...rest, ...readList("secretOptions", secretOptions, path, findings) },
    };
}

function readList(field: string, value: unknown, parent: string, findings: Finding[]): Fields {
    if (value === undefined) {
        return {};
    }
    const path = `${parent}.${field}`;
    const remedy = field === "environment" ? VALUED : NAMED;
    if (!Array.isArray(value)) {
        findings.push({ path, reason: "is not an array", remedy });
        return {};
    }
    const list = (value as unknown[]).filter((entry, index) => {
        const isNamed = isObject(entry) && typeof entry.name === "string";
        if (!isNamed || (field !== "environment" && typeof entry.valueFrom !== "string")) {
            findings.push({ path: `${path}[${index}]`, reason: "cannot be read", remedy });
            return false;
        }
        if (field === "environment" && !["string", "undefined"].includes(typeof entry.value)) {
            // The name can still be judged.
            const at = `${path}[${index}].value`;
            findings.push({ path: at, reason: "is not a string", remedy });
        }
        return true;
    });
    return { [field]: list };
}

/** Amazon ECS takes field names in any case of their first letter, and null for absent. */
function lowerFields(value: unknown, keysAreNames = false): unknown {
    if (Array.isArray(value)) {
        return value.map((element) => lowerFields(element));
    }
    if (!isObject(value)) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value)
            .filter(([, field]) => field !== null && field !== undefined)
            .map(([key, field]) => {
                const name = keysAreNames ? key : key.charAt(0).toLowerCase() + key.slice(1);
                // Here the keys are the user's own names and must stay as they are.
                return [name, lowerFields(field, name === "options" || name === "dockerLabels")];
            }),
    );
}

function isObject(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(reason: string): ParsedContainerDefinitions {
    const remedy = "Give a JSON array of container definitions.";
    return { definitions: [], findings: [{ path: "containerDefinitions", reason, remedy }] };
}

import type { ContainerDefinition } from "./container-definition";
import { readContainerFields, type Fields } from "./container-fields";
import type { Finding } from "./finding";
import { lowerFields } from "./lower-fields";
import { isRecord } from "./is-record";
import { hasRepeatedKey } from "./repeated-key";

/** Container definitions, or why the text is none. */
export interface ParsedContainerDefinitions {
    /** All that can be read, also where findings speak of other parts. */
    readonly definitions: ContainerDefinition[];
    readonly findings: Finding[];
}

/** What is wrong beyond that is counted: a text of megabytes may be wrong everywhere. */
const MOST_FINDINGS = 100;

const PATH = "containerDefinitions";
const LIST = "Give a JSON array of container definitions.";
const ONCE = "Give every field once.";

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
    return readDefinitions(json, parsed);
}

/** Leaves out what cannot be read, so that the rest can still be judged. */
function readDefinitions(json: string, parsed: readonly unknown[]): ParsedContainerDefinitions {
    const findings: Finding[] = [];
    let untold = 0;
    const note = (finding: Finding) => {
        if (findings.length < MOST_FINDINGS) {
            findings.push(finding);
        } else {
            untold++;
        }
    };
    if (!parsed.every(isRecord)) {
        note({ path: PATH, reason: "an element of the array is not an object", remedy: LIST });
    }
    if (hasRepeatedKey(json, parsed)) {
        const reason = "an object has one field twice, of which the last alone is read";
        note({ path: PATH, reason, remedy: ONCE });
    }
    const definitions = parsed.flatMap((entry, index) =>
        isRecord(entry) ? [readDefinition(entry, `${PATH}[${index}]`, note)] : [],
    );
    const reason = `${untold} more places cannot be read`;
    return {
        definitions,
        findings: untold === 0 ? findings : [...findings, { path: PATH, reason, remedy: LIST }],
    };
}

function readDefinition(
    entry: Fields,
    path: string,
    note: (finding: Finding) => void,
): ContainerDefinition {
    const { value, isRepeated, isCut } = lowerFields(entry);
    if (isRepeated) {
        const reason = "has one field twice, in two spellings, of which the last alone is read";
        note({ path, reason, remedy: ONCE });
    }
    if (isCut) {
        const remedy = "Give the fields that Amazon ECS knows: none of them is so deep.";
        note({ path, reason: "is nested too deeply to be read to the end", remedy });
    }
    return readContainerFields(value as Fields, path, note) as ContainerDefinition;
}

function malformed(reason: string): ParsedContainerDefinitions {
    return { definitions: [], findings: [{ path: PATH, reason, remedy: LIST }] };
}

import {
    findContainerReferenceFindings,
    type Finding,
    parseContainerDefinitions,
    type Plaintext,
    type PlaintextReading,
    readContainerPlaintext,
} from "../../core";

/** What the parser and the readers of core call a container that has no name, and its property. */
const [LIST, ELEMENT] = ["containerDefinitions", "containerDefinitions[0]"];
const NAMELESS = "container without a name: ";

/**
 * Lists what a container of a job shows, in JSON: its fields are those of Amazon ECS.
 * Source: https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html
 */
export function listJobContainer(json: string, path: string): PlaintextReading {
    const { definitions, findings } = parseContainerDefinitions(`[${json}]`);
    const read = readContainerPlaintext(definitions);
    const isNamed = definitions.some(({ name }) => typeof (name as unknown) === "string" && name);
    return {
        plaintext: read.plaintext.filter(isGiven).map((plaintext) => ({
            ...plaintext,
            container: isNamed ? plaintext.container : undefined,
            path: `${path}.${plaintext.path}`,
        })),
        // Of a task definition a policy of its own says what its references are.
        findings: [...findings, ...definitions.flatMap(findContainerReferenceFindings)].map(
            (finding) => placeFinding(finding, path),
        ),
    };
}

/**
 * Batch puts a parameter of the job in place of `Ref::name`; its default is judged where it stands.
 * Source: https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html#parameters
 */
function isGiven({ place, value = "" }: Plaintext): boolean {
    return place !== "argument" || !/^Ref::[\w-]+$/.test(value);
}

function placeFinding({ path, reason, remedy }: Finding, own: string): Finding {
    if (path === LIST) {
        return { path: own, reason, remedy: "Give a JSON object that has every field once." };
    }
    const within = path.startsWith(ELEMENT) ? path.slice(ELEMENT.length) : undefined;
    const place = path.startsWith(NAMELESS) ? `.${path.slice(NAMELESS.length)}` : within;
    return { path: place === undefined ? path : `${own}${place}`, reason, remedy };
}

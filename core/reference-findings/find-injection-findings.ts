import { parseArn } from "../arn";
import { nameContainer, type ContainerDefinition } from "../container-definition";
import { parseContainerDefinitions } from "../container-definition-parsing";
import { compare } from "../finding";
import { hasUnknownPart } from "../plaintext/unknown-part";
import { findFileFindings } from "./find-file-findings";
import { findNameProblems } from "./find-name-findings";
import { findValueProblem } from "./find-value-findings";
import type { InjectionFinding, TaskPlace } from "./injection-finding";
import { listValues } from "./list-values";
import { findUnreadable } from "./find-unreadable";

/**
 * Finds what keeps AWS from giving containers what their definitions name: secrets, log options,
 * credentials of a registry, files of variables. What is not known yet is left out.
 */
export function findInjectionFindings(json: string, place: TaskPlace): InjectionFinding[] {
    const { definitions, findings } = parseContainerDefinitions(json);
    const found = definitions.flatMap((definition) => findInContainer(definition, place));
    const unreadable = hasUnknownPart(json) ? [] : findUnreadable(findings, definitions);
    return [...found, ...unreadable].sort(
        (a, b) =>
            compare(a.container, b.container) ||
            compare(a.path, b.path) ||
            compare(a.name, b.name) ||
            compare(a.reason, b.reason),
    );
}

function findInContainer(definition: ContainerDefinition, place: TaskPlace): InjectionFinding[] {
    const container = nameContainer(definition);
    const ofValues = listValues(definition).flatMap(({ kind, path, name, value }) => {
        const problem = findValueProblem(kind, value, place);
        return problem ? [{ container, path, name, ...showArn(value), ...problem }] : [];
    });
    const ofNames = findNameProblems(definition).map((problem) => ({
        certainty: "certain" as const,
        container,
        path: "secrets",
        ...problem,
    }));
    return [...ofValues, ...ofNames, ...findFileFindings(definition)];
}

/** A wrong ARN helps whoever looks for it; what stands after a secret's name is left out. */
function showArn(value: string): { arn?: string } {
    const arn = value.split(":").slice(0, 7).join(":");
    return parseArn(arn) && /^[\w:/+=.@!-]+$/.test(arn) ? { arn } : {};
}

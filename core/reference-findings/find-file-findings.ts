import { nameContainer, type ContainerDefinition } from "../container-definition";
import { isRecord } from "../is-record";
import { hasUnknownPart } from "../plaintext/unknown-part";
import type { InjectionFinding } from "./injection-finding";

/** The most environment files of a container. */
const MAX_FILES = 10;

/**
 * Finds what is wrong with the list of a container's environment files.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
 */
export function findFileFindings(definition: ContainerDefinition): InjectionFinding[] {
    const { environmentFiles: files } = definition;
    const list: readonly unknown[] = Array.isArray(files) ? files : [];
    const place = {
        certainty: "certain" as const,
        container: nameContainer(definition),
        path: "environmentFiles",
        name: "",
    };
    const hasOtherType = list.some((file) => {
        const type = isRecord(file) ? file.type : "s3";
        return type !== "s3" && !(typeof type === "string" && hasUnknownPart(type));
    });
    return [
        ...(list.length > MAX_FILES
            ? [
                  {
                      ...place,
                      reason: `there are ${list.length} of them, and AWS takes ${MAX_FILES}`,
                      remedy: "Put the variables into fewer files.",
                  },
              ]
            : []),
        ...(hasOtherType
            ? [{ ...place, reason: "a file has a type other than s3", remedy: "Give type s3." }]
            : []),
    ];
}

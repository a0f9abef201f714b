import { nameContainer, type ContainerDefinition } from "../../container-definition";
import type { Finding } from "../../finding";
import type { Plaintext, PlaintextReading } from "../plaintext";
import { listArguments } from "./list-arguments";
import { listOptions } from "./list-options";
import { listPairs } from "./list-pairs";
import { findReferenceFindings, listReferences } from "./list-references";

export { environmentFileRemedy } from "./remedies";
export { listCommandPlaintext } from "./list-arguments";
export { readCredentialOption } from "./credential-options";

/** Lists everything in a container definition that shows to whoever may describe it. */
export function listContainerPlaintext(definition: ContainerDefinition): Plaintext[] {
    const container = nameContainer(definition);
    const all = [
        ...listPairs(definition),
        ...listArguments(definition),
        ...listOptions(definition),
        ...listReferences(definition),
    ];
    return all.map((plaintext) => ({ ...plaintext, container }));
}

/** Finds what a container definition injects from and is no reference. */
export function findContainerReferenceFindings(definition: ContainerDefinition): Finding[] {
    return findReferenceFindings(definition, nameContainer(definition));
}

/** Reads what container definitions show; whether their references are any is judged elsewhere. */
export function readContainerPlaintext(
    definitions: readonly ContainerDefinition[],
): PlaintextReading {
    return { plaintext: definitions.flatMap(listContainerPlaintext), findings: [] };
}

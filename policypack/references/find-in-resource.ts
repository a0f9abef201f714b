import type { PolicyProviderResource } from "@pulumi/policy";
import { findInjectionFindings, formatName, type InjectionFinding } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { isOfComponent, TYPES } from "../stack/model";
import { readTaskPlace } from "./task-place";

/** What stands for a container in findings on the proxy that Amazon ECS adds to a service's tasks. */
const PROXY = "Service Connect";

/** By resource type: the container definitions in it, as JSON. */
const DEFINITIONS: Readonly<Record<string, (props: Properties) => unknown>> = {
    [TYPES.taskDefinition]: ({ containerDefinitions }) => containerDefinitions,
    [TYPES.service]: ({ serviceConnectConfiguration }) => {
        const { logConfiguration } = Object(serviceConnectConfiguration) as Properties;
        return JSON.stringify([{ name: PROXY, logConfiguration }]);
    },
};

/** The types of resources that refer to secrets. */
export const REFERRING_TYPES = Object.keys(DEFINITIONS);

/** A resource of one of {@link REFERRING_TYPES}. */
interface Referring {
    readonly type: string;
    readonly urn: string;
    readonly provider?: PolicyProviderResource;
}

/**
 * Finds what is wrong with the references in a resource. What our component is given it has judged,
 * and its role may read a partial ARN that it was given: what is likely and no more is left out.
 */
export function findInResource(
    { type, urn, provider }: Referring,
    props: Properties,
): InjectionFinding[] {
    const json = DEFINITIONS[type](props);
    const place = readTaskPlace(props, provider);
    const findings = typeof json === "string" ? findInjectionFindings(json, place) : [];
    return isOfComponent({ urn })
        ? findings.filter(({ certainty }) => certainty === "certain")
        : findings;
}

/** Says a finding in one line. */
export function formatFinding({
    container,
    path,
    name,
    arn,
    reason,
    remedy,
}: Omit<InjectionFinding, "certainty">): string {
    const at = container === PROXY ? PROXY : `container ${formatName(container)}`;
    const named = name === "" ? path : `${path} ${formatName(name)}`;
    const shown = arn === undefined ? "" : ` (${arn})`;
    return `${at}: ${named}${shown}: ${reason}. ${remedy}`;
}

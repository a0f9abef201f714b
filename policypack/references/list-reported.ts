import type { PolicyProviderResource } from "@pulumi/policy";
import {
    findInjectionFindings,
    formatName,
    hasUnknownPart,
    UNKNOWN_PART,
    type InjectionFinding,
} from "../../core";
import type { ReportedFinding } from "../config/reporter";
import type { Properties } from "../plaintext/define-policy";
import { isOfComponent, TYPES } from "../stack/model";
import { readTaskPlace } from "./task-place";

/** What stands for a container in findings on the proxy that Amazon ECS adds to a service's tasks. */
const PROXY = "Service Connect";

/** By resource type: the container definitions in it, as JSON. */
const DEFINITIONS: Readonly<Record<string, (props: Properties) => unknown>> = {
    [TYPES.taskDefinition]: ({ containerDefinitions }) => containerDefinitions,
    [TYPES.service]: ({ serviceConnectConfiguration }) => {
        if (serviceConnectConfiguration === UNKNOWN_PART) {
            return UNKNOWN_PART;
        }
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
 * Lists what is to be said of the references in a resource. What our component is given it has judged,
 * and its role may read a partial ARN that it was given: what is likely and no more is left out.
 */
export function listReported({ type, urn, provider }: Referring, props: Properties) {
    const json = DEFINITIONS[type](props);
    if (typeof json !== "string") {
        return [];
    }
    const isOwn = isOfComponent({ urn });
    const found = findInjectionFindings(json, readTaskPlace(props, provider))
        .filter(({ certainty }) => certainty === "certain" || !isOwn)
        .map((finding) => toReported(urn, finding));
    const pending = { urn, certainty: "pending" as const, message: "" };
    return hasUnknownPart(json) ? [pending, ...found] : found;
}

/** Tells a finding as the reporter takes it: by its place, in one line. */
export function toReported(urn: string, finding: InjectionFinding): ReportedFinding {
    const { container, name: variable, certainty } = finding;
    return { urn, container, variable, certainty, message: formatFinding(finding) };
}

function formatFinding({ container, path, name, arn, reason, remedy }: InjectionFinding): string {
    const at = container === PROXY ? PROXY : `container ${formatName(container)}`;
    const named = name === "" ? path : `${path} ${formatName(name)}`;
    const shown = arn === undefined ? "" : ` (${arn})`;
    return `${at}: ${named}${shown}: ${reason}. ${remedy}`;
}

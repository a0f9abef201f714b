import { canBegin, compare, formatExemption, formatName, type ExemptionPlace } from "../../core";
import type { ExemptionUse, PolicyUse } from "./used-exemptions";

/** Something to say of the configuration of a policy. */
export interface ConfigFinding {
    readonly isMandatory: boolean;
    readonly message: string;
}

/** What is wrong with what the policies were told, and with exemptions that help nobody. */
export function findConfigFindings(
    uses: readonly PolicyUse[],
    urns: readonly string[],
): ConfigFinding[] {
    const start = stackOf(urns);
    return uses.flatMap(({ policy, settings, uses: exemptions }) => [
        ...settings.findings.map(({ path, reason, remedy }) => ({
            isMandatory: true,
            message: `${policy}: ${path} ${reason}. ${remedy}`,
        })),
        ...exemptions
            .filter(({ exemption }) => canBegin(exemption.urn, start))
            .flatMap((use) => describeIdle(use))
            .map((text) => ({ isMandatory: false, message: `${policy}: ${text}` })),
    ]);
}

/** Says of every exemption in use what it hides. */
export function listExempted(uses: readonly PolicyUse[]): string[] {
    return uses.flatMap(({ policy, uses: exemptions }) =>
        exemptions
            .filter(({ isExpired, places }) => !isExpired && places.length > 0)
            .map(({ path, exemption, places }) => {
                const { expires, reason } = exemption;
                const list = listPlaces(places).join("; ");
                return `${policy}: ${path} hides until ${expires}: ${list}. Reason given: ${formatName(reason)}`;
            }),
    );
}

/** What is to be said of an exemption that does nothing, or does nothing any more. */
function describeIdle({ path, exemption, isExpired, places, isOpen }: ExemptionUse): string[] {
    const what = `${path} (${formatExemption(exemption)})`;
    if (isExpired) {
        const expired = `${what} expired on ${exemption.expires}`;
        return places.length > 0
            ? [
                  `${expired}, and what it hid is reported again: ${listPlaces(places).join("; ")}. Mend that, or give the exemption a later day.`,
              ]
            : isOpen
              ? [`${expired}. Give it a later day, or remove it.`]
              : [`${expired}, and matches nothing in this stack. Remove it.`];
    }
    return places.length > 0 || isOpen
        ? []
        : [
              `${what} matches nothing in this stack. Remove it, or correct its patterns; for another stack, begin urn with urn:pulumi:<stack>::.`,
          ];
}

function listPlaces(places: readonly ExemptionPlace[]): string[] {
    const texts = places.map(({ urn, container, variable }) =>
        [
            `resource ${formatName(urn.split("::").slice(3).join("::"))}`,
            ...(container === undefined ? [] : [`container ${formatName(container)}`]),
            ...(variable === undefined || variable === "" ? [] : [formatName(variable)]),
        ].join(", "),
    );
    return [...new Set(texts)].sort(compare);
}

/** What the URNs of a stack begin with: exemptions of other stacks are not judged in this one. */
function stackOf(urns: readonly string[]): string {
    const [first = ""] = urns;
    const [stack, project] = first.split("::");
    return project === undefined ? "" : `${stack}::${project}::`;
}

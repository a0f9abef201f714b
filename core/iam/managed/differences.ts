import { compare } from "../../finding";
import { isRecord } from "../../is-record";
import type { ManagedPolicyEntry } from "./entry";

/**
 * Finds what differs between an entry and what AWS answers to `get-policy-version`: the version, its
 * day, and each right that only one of them gives. How statements group the rights, and their names,
 * make no difference. What an excerpt leaves out on purpose is no difference either.
 */
export function findManagedPolicyDifferences(entry: ManagedPolicyEntry, answer: unknown): string[] {
    const version = isRecord(answer) ? answer.PolicyVersion : undefined;
    if (!isRecord(version) || !isRecord(version.Document)) {
        return [
            "this is no answer to `aws iam get-policy-version`: it has no PolicyVersion.Document",
        ];
    }
    const date = typeof version.CreateDate === "string" ? version.CreateDate.slice(0, 10) : "none";
    const [ours, theirs] = [entry.statements, version.Document.Statement].map(
        (statements) => new Set(listRights(statements, entry.completeFor)),
    );
    return [
        ...(version.VersionId === entry.version
            ? []
            : [
                  `the version of AWS is ${String(version.VersionId)}, the entry has ${entry.version}`,
              ]),
        ...(date === entry.date ? [] : [`the day of AWS is ${date}, the entry has ${entry.date}`]),
        ...[...theirs].filter((right) => !ours.has(right)).map((right) => `only AWS: ${right}`),
        ...[...ours]
            .filter((right) => !theirs.has(right))
            .map((right) => `only the entry: ${right}`),
    ];
}

/** One line for each pair of action and resource; elements that are negated stay together. */
function listRights(statements: unknown, services: readonly string[] | undefined): string[] {
    return listOf(statements).flatMap((statement) => {
        if (!isRecord(statement)) {
            return [`a statement that is no object: ${JSON.stringify(statement)}`];
        }
        const { Effect, Action, NotAction, Resource, NotResource, Condition, ...rest } = statement;
        const { Sid: _name, ...others } = rest;
        const actions =
            NotAction === undefined
                ? listOf(Action).map(String)
                : [`all but ${listOf(NotAction).map(String).sort(compare).join(", ")}`];
        const resources =
            NotResource === undefined
                ? listOf(Resource).map(String)
                : [`all but ${listOf(NotResource).map(String).sort(compare).join(", ")}`];
        const condition = Condition === undefined ? "" : ` if ${renderSorted(Condition)}`;
        const more = Object.keys(others).length === 0 ? "" : ` with ${renderSorted(others)}`;
        return actions
            .filter((action) => services === undefined || concerns(action, services))
            .flatMap((action) =>
                resources.map(
                    (resource) => `${String(Effect)} ${action} on ${resource}${condition}${more}`,
                ),
            )
            .sort(compare);
    });
}

/** Whether an action, or what stands for several, may be one of the services'. */
function concerns(action: string, services: readonly string[]): boolean {
    const [service] = action.split(":");
    return /[*? ]/.test(service) || services.includes(service.toLowerCase());
}

function listOf(value: unknown): unknown[] {
    return Array.isArray(value) ? value : [value];
}

/** JSON that does not depend on the order of members, nor of the values of a list. */
function renderSorted(value: unknown): string {
    if (Array.isArray(value)) {
        return value.length === 1
            ? renderSorted(value[0])
            : `[${value.map(renderSorted).sort(compare).join(", ")}]`;
    }
    return isRecord(value)
        ? `{ ${Object.entries(value)
              .sort(([a], [b]) => compare(a, b))
              .map(([name, member]) => `${name}: ${renderSorted(member)}`)
              .join(", ")} }`
        : JSON.stringify(value);
}

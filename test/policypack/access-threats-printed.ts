import assert from "node:assert/strict";
import type { PackResource, PolicyReport } from "../support/policies";
import {
    chain,
    editDocument,
    textOf,
    without,
    withRolePolicy,
    type Change,
    type Statement,
} from "./access-threats-edits";

/** What a message says of statements, and what a reader who follows it does. */
interface Instruction {
    readonly pattern: RegExp;
    /** The change that writes the statements. */
    readonly follow: (statements: Statement[], found: RegExpExecArray, index: number) => Change;
}

const STATEMENTS = "(?<statements>\\{.+?\\})(?= Until then|$)";

const addTo =
    (role: string, statements: Statement[], index: number): Change =>
    (resources) =>
        withRolePolicy(`printed-${index}`, nameOfRole(resources, role), ...statements)(resources);

const INSTRUCTIONS: readonly Instruction[] = [
    {
        pattern: new RegExp(`Add to the task execution role (?<role>\\S+): ${STATEMENTS}`),
        follow: (statements, { groups = {} }, index) => addTo(groups.role, statements, index),
    },
    {
        pattern: new RegExp(
            `whether the task execution role (?<role>\\S+) .* unless another does, add: ${STATEMENTS}`,
        ),
        follow: (statements, { groups = {} }, index) => addTo(groups.role, statements, index),
    },
    {
        pattern: new RegExp(
            `task execution role (?<role>\\S+): .* Add to its trust policy: ${STATEMENTS}`,
        ),
        follow: (statements, { groups = {} }) =>
            editDocument(groups.role, "assumeRolePolicy", (all) => [...all, ...statements]),
    },
    {
        pattern: new RegExp(
            `statement (?<sid>\\S+) of the policy (?<name>\\S+) .* Write instead: ${STATEMENTS}`,
        ),
        follow: (statements, { groups = {} }) =>
            editDocument(groups.name, "policy", (all) =>
                all.flatMap((one) => (one.Sid === groups.sid ? statements : [one])),
            ),
    },
    {
        pattern: new RegExp(
            `managed policy (?<policy>\\S+) \\(role (?<role>\\S+)\\) .* Detach it, and write instead: ${STATEMENTS}`,
        ),
        follow: (statements, { groups = {} }, index) =>
            chain(detach(groups.policy), addTo(groups.role, statements, index)),
    },
];

/** The statements that a message prints, and what writes them; `undefined` if it prints none. */
export function followPrinted({ message }: PolicyReport, index: number): Change | undefined {
    for (const { pattern, follow } of INSTRUCTIONS) {
        const found = pattern.exec(message);
        if (found) {
            return follow(parseStatements(found.groups?.statements ?? ""), found, index);
        }
    }
    // An advisory on the other role repeats the statement that is printed for the right one.
    assert.ok(!message.includes("{") || / Move it to \S+: \{|"Principal"/.test(message), message);
    return undefined;
}

function parseStatements(text: string): Statement[] {
    return JSON.parse(`[${text.replaceAll(/\}(?: and |, )\{"/g, '},{"')}]`) as Statement[];
}

const detach =
    (policy: string): Change =>
    (resources) =>
        resources
            .filter(({ props }) => String(props.policyArn).endsWith(`/${policy}`))
            .reduce((all, { name }) => without(name)(all), resources);

/** The name that AWS knows the role by: messages have its logical name, or the ARN of another's. */
function nameOfRole(resources: readonly PackResource[], role: string): string {
    return role.startsWith("arn:")
        ? String(role.split("/").at(-1))
        : textOf(resources, role, "name");
}

import { parseArnPattern } from "../iam/arn-pattern";
import type { PolicyDocument } from "../iam/document";
import { matchesPattern, parsePattern } from "../iam/pattern";
import type { PolicyStatement } from "../iam/statement";
import { isNaming, isNarrowing } from "./narrowing";
import { READ_ACTIONS, SECRET_KINDS, type SecretKind } from "./secret-kinds";
import { isWideResource } from "./wide-resource";

/** A statement that allows reading all secrets, parameters or keys. */
export interface Breadth {
    /** The Sid of the statement or, without one, its number from 1. */
    readonly statement: string;
    readonly kinds: readonly SecretKind[];
    /** What it allows, as it writes it: `kms:* on *`. */
    readonly allows: string;
    /** The keys of its conditions, none of which says which secret. */
    readonly conditionKeys: readonly string[];
}

/**
 * Finds the statements of an identity policy that allow reading all secrets, parameters or keys.
 * What is known decides; nothing is found where a part that is not known may narrow it. A Deny of the
 * same document counts, one of another does not: that is not this document's merit.
 */
export function findBreadths({ statements }: PolicyDocument): Breadth[] {
    const left = SECRET_KINDS.map((kind) => ({
        kind,
        actions: READ_ACTIONS[kind].filter(
            (action) => !statements.some((statement) => mayTakeBack(statement, action, kind)),
        ),
    }));
    return statements.flatMap((statement, index) => {
        const open = left
            .map(({ kind, actions }) => ({
                kind,
                actions: listOpenActions(statement, kind, actions),
            }))
            .filter(({ actions }) => actions.length > 0);
        return open.length === 0
            ? []
            : {
                  statement: statement.sid || String(index + 1),
                  kinds: open.map(({ kind }) => kind),
                  allows: `${formatActions(
                      statement,
                      open.flatMap(({ actions }) => actions),
                  )} on ${formatResources(
                      statement,
                      open.map(({ kind }) => kind),
                  )}`,
                  conditionKeys: [...new Set(statement.conditions.map(({ key }) => key))],
              };
    });
}

/** Of the actions that no Deny takes back, those on all things of a kind that a statement allows. */
function listOpenActions(
    statement: PolicyStatement,
    kind: SecretKind,
    left: readonly string[],
): string[] {
    const { effect, unknownElements, conditions } = statement;
    const isOpen = ["Effect", "NotAction", "NotResource", "Condition"].some((element) =>
        unknownElements.some((one) => one === element),
    );
    const actions =
        effect === "Allow" && !isOpen
            ? left.filter((action) => coversAction(statement, action))
            : [];
    // What the resources cover takes longest to tell.
    const isWide =
        actions.length > 0 &&
        !conditions.some((condition) => isNarrowing(condition, kind)) &&
        coversKind(statement, kind);
    return isWide ? actions : [];
}

function coversAction({ actions, notActions }: PolicyStatement, action: string): boolean {
    return notActions
        ? !notActions.some((pattern) => isAction(pattern, action))
        : (actions ?? []).some((pattern) => isAction(pattern, action));
}

/** Action names are compared without regard to case. */
function isAction(pattern: string, action: string): boolean {
    return matchesPattern(parsePattern(pattern.toLowerCase()), action.toLowerCase());
}

function coversKind({ resources, notResources }: PolicyStatement, kind: SecretKind): boolean {
    return notResources
        ? // What a slip leaves out cannot be told.
          notResources.every(
              (text) => parseArnPattern(parsePattern(text)) && !isWideResource(kind, text),
          )
        : (resources ?? []).some((text) => isWideResource(kind, text));
}

/** Whether a statement may deny an action on all things of a kind, or all but those it names. */
function mayTakeBack(statement: PolicyStatement, action: string, kind: SecretKind): boolean {
    const { effect, unknownElements, conditions } = statement;
    const isUnknown = (...elements: string[]) =>
        unknownElements.some((element) => elements.includes(element));
    return (
        (effect === "Deny" || isUnknown("Effect")) &&
        (isUnknown("Action", "NotAction") || coversAction(statement, action)) &&
        (isUnknown("Resource", "NotResource") || coversKind(statement, kind)) &&
        (conditions.length === 0 || isUnknown("Condition") || conditions.some(isNaming))
    );
}

function formatActions({ actions, notActions }: PolicyStatement, open: readonly string[]): string {
    return notActions
        ? `all but ${notActions.join(", ")}`
        : unique(
              (actions ?? []).filter((pattern) => open.some((action) => isAction(pattern, action))),
          ).join(", ");
}

function formatResources(
    { resources, notResources }: PolicyStatement,
    kinds: readonly SecretKind[],
): string {
    return notResources
        ? `all but ${notResources.join(", ")}`
        : unique(
              (resources ?? []).filter((text) => kinds.some((kind) => isWideResource(kind, text))),
          ).join(", ");
}

function unique(texts: readonly string[]): string[] {
    return [...new Set(texts)];
}

import { type Condition, parseConditions } from "./condition";
import { parsePrincipalSet, type PrincipalSet } from "./principal";
import { isRecord } from "../is-record";
import { found, isUnknownText, ownMembers, readTexts, type Reading } from "./reading";
import { findStatementMistakes, findUnprefixed } from "./statement-mistakes";
import type { StatementElement } from "./statement-elements";

/**
 * A statement, parsed. Texts that hold an unknown are not in the lists; {@link unknownElements}
 * says where they were.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface PolicyStatement {
    readonly sid?: string;
    /** Says nothing if `unknownElements` holds `Effect`. */
    readonly effect: "Allow" | "Deny";
    readonly principals?: PrincipalSet;
    readonly notPrincipals?: PrincipalSet;
    readonly actions?: string[];
    readonly notActions?: string[];
    readonly resources?: string[];
    readonly notResources?: string[];
    readonly conditions: Condition[];
    /** The elements that are unknown, in whole or in part. */
    readonly unknownElements: readonly StatementElement[];
    /** Whether something in the statement is not known. */
    readonly hasUnknown: boolean;
}

/** A statement of which nothing is known, not even whether it allows or denies. */
export const UNKNOWN_STATEMENT: PolicyStatement = {
    effect: "Allow",
    conditions: [],
    unknownElements: ["Effect", "Principal", "Action", "Resource", "Condition"],
    hasUnknown: true,
};

/** Parses one statement; `undefined` if it is no object. */
export function parseStatement(
    value: unknown,
    path: string,
    reading: Reading,
): PolicyStatement | undefined {
    const input = ownMembers(value);
    if (isUnknownText(input, reading)) {
        return UNKNOWN_STATEMENT;
    }
    if (!isRecord(input)) {
        found(reading, path, "the statement is no object", "Write an object with Effect, Action …");
        return undefined;
    }
    findStatementMistakes(input, path, reading);
    const texts = (element: StatementElement) =>
        readTexts(input[element], `${path}.${element}`, reading);
    const actions = texts("Action");
    const notActions = texts("NotAction");
    findUnprefixed(actions?.texts ?? [], `${path}.Action`, reading);
    findUnprefixed(notActions?.texts ?? [], `${path}.NotAction`, reading);
    const resources = texts("Resource");
    const notResources = texts("NotResource");
    const principals = parsePrincipalSet(input.Principal, `${path}.Principal`, reading);
    const notPrincipals = parsePrincipalSet(input.NotPrincipal, `${path}.NotPrincipal`, reading);
    const parsed = parseConditions(input.Condition, `${path}.Condition`, reading);
    const { conditions } = parsed;
    const openings: [StatementElement, boolean | undefined][] = [
        ["Effect", isUnknownText(input.Effect, reading)],
        ["Principal", principals?.hasUnknown],
        ["NotPrincipal", notPrincipals?.hasUnknown],
        ["Action", actions?.hasUnknown],
        ["NotAction", notActions?.hasUnknown],
        ["Resource", resources?.hasUnknown],
        ["NotResource", notResources?.hasUnknown],
        ["Condition", parsed.hasUnknown],
    ];
    const unknownElements = openings.filter(([, open]) => open).map(([element]) => element);
    return {
        ...(typeof input.Sid === "string" && { sid: input.Sid }),
        effect: input.Effect === "Deny" ? "Deny" : "Allow",
        ...(principals && { principals }),
        ...(notPrincipals && { notPrincipals }),
        ...(actions && { actions: actions.texts }),
        ...(notActions && { notActions: notActions.texts }),
        ...(resources && { resources: resources.texts }),
        ...(notResources && { notResources: notResources.texts }),
        conditions,
        unknownElements,
        hasUnknown: unknownElements.length > 0 || conditions.some((one) => one.hasUnknown),
    };
}

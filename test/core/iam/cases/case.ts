import {
    evaluateAccess,
    type AccessRequest,
    type AccessWorld,
    type AllowReason,
    type DenyReason,
    type NamedPolicy,
    type ResourceSide,
    type UndeterminedReason,
    type Verdict,
} from "../../../../core/iam";
import { policy, type Statement } from "../fixtures";

/** An answer and its reason; `pending` is undetermined only until the program has run. */
export type Expected =
    | `allowed ${AllowReason}`
    | `denied ${DenyReason}`
    | `undetermined ${UndeterminedReason}`
    | `pending ${UndeterminedReason}`;

/** A case: a sentence, the page of AWS that says so, and the verdict that follows. */
export interface Case {
    readonly name: string;
    readonly source: string;
    readonly expected: Expected;
    readonly evaluate: () => Verdict;
}

/** A case of a role's identity policy alone. */
export type IdentityRow = [
    name: string,
    source: string,
    expected: Expected,
    statements: unknown,
    version?: string,
];

/** The cases of one request by a role that has one identity policy. */
export function byIdentity(request: AccessRequest, rows: readonly IdentityRow[]): Case[] {
    return rows.map(([name, source, expected, statements, version]) => ({
        name,
        source,
        expected,
        evaluate: () =>
            evaluateAccess(request, {
                identity: [policy(statements, version)],
                resource: { kind: "policy", policy: "none" },
            }),
    }));
}

/** A case with all that has a say in it. */
export type AccessRow = [
    name: string,
    source: string,
    expected: Expected,
    world: AccessWorld,
    change?: Partial<AccessRequest>,
];

/** The cases of one request in several worlds; a row may change the request. */
export function byWorld(request: AccessRequest, rows: readonly AccessRow[]): Case[] {
    return rows.map(([name, source, expected, world, change]) => ({
        name,
        source,
        expected,
        evaluate: () => evaluateAccess({ ...request, ...change }, world),
    }));
}

/** The policies of a role whose inline policy has these statements. */
export const own = (...statements: Statement[]): NamedPolicy[] =>
    statements.length === 0 ? [] : [policy(statements)];

/** A secret or bucket with a policy of its own. */
export const withPolicy = (...statements: Statement[]): ResourceSide => ({
    kind: "policy",
    policy: statements.length === 0 ? "none" : policy(statements, "2012-10-17", "resource"),
});

/** A key with a key policy, and no grants. */
export const withKeyPolicy = (...statements: Statement[]): ResourceSide => ({
    kind: "key",
    policy: statements.length === 0 ? "default" : policy(statements, "2012-10-17", "key"),
    grants: [],
});

export const OTHER = "210987654321";

/** Makes the rows of a resource's policy: alone, and beside a right of the role. */
export function rowsOf(
    withStatements: (...statements: Statement[]) => ResourceSide,
    right: Statement,
) {
    type Row = (
        name: string,
        source: string,
        expected: Expected,
        ...statements: Statement[]
    ) => AccessRow;
    const row =
        (identity: AccessWorld["identity"]): Row =>
        (name, source, expected, ...statements) => [
            name,
            source,
            expected,
            { identity, resource: withStatements(...statements) },
        ];
    return { alone: row([]), beside: row(own(right)) };
}

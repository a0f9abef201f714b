/** The elements of a statement that decide, as AWS spells them. */
export const STATEMENT_ELEMENTS = [
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
] as const;

/** One of {@link STATEMENT_ELEMENTS}. */
export type StatementElement = (typeof STATEMENT_ELEMENTS)[number];

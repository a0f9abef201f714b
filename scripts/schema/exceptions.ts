/** Args that are not in the schema, each with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
    "SecretInjectedServiceArgs.transform":
        "functions cannot cross to another language; Pulumi's resource option `transforms` can",
    "SecretInjectedTaskDefinitionArgs.transform":
        "functions cannot cross to another language; Pulumi's resource option `transforms` can",
};

/**
 * Unions that are one interface in the schema: the other members are conveniences of TypeScript,
 * which would be a union of string and objects to every other language.
 */
export const REDUCED: Readonly<Record<string, string>> = { SecretReferenceArgs: "ReferenceArgs" };

/**
 * Interfaces that the schema has as JSON, for they are there to be handed on as JSON: a policy
 * document whose keys another language had renamed would be none.
 */
export const JSON_TYPES: ReadonlySet<string> = new Set([
    "RenderedDocument",
    "RenderedResourceStatement",
]);

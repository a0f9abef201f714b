/** What a property holds, as the Pulumi schema knows types. */
export type TypeModel = Shape & {
    /** Whether a program must know it at once: what is not an `Input`. */
    readonly isPlain: boolean;
};

type Shape =
    | { readonly kind: "primitive"; readonly name: "boolean" | "integer" | "string" }
    | { readonly kind: "array" | "map"; readonly of: TypeModel }
    /** A type of the package, by its name. */
    | { readonly kind: "named"; readonly name: string }
    /** Any JSON. */
    | { readonly kind: "json" };

/** A property of an object, or an input or output of a component. */
export interface PropertyModel {
    readonly name: string;
    readonly description: string;
    readonly isRequired: boolean;
    readonly isSecret: boolean;
    readonly type: TypeModel;
}

/** A type of the package: an object or an enum. */
export type NamedTypeModel =
    | {
          readonly kind: "object";
          readonly description: string;
          readonly properties: readonly PropertyModel[];
      }
    | { readonly kind: "enum"; readonly description: string; readonly values: readonly string[] };

/** A component of the package. */
export interface ComponentModel {
    readonly name: string;
    readonly description: string;
    readonly inputs: readonly PropertyModel[];
    readonly outputs: readonly PropertyModel[];
}

/** What the schema is rendered from. */
export interface PackageModel {
    readonly components: readonly ComponentModel[];
    readonly types: ReadonlyMap<string, NamedTypeModel>;
}

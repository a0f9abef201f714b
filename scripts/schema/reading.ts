import type * as ts from "typescript";
import type { NamedTypeModel } from "./model";
import type { Sources } from "./program";

/** A schema that is being read: the sources, and the types that were met so far. */
export interface Reading {
    readonly sources: Sources;
    readonly types: Map<string, NamedTypeModel>;
    /** What each type was read from, and as what. */
    readonly origins: Map<string, Pick<Place, "direction"> & { readonly node: ts.Node }>;
}

/** Where a type stands. */
export interface Place {
    /** The name of the type that the property is of; none for the args of a component. */
    readonly owner: string | undefined;
    readonly property: string;
    /** What a message calls it. */
    readonly label: string;
    /** Outputs are never plain: they are known when they are known. */
    readonly direction: "input" | "output";
}

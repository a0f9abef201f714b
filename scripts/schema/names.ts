import * as ts from "typescript";
import type { Sources } from "./program";

/** What a name in a type stands for. */
export type Meaning =
    | { readonly kind: "interface"; readonly declaration: ts.InterfaceDeclaration }
    | { readonly kind: "alias"; readonly declaration: ts.TypeAliasDeclaration }
    /** A class of a library that is not read, for example a resource of the AWS provider. */
    | { readonly kind: "foreign"; readonly module: string }
    | { readonly kind: "unknown" };

/** Finds out what a name stands for, through imports and exports. */
export function findMeaning(name: ts.EntityName, { checker }: Sources): Meaning {
    let symbol = checker.getSymbolAtLocation(name);
    const module = symbol?.declarations?.map(findModule).find((found) => found !== undefined);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) {
        symbol = checker.getAliasedSymbol(symbol);
    }
    for (const declaration of symbol?.declarations ?? []) {
        if (ts.isInterfaceDeclaration(declaration)) {
            return { kind: "interface", declaration };
        }
        if (ts.isTypeAliasDeclaration(declaration)) {
            return { kind: "alias", declaration };
        }
    }
    return module === undefined ? { kind: "unknown" } : { kind: "foreign", module };
}

/** The module that a name is imported from. */
function findModule(declaration: ts.Declaration): string | undefined {
    const imported = ts.findAncestor(declaration, ts.isImportDeclaration);
    return imported && ts.isStringLiteral(imported.moduleSpecifier)
        ? imported.moduleSpecifier.text
        : undefined;
}

/** The name that the schema has for an interface or a union: without `Args`. */
export function toTypeName(name: string): string {
    return name.replace(/Args$/, "");
}

/** A property's name as part of a type's name. */
export function capitalize(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}

import * as ts from "typescript";
import { findMeaning } from "./names";
import type { Sources } from "./program";
import { SchemaError } from "./schema-error";

/** A property of an interface. */
export interface Member {
    readonly name: string;
    readonly signature: ts.PropertySignature;
    /** The interface that declares it: itself, or one that it extends. */
    readonly of: ts.InterfaceDeclaration;
}

/** The properties of an interface and of what it extends. */
export function listMembers(declaration: ts.InterfaceDeclaration, sources: Sources): Member[] {
    const inherited = (declaration.heritageClauses ?? [])
        .flatMap(({ types }) => types)
        .flatMap((base) => listInherited(base, declaration, sources));
    const own = declaration.members.map((member): Member => {
        const name = member.name?.getText();
        if (!ts.isPropertySignature(member) || name === undefined) {
            const label = `${declaration.name.text}.${name ?? ""}`;
            throw new SchemaError(label, member, "the schema has properties alone");
        }
        return { name, signature: member, of: declaration };
    });
    const members = new Map([...inherited, ...own].map((member) => [member.name, member]));
    return [...members.values()];
}

/** What an interface inherits; `Omit` of an interface is understood. */
function listInherited(
    base: ts.ExpressionWithTypeArguments,
    declaration: ts.InterfaceDeclaration,
    sources: Sources,
): Member[] {
    const [of, omitted] = base.typeArguments ?? [];
    const isOmit = base.expression.getText() === "Omit" && ts.isTypeReferenceNode(of);
    const name = isOmit ? of.typeName : base.expression;
    const meaning = ts.isIdentifier(name) ? findMeaning(name, sources) : undefined;
    if (meaning?.kind !== "interface") {
        const reason = `the schema cannot extend ${base.getText()}`;
        throw new SchemaError(declaration.name.text, base, reason);
    }
    const left = isOmit ? listTexts(omitted) : [];
    return listMembers(meaning.declaration, sources).filter(
        (member) => !left.includes(member.name),
    );
}

function listTexts(node: ts.TypeNode): string[] {
    const nodes = ts.isUnionTypeNode(node) ? node.types : [node];
    return nodes.flatMap((text) =>
        ts.isLiteralTypeNode(text) && ts.isStringLiteral(text.literal) ? [text.literal.text] : [],
    );
}

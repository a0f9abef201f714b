import * as ts from "typescript";
import { JSON_TYPES, REDUCED } from "./exceptions";
import type { TypeModel } from "./model";
import { findMeaning, toTypeName } from "./names";
import { readNamedObject } from "./read-named";
import { readUnion } from "./read-union";
import type { Place, Reading } from "./reading";
import { SchemaError } from "./schema-error";

/** Reads what a property holds; `isPlain` unless an `Input` stands around it. */
export function readType(
    node: ts.TypeNode,
    place: Place,
    reading: Reading,
    isPlain = place.direction === "input",
): TypeModel {
    const nested = (of: ts.TypeNode): TypeModel => readType(of, place, reading);
    if (ts.isParenthesizedTypeNode(node)) {
        return readType(node.type, place, reading, isPlain);
    }
    if (ts.isUnionTypeNode(node)) {
        return readUnion(node, place, reading, isPlain);
    }
    if (ts.isArrayTypeNode(node)) {
        return { kind: "array", of: nested(node.elementType), isPlain };
    }
    if (ts.isTypeLiteralNode(node) && node.members.length === 1) {
        const [member] = node.members;
        if (ts.isIndexSignatureDeclaration(member)) {
            requireTextKeys(member.parameters[0].type, place, member);
            return { kind: "map", of: nested(member.type), isPlain };
        }
    }
    switch (node.kind) {
        case ts.SyntaxKind.StringKeyword:
            return { kind: "primitive", name: "string", isPlain };
        case ts.SyntaxKind.BooleanKeyword:
            return { kind: "primitive", name: "boolean", isPlain };
        // No arg is a fraction: AWS counts seconds, ports, CPU units and bytes in whole numbers.
        case ts.SyntaxKind.NumberKeyword:
            return { kind: "primitive", name: "integer", isPlain };
    }
    if (ts.isTypeReferenceNode(node)) {
        return readReference(node, place, reading, isPlain);
    }
    throw new SchemaError(place.label, node, `the schema has no type for ${node.getText()}`);
}

function requireTextKeys(key: ts.TypeNode | undefined, place: Place, node: ts.Node): void {
    if (key?.kind !== ts.SyntaxKind.StringKeyword) {
        throw new SchemaError(place.label, node, "the keys of a map must be strings");
    }
}

function readReference(
    node: ts.TypeReferenceNode,
    place: Place,
    reading: Reading,
    isPlain: boolean,
): TypeModel {
    const [first, second] = node.typeArguments ?? [];
    switch (node.typeName.getText()) {
        case "Input":
        case "Output":
        case "pulumi.Input":
        case "pulumi.Output":
            return readType(first, place, reading, false);
        case "Record":
            requireTextKeys(first, place, node);
            return { kind: "map", of: readType(second, place, reading), isPlain };
    }
    const meaning = findMeaning(node.typeName, reading.sources);
    if (meaning.kind === "alias") {
        return readAlias(meaning.declaration, place, reading, isPlain);
    }
    if (meaning.kind === "interface") {
        const { declaration } = meaning;
        if (JSON_TYPES.has(declaration.name.text)) {
            return { kind: "json", isPlain };
        }
        const name = toTypeName(declaration.name.text);
        readNamedObject(name, declaration, place, reading);
        return { kind: "named", name, isPlain };
    }
    throw new SchemaError(place.label, node, `the schema has no type for ${node.getText()}`);
}

function readAlias(
    alias: ts.TypeAliasDeclaration,
    place: Place,
    reading: Reading,
    isPlain: boolean,
): TypeModel {
    const reduced = REDUCED[alias.name.text];
    if (reduced !== undefined) {
        const declaration = reading.sources.declarations.get(reduced);
        if (!declaration || !ts.isInterfaceDeclaration(declaration)) {
            throw new SchemaError(place.label, alias, `there is no interface ${reduced}`);
        }
        const name = toTypeName(alias.name.text);
        readNamedObject(name, declaration, place, reading);
        return { kind: "named", name, isPlain };
    }
    return ts.isUnionTypeNode(alias.type)
        ? readUnion(alias.type, place, reading, isPlain, alias)
        : readType(alias.type, place, reading, isPlain);
}

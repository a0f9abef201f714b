import * as ts from "typescript";
import { REDUCED } from "./exceptions";
import type { TypeModel } from "./model";
import { capitalize, findMeaning, toTypeName } from "./names";
import { readNamedEnum } from "./read-named";
import { readType } from "./read-type";
import type { Place, Reading } from "./reading";
import { SchemaError } from "./schema-error";

/** A union of texts is an enum; of other unions one member must be left without the resources. */
export function readUnion(
    node: ts.UnionTypeNode,
    place: Place,
    reading: Reading,
    isPlain: boolean,
    alias?: ts.TypeAliasDeclaration,
): TypeModel {
    const members = listMembers(node, reading);
    if (members.length > 0 && members.every(isText)) {
        const name = alias
            ? toTypeName(alias.name.text)
            : `${place.owner ?? ""}${capitalize(place.property)}`;
        readNamedEnum(name, alias ?? node, members.map(toText), place, reading);
        return { kind: "named", name, isPlain };
    }
    if (members.length === 1) {
        return readType(members[0], place, reading, isPlain);
    }
    const reason = `one member of the union ${node.getText()} must be left without resources`;
    throw new SchemaError(place.label, node, reason);
}

/**
 * The members of a union but for `undefined` and the resources of the AWS provider: a resource
 * stands for its ARN, which every language can write.
 */
function listMembers(node: ts.TypeNode, reading: Reading): ts.TypeNode[] {
    if (ts.isUnionTypeNode(node)) {
        return node.types.flatMap((member) => listMembers(member, reading));
    }
    if (node.kind === ts.SyntaxKind.UndefinedKeyword) {
        return [];
    }
    if (!ts.isTypeReferenceNode(node) || REDUCED[node.typeName.getText()] !== undefined) {
        return [node];
    }
    const meaning = findMeaning(node.typeName, reading.sources);
    if (meaning.kind === "alias") {
        return listMembers(meaning.declaration.type, reading);
    }
    const isResource = meaning.kind === "foreign" && meaning.module.startsWith("@pulumi/aws/");
    return isResource ? [] : [node];
}

function isText(node: ts.TypeNode): node is ts.LiteralTypeNode & { literal: ts.StringLiteral } {
    return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal);
}

function toText(node: ts.TypeNode): string {
    return isText(node) ? node.literal.text : "";
}

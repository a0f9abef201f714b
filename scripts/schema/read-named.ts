import * as ts from "typescript";
import { describeAwsProperty, describeAwsType, isOfAwsProvider } from "./aws-types";
import type { PropertyModel } from "./model";
import { listMembers, type Member } from "./members";
import { readType } from "./read-type";
import type { Place, Reading } from "./reading";
import { SchemaError } from "./schema-error";
import { readTsDoc } from "./tsdoc";

/** Reads an interface as an object type, unless it is read already. */
export function readNamedObject(
    name: string,
    declaration: ts.InterfaceDeclaration,
    place: Place,
    reading: Reading,
): void {
    if (isNew(name, declaration, place, reading)) {
        const { direction } = place;
        const properties = readProperties(declaration, { owner: name, direction }, reading);
        const description = isOfAwsProvider(declaration)
            ? describeAwsType(name)
            : readTsDoc(declaration).description;
        reading.types.set(name, { kind: "object", description, properties });
    }
}

/** Reads a union of texts as an enum, unless it is read already. */
export function readNamedEnum(
    name: string,
    node: ts.UnionTypeNode | ts.TypeAliasDeclaration,
    values: readonly string[],
    place: Place,
    reading: Reading,
): void {
    if (isNew(name, node, place, reading)) {
        const documented = ts.findAncestor(node, isDocumented) ?? node;
        // The default is that of one property, and the enum is that of all.
        const { summary: description } = readTsDoc(documented);
        reading.types.set(name, { kind: "enum", description, values: [...values].sort() });
    }
}

/** Reads the properties of an interface, those that it inherits among them. */
export function readProperties(
    declaration: ts.InterfaceDeclaration,
    { owner, direction }: Pick<Place, "owner" | "direction">,
    reading: Reading,
    leftOut: Readonly<Record<string, string>> = {},
): PropertyModel[] {
    return listMembers(declaration, reading.sources)
        .filter(({ name }) => leftOut[`${declaration.name.text}.${name}`] === undefined)
        .map((member) => readProperty(member, { owner, direction }, reading))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readProperty(
    { name, signature, of }: Member,
    { owner, direction }: Pick<Place, "owner" | "direction">,
    reading: Reading,
): PropertyModel {
    const label = `${of.name.text}.${name}`;
    if (signature.type === undefined) {
        throw new SchemaError(label, signature, "it has no type");
    }
    const { description, isSecret } = readTsDoc(signature);
    return {
        name,
        description: isOfAwsProvider(of) ? describeAwsProperty(name, of.name.text) : description,
        isRequired: signature.questionToken === undefined,
        isSecret,
        type: readType(signature.type, { owner, property: name, label, direction }, reading),
    };
}

function isDocumented(node: ts.Node): boolean {
    return ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node);
}

/** Whether a type is met for the first time; two declarations must not share a name. */
function isNew(name: string, node: ts.Node, place: Place, { origins }: Reading): boolean {
    const origin = origins.get(name);
    if (origin && origin.node !== node) {
        throw new SchemaError(place.label, node, `another type is called ${name} already`);
    }
    if (origin && origin.direction !== place.direction) {
        const reason = `${name} is taken and given: what is plain in args is not so in outputs`;
        throw new SchemaError(place.label, node, reason);
    }
    origins.set(name, { node, direction: place.direction });
    return origin === undefined;
}

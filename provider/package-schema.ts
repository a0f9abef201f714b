import * as fs from "node:fs";
import * as path from "node:path";

/**
 * What of Pulumi's schema of this package the provider reads.
 * Source: https://www.pulumi.com/docs/iac/using-pulumi/extending-pulumi/schema/
 */
export interface PackageSchema {
    readonly name: string;
    readonly version: string;
    /** The components, by their type tokens. */
    readonly resources: Readonly<Record<string, ResourceSpec>>;
    /** The types of their inputs, by their type tokens. */
    readonly types: Readonly<Record<string, ObjectSpec>>;
}

/** A component. */
export interface ResourceSpec {
    readonly inputProperties: Properties;
    readonly properties: Properties;
}

/** A type of inputs: an object with properties, or an enumeration, which has none. */
export interface ObjectSpec {
    readonly properties?: Properties;
}

/** The properties of an object, by their names. */
export type Properties = Readonly<Record<string, TypeSpec>>;

/** What a property, an entry or an element may hold. */
export interface TypeSpec {
    readonly type?: string;
    readonly $ref?: string;
    readonly items?: TypeSpec;
    readonly additionalProperties?: TypeSpec;
    readonly oneOf?: readonly TypeSpec[];
    /** Whether it must be known: no Output may stand there. */
    readonly plain?: boolean;
}

/** The schema's text, as the engine takes it, and what it says. */
export interface SchemaFile {
    readonly text: string;
    readonly schema: PackageSchema;
}

/** Reads the schema that was generated beside this file. */
export function readSchemaFile(): SchemaFile {
    const text = fs.readFileSync(path.join(__dirname, "schema.json"), "utf8");
    return { text, schema: JSON.parse(text) as PackageSchema };
}

/** What stands in an object, a list or a record of a type, and nothing for what is none of them. */
export interface Structure {
    /** The properties of an object. */
    readonly properties?: Properties;
    /** What the entries of a record hold, whose keys the user chooses. */
    readonly entries?: TypeSpec;
    /** What the elements of a list hold. */
    readonly elements?: TypeSpec;
}

/** Finds what stands in a value of a type. */
export function structureOf(spec: TypeSpec, types: PackageSchema["types"]): Structure {
    const [structured] = [spec, ...(spec.oneOf ?? [])]
        .map((one) => ({
            properties: propertiesOf(one.$ref, types),
            entries: one.additionalProperties,
            elements: one.items,
        }))
        .filter(({ properties, entries, elements }) => properties ?? entries ?? elements);
    return structured ?? {};
}

const OWN_TYPE = "#/types/";

function propertiesOf(ref: string | undefined, types: PackageSchema["types"]) {
    return ref?.startsWith(OWN_TYPE)
        ? types[decodeURIComponent(ref.slice(OWN_TYPE.length))]?.properties
        : undefined;
}

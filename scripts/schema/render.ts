import type {
    ComponentModel,
    NamedTypeModel,
    PackageModel,
    PropertyModel,
    TypeModel,
} from "./model";
import { capitalize } from "./names";

type Json = Readonly<Record<string, unknown>>;

/** Renders the resources and the types of a schema, sorted. */
export function renderModel({ components, types }: PackageModel, packageName: string): Json {
    const toToken = (name: string): string => `${packageName}:index:${name}`;
    return {
        resources: sortEntries(
            components.map((component) => [
                toToken(component.name),
                renderComponent(component, toToken),
            ]),
        ),
        types: sortEntries(
            [...types].map(([name, type]) => [toToken(name), renderNamed(type, toToken)]),
        ),
    };
}

function renderComponent(component: ComponentModel, toToken: (name: string) => string): Json {
    const { description, inputs, outputs } = component;
    return {
        description,
        isComponent: true,
        inputProperties: renderProperties(inputs, toToken),
        requiredInputs: listRequired(inputs),
        properties: renderProperties(outputs, toToken),
        required: listRequired(outputs),
    };
}

function renderNamed(type: NamedTypeModel, toToken: (name: string) => string): Json {
    const { description } = type;
    if (type.kind === "enum") {
        return { description, type: "string", enum: type.values.map(renderEnumValue) };
    }
    const required = listRequired(type.properties);
    return {
        description,
        type: "object",
        properties: renderProperties(type.properties, toToken),
        ...(required.length > 0 && { required }),
    };
}

/**
 * An enum value with its name in programs, where the generators of the SDKs find none that reads
 * well: of `CODE_DEPLOY` they make `COD_E_DEPLOY` for Python.
 */
function renderEnumValue(value: string): Json {
    return /^[A-Z\d]+$|[^A-Za-z\d]/.test(value) ? { name: toPascalCase(value), value } : { value };
}

function toPascalCase(value: string): string {
    return value
        .split(/[^A-Za-z\d]+/)
        .map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word))
        .map(capitalize)
        .join("");
}

function renderProperties(
    properties: readonly PropertyModel[],
    toToken: (name: string) => string,
): Json {
    return sortEntries(
        properties.map(({ name, description, isSecret, type }) => [
            name,
            { description, ...renderType(type, toToken), ...(isSecret && { secret: true }) },
        ]),
    );
}

function renderType(type: TypeModel, toToken: (name: string) => string): Json {
    const plain = type.isPlain && { plain: true };
    switch (type.kind) {
        case "primitive":
            return { type: type.name, ...plain };
        case "array":
            return { type: "array", items: renderType(type.of, toToken), ...plain };
        case "map":
            return { type: "object", additionalProperties: renderType(type.of, toToken), ...plain };
        case "named":
            return { $ref: `#/types/${toToken(type.name)}`, ...plain };
        case "json":
            return { $ref: "pulumi.json#/Any", ...plain };
    }
}

function listRequired(properties: readonly PropertyModel[]): string[] {
    return properties.filter(({ isRequired }) => isRequired).map(({ name }) => name);
}

function sortEntries(entries: readonly (readonly [string, unknown])[]): Json {
    return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

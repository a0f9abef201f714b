import assert from "node:assert/strict";
import * as ts from "typescript";
import schema from "../../../provider/schema.json";
import { packageRoot } from "../../../sandbox/package-root";
import { LEFT_OUT } from "../../../scripts/schema/exceptions";
import { listSourceFiles, readSources } from "../../../scripts/schema/program";

/** Interfaces of args that are not in the schema, each with the reason. */
const NOT_THERE: Readonly<Record<string, string>> = {
    ServiceTransformArgs: "functions cannot cross to another language",
    TaskDefinitionTransformArgs: "functions cannot cross to another language",
};

/** Interfaces that others extend: their args are there as those of the others. */
const BASES = ["DockerArgs", "RoleArgs", "SecretSourceArgs", "TaskArgs"];

/** Interfaces by whose name the schema has no type. */
const NAMES: Readonly<Record<string, string>> = { ReferenceArgs: "SecretReference" };

interface SchemaType {
    readonly properties?: object;
    readonly inputProperties?: object;
}

describe("the schema and the args", () => {
    const { checker, declarations } = readSources(
        listSourceFiles(packageRoot()).filter((file) => !file.includes("node_modules")),
    );
    const interfaces = [...declarations.values()]
        .filter((declaration) => ts.isInterfaceDeclaration(declaration))
        .filter((declaration) => declaration.getSourceFile().fileName.includes("/args/"));
    const listProperties = (declaration: ts.InterfaceDeclaration): string[] =>
        checker
            .getTypeAtLocation(declaration)
            .getProperties()
            .map(({ name }) => name);

    it("are compared interface by interface", () => assert.ok(interfaces.length > 35));

    for (const declaration of interfaces) {
        const name = declaration.name.text;
        if (name in NOT_THERE || BASES.includes(name)) {
            continue;
        }
        it(`have the same properties in ${name}, but for those that are left out`, () => {
            const expected = listProperties(declaration)
                .filter((property) => LEFT_OUT[`${name}.${property}`] === undefined)
                .sort();
            assert.deepEqual(findProperties(name), expected);
        });
    }

    it("leave out args that there are", () => {
        const args = interfaces.flatMap((declaration) =>
            listProperties(declaration).map((name) => `${declaration.name.text}.${name}`),
        );
        assert.deepEqual(
            Object.keys(LEFT_OUT).filter((arg) => !args.includes(arg)),
            [],
        );
    });

    it("leave out interfaces that there are", () => {
        const names = interfaces.map((declaration) => declaration.name.text);
        const excepted = [...Object.keys(NOT_THERE), ...BASES];
        assert.deepEqual(
            excepted.filter((name) => !names.includes(name)),
            [],
        );
    });

    it("have the bases extended by something", () => {
        const extended = interfaces
            .flatMap(({ heritageClauses }) => heritageClauses ?? [])
            .flatMap(({ types }) => types.map((base) => base.expression.getText()));
        assert.deepEqual(
            BASES.filter((base) => !extended.includes(base)),
            [],
        );
    });
});

/** The properties that the schema has for an interface. */
function findProperties(name: string): string[] {
    const called = NAMES[name] ?? name.replace(/Args$/, "");
    const token = `ecs-secrets:index:${called}`;
    const all = new Map<string, SchemaType>([
        ...Object.entries(schema.types as Record<string, object>),
        ...Object.entries(schema.resources),
    ]);
    const type = all.get(token);
    assert.ok(type, `the schema has no ${token}`);
    return Object.keys(type.inputProperties ?? type.properties ?? {});
}

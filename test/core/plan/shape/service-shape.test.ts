import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { SERVICE_SHAPE, type Fields, type Shape } from "../../../../core";

const FILES = ["args.ts", "container-args.ts", "reference-args.ts"];

/** Every property of every interface of the args, and whether it is required. */
function readInterfaces(): Map<string, Record<string, boolean>> {
    const statements = FILES.flatMap((name) => {
        const text = readFileSync(join(__dirname, "../../../../components", name), "utf8");
        return [...ts.createSourceFile(name, text, ts.ScriptTarget.ES2022).statements];
    });
    return new Map(
        statements.filter(ts.isInterfaceDeclaration).map((declaration) => [
            declaration.name.text,
            Object.fromEntries(
                declaration.members.map((member) => {
                    assert.ok(ts.isPropertySignature(member) && ts.isIdentifier(member.name));
                    return [member.name.text, member.questionToken === undefined];
                }),
            ),
        ]),
    );
}

function fieldsAt(...path: string[]): Fields {
    let shape: Shape = SERVICE_SHAPE;
    for (const key of path) {
        assert.equal(shape.kind, "object");
        shape = (shape as { fields: Fields }).fields[key];
        shape = shape.kind === "record" || shape.kind === "list" ? shape.of : shape;
    }
    assert.ok(shape.kind === "object" || shape.kind === "either");
    return shape.kind === "object" ? shape.fields : shape.object;
}

/** The interface of each object in the shape. */
const SHAPES: Record<string, Fields> = {
    SecretInjectedServiceArgs: fieldsAt(),
    NetworkConfigurationArgs: fieldsAt("networkConfiguration"),
    SecretArgs: fieldsAt("secrets"),
    ContainerArgs: fieldsAt("containers"),
    PortMappingArgs: fieldsAt("containers", "portMappings"),
    HealthCheckArgs: fieldsAt("containers", "healthCheck"),
    ContainerDependencyArgs: fieldsAt("containers", "dependsOn"),
    LogConfigurationArgs: fieldsAt("containers", "logConfiguration"),
    OwnSecretReferenceArgs: fieldsAt("containers", "secrets"),
    ExecutionRoleArgs: fieldsAt("executionRole"),
};

describe("SERVICE_SHAPE", () => {
    const interfaces = readInterfaces();

    for (const [name, fields] of Object.entries(SHAPES)) {
        it(`has the properties of ${name}, required where they are`, () => {
            const shape = Object.fromEntries(
                Object.entries(fields).map(([key, field]) => [key, field.required ?? false]),
            );
            assert.deepEqual(shape, interfaces.get(name));
        });
    }

    it("has an answer for every interface of the args", () => {
        assert.deepEqual([...interfaces.keys()].sort(), Object.keys(SHAPES).sort());
    });

    it("takes the same references in secretOptions as in secrets", () => {
        assert.deepEqual(
            fieldsAt("containers", "logConfiguration", "secretOptions"),
            fieldsAt("containers", "secrets"),
        );
    });
});

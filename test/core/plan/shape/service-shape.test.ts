import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import {
    SERVICE_SHAPE,
    TASK_DEFINITION_SHAPE,
    type Fields,
    type ObjectShape,
    type Shape,
} from "../../../../core";

const FOLDER = join(__dirname, "../../../../components/args");

interface Interface {
    /** Every property of its own, and whether it is required. */
    readonly own: Readonly<Record<string, boolean>>;
    readonly bases: readonly string[];
}

/** Every interface of the args. */
function readInterfaces(): Map<string, Interface> {
    const statements = readdirSync(FOLDER).flatMap((name) => {
        const text = readFileSync(join(FOLDER, name), "utf8");
        return [...ts.createSourceFile(name, text, ts.ScriptTarget.ES2022).statements];
    });
    return new Map(
        statements.filter(ts.isInterfaceDeclaration).map((declaration) => [
            declaration.name.text,
            {
                own: Object.fromEntries(
                    declaration.members.map((member) => {
                        assert.ok(ts.isPropertySignature(member) && ts.isIdentifier(member.name));
                        return [member.name.text, member.questionToken === undefined];
                    }),
                ),
                bases: (declaration.heritageClauses ?? []).flatMap((clause) =>
                    clause.types.map(({ expression }) => {
                        assert.ok(ts.isIdentifier(expression));
                        return expression.text;
                    }),
                ),
            },
        ]),
    );
}

const INTERFACES = readInterfaces();

/** Every property of an interface, those that it extends included. */
function propertiesOf(name: string): Record<string, boolean> {
    const found = INTERFACES.get(name);
    assert.ok(found, name);
    return Object.assign({}, ...found.bases.map(propertiesOf), found.own) as Record<
        string,
        boolean
    >;
}

function shapeAt(root: ObjectShape, ...path: string[]): ObjectShape {
    let shape: Shape = root;
    for (const key of path) {
        if (shape.kind === "reference") {
            assert.ok(key === "existing" || key === "created");
            shape = shape[key];
            continue;
        }
        assert.equal(shape.kind, "object");
        shape = (shape as ObjectShape).fields[key];
        shape = shape.kind === "record" || shape.kind === "list" ? shape.of : shape;
    }
    assert.ok(shape.kind === "object");
    return shape;
}

const at = (...path: string[]): Fields => shapeAt(SERVICE_SHAPE, ...path).fields;
const ofContainer = (...path: string[]): Fields => at("containers", ...path);

/** The interface of each object in the shape. */
const SHAPES: Record<string, Fields> = {
    SecretInjectedServiceArgs: at(),
    SecretInjectedTaskDefinitionArgs: TASK_DEFINITION_SHAPE.fields,
    NetworkConfigurationArgs: at("networkConfiguration"),
    DeploymentCircuitBreakerArgs: at("deploymentCircuitBreaker"),
    ServiceConnectArgs: at("serviceConnectConfiguration"),
    LogGroupArgs: at("logGroup"),
    ExecutionRoleArgs: at("executionRole"),
    TaskRoleArgs: at("taskRole"),
    ServiceTransformArgs: at("transform"),
    TaskDefinitionTransformArgs: shapeAt(TASK_DEFINITION_SHAPE, "transform").fields,
    SecretArgs: at("secrets"),
    GenerateArgs: at("secrets", "generate"),
    ExternalValueArgs: at("secrets", "external"),
    RotationArgs: at("secrets", "rotation"),
    ReplicaArgs: at("secrets", "replicas"),
    ContainerArgs: ofContainer(),
    EnvironmentFileArgs: ofContainer("environmentFiles"),
    ReferenceArgs: ofContainer("secrets", "existing"),
    JsonSecretArgs: ofContainer("jsonSecrets"),
    PortMappingArgs: ofContainer("portMappings"),
    HealthCheckArgs: ofContainer("healthCheck"),
    ContainerDependencyArgs: ofContainer("dependsOn"),
    RestartPolicyArgs: ofContainer("restartPolicy"),
    FirelensConfigurationArgs: ofContainer("firelensConfiguration"),
    LogConfigurationArgs: ofContainer("logConfiguration"),
    HostEntryArgs: ofContainer("extraHosts"),
    UlimitArgs: ofContainer("ulimits"),
    MountPointArgs: ofContainer("mountPoints"),
    VolumeFromArgs: ofContainer("volumesFrom"),
    ResourceRequirementArgs: ofContainer("resourceRequirements"),
    SystemControlArgs: ofContainer("systemControls"),
    LinuxParametersArgs: ofContainer("linuxParameters"),
    KernelCapabilitiesArgs: ofContainer("linuxParameters", "capabilities"),
    DeviceArgs: ofContainer("linuxParameters", "devices"),
    TmpfsArgs: ofContainer("linuxParameters", "tmpfs"),
};

describe("SERVICE_SHAPE", () => {
    for (const [name, fields] of Object.entries(SHAPES)) {
        it(`has the properties of ${name}, required where they are`, () => {
            const shape = Object.fromEntries(
                Object.entries(fields).map(([key, field]) => [key, field.required ?? false]),
            );
            assert.deepEqual(shape, propertiesOf(name));
        });
    }

    it("has an answer for every interface of the args that is no base of another one", () => {
        const bases = [...INTERFACES.values()].flatMap((one) => one.bases);
        const named = [...INTERFACES.keys()].filter((name) => !bases.includes(name));
        const answered = Object.keys(SHAPES).filter((name) => !bases.includes(name));
        assert.deepEqual(named.sort(), answered.sort());
    });

    it("takes the same references wherever a secret is named, and new ones as in secrets", () => {
        const reference = ofContainer().repositoryCredentials;
        const fieldOf = (fields: Fields, key: string) => {
            const field = fields[key];
            return field.kind === "record" || field.kind === "list" ? field.of : field;
        };
        const proxy = at("serviceConnectConfiguration", "logConfiguration");
        assert.equal(reference.kind, "reference");
        assert.deepEqual(fieldOf(ofContainer(), "secrets"), reference);
        assert.deepEqual(fieldOf(ofContainer("logConfiguration"), "secretOptions"), reference);
        assert.deepEqual(fieldOf(proxy, "secretOptions"), reference);
        assert.deepEqual(fieldOf(at("taskRole"), "readSecrets"), reference);
        assert.deepEqual(ofContainer("secrets", "created"), at("secrets"));
    });
});

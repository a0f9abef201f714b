import assert from "node:assert/strict";
import * as fs from "node:fs";
import { COMPONENT_TYPES } from "../../../core";
import manifest from "../../../package.json";
import schema from "../../../provider/schema.json";
import { COMPONENTS, generateSchema, SCHEMA_FILE } from "../../../scripts/schema";
import { listRefs, listTexts } from "./walk";

type Properties = Readonly<Record<string, { readonly description?: string }>>;

describe("the committed schema", () => {
    const types = Object.entries(schema.types as Record<string, Partial<Described>>);
    const described: [path: string, Described][] = [
        ...types.map(([token, type]): [string, Described] => [token, { description: "", ...type }]),
        ...Object.entries(schema.resources as Record<string, Described>),
    ];

    it("is what `npm run schema` makes of the args", async function () {
        this.timeout(30_000);
        const isDrifted = fs.readFileSync(SCHEMA_FILE, "utf8") !== (await generateSchema());
        assert.ok(!isDrifted, "an arg or its comment has changed: run `npm run schema`");
    });

    it("describes every type and component", () => {
        const silent = described.filter(([, { description }]) => !isSentence(description));
        assert.deepEqual(silent, []);
    });

    it("describes every property", () => {
        const silent = described.flatMap(([token, { properties, inputProperties }]) =>
            Object.entries({ ...properties, ...inputProperties })
                .filter(([, { description }]) => !isSentence(description))
                .map(([name]) => `${token} ${name}`),
        );
        assert.deepEqual(silent, []);
    });

    it("keeps secret what the program gives as the value of a secret, and nothing else", () => {
        const secrets = described.flatMap(([token, { properties, inputProperties }]) =>
            Object.entries({ ...properties, ...inputProperties })
                .filter(([, property]) => "secret" in property)
                .map(([name]) => `${token.split(":")[2]}.${name}`),
        );
        assert.deepEqual(secrets.sort(), [
            "ExternalValue.initialValue",
            "Generate.jsonValue",
            "Secret.jsonValue",
            "Secret.value",
        ]);
    });

    it("has the components that register themselves by these tokens", () => {
        assert.deepEqual(Object.keys(schema.resources), [...COMPONENT_TYPES].sort());
        assert.deepEqual(
            COMPONENTS.map(({ name }) => `${schema.name}:index:${name}`).sort(),
            [...COMPONENT_TYPES].sort(),
        );
    });

    it("is of the version of the package", () => assert.equal(schema.version, manifest.version));

    it("refers to types that it has, and to no other package", () => {
        const known = new Set([
            ...Object.keys(schema.types).map((token) => `#/types/${token}`),
            "pulumi.json#/Any",
        ]);
        assert.deepEqual(
            listRefs(schema).filter((ref) => !known.has(ref)),
            [],
        );
    });

    it("has no type that nothing refers to", () => {
        const used = new Set(listRefs(schema));
        const unused = Object.keys(schema.types).filter((token) => !used.has(`#/types/${token}`));
        assert.deepEqual(unused, []);
    });

    it("requires nothing that is not there", () => {
        const strays = described.flatMap(([token, type]) => [
            ...(type.required ?? []).filter((name) => !(name in (type.properties ?? {}))),
            ...(type.requiredInputs ?? [])
                .filter((name) => !(name in (type.inputProperties ?? {})))
                .map((name) => `${token} ${name}`),
        ]);
        assert.deepEqual(strays, []);
    });

    it("is any JSON where it is a policy document, and nowhere else", () => {
        const { properties } = schema.types["ecs-secrets:index:CrossAccountPolicies"];
        const any = listRefs(schema).filter((ref) => ref === "pulumi.json#/Any");
        assert.equal(any.length, listRefs(properties).length);
        assert.deepEqual(Object.keys(properties), [
            "keyPolicyStatement",
            "kmsKeyArn",
            "secret",
            "secretPolicy",
        ]);
    });

    it("says nothing of resources in place of a reference, which is of TypeScript", () => {
        const ours = listTexts(schema).filter((text) => /\bor (the|a) resource\b/i.test(text));
        assert.deepEqual(ours, []);
    });
});

interface Described {
    readonly description?: string;
    readonly properties?: Properties;
    readonly inputProperties?: Properties;
    readonly required?: readonly string[];
    readonly requiredInputs?: readonly string[];
}

function isSentence(text = ""): boolean {
    return /^[A-Z`[][^]{8,}[.)\w/]$/.test(text);
}

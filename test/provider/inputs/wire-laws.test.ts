import * as pulumi from "@pulumi/pulumi";
import { DependencyResource, type Resource } from "@pulumi/pulumi/resource";
import assert from "node:assert/strict";
import fc from "fast-check";
import { Held, UNKNOWN } from "../../../provider/inputs/held";
import { giveOutput, holdOutputs } from "../../../provider/inputs/outputs";
import { readInputs } from "../../../provider/inputs/read-inputs";
import { sendInputs } from "../sending";
import { SMALL_INPUTS, SMALL_SCHEMA } from "../small-schema";

/** A leaf of args, and all that is said of it. */
interface Leaf {
    readonly value: unknown;
    readonly isSecret: boolean;
    readonly urns: readonly string[];
}

/** Leaves by their paths. */
type Leaves = Readonly<Record<string, Leaf>>;

const urns = ["a", "b", "c"].map((name) => `urn:pulumi:dev::project::aws:kms/key:Key::${name}`);

/** What a leaf may be. */
const leafOf = (value: fc.Arbitrary<unknown>) =>
    fc.record({
        value: fc.oneof({ weight: 4, arbitrary: value }, fc.constant(UNKNOWN)),
        isSecret: fc.boolean(),
        urns: fc.subarray(urns),
        isOutput: fc.boolean(),
    });

const text = leafOf(fc.constantFrom("", "x", "text"));
const plain = { requiredKeys: [] as [], noNullPrototype: true };
const record = (of: fc.Arbitrary<unknown>) =>
    fc.dictionary(fc.constantFrom("web", "kmsKeyId", "a.b"), of, { noNullPrototype: true });
const secretArgs = fc.record(
    { store: fc.constantFrom("ssm", "secretsmanager"), value: text, kmsKeyId: text },
    plain,
);
const containerArgs = fc.record(
    {
        image: text,
        command: fc.array(text, { minLength: 1, maxLength: 2 }),
        environment: record(text),
        readSecrets: fc.array(secretArgs, { maxLength: 2 }),
        portMappings: fc.array(fc.record({ containerPort: leafOf(fc.nat()) }), { minLength: 1 }),
    },
    plain,
);
const specs = fc.record(
    {
        cluster: text,
        cpu: leafOf(fc.nat()),
        redeployOnRotation: fc.boolean(),
        containers: record(containerArgs),
        secrets: record(secretArgs),
    },
    plain,
);

type SpecLeaf = typeof text extends fc.Arbitrary<infer L> ? L : never;

function isLeaf(spec: unknown): spec is SpecLeaf {
    return typeof spec === "object" && spec !== null && "isOutput" in spec;
}

/** The args of a program, made of a spec. */
function makeArgs(spec: unknown): unknown {
    if (isLeaf(spec)) {
        const dependencies = spec.urns.map((urn) => new DependencyResource(urn));
        const isPlain = !spec.isOutput && spec.value !== UNKNOWN;
        return isPlain ? spec.value : giveOutput(spec.value, { ...spec, dependencies });
    }
    if (Array.isArray(spec)) {
        return spec.map(makeArgs);
    }
    return typeof spec === "object" && spec !== null
        ? Object.fromEntries(Object.entries(spec).map(([key, one]) => [key, makeArgs(one)]))
        : spec;
}

/** What args say of each leaf; what is said of a list or a record is said of its leaves. */
async function leavesOf(args: unknown): Promise<Leaves> {
    const leaves: Record<string, Leaf> = {};
    const walk = async (given: unknown, path: string, outer: Leaf): Promise<void> => {
        const held = given instanceof Held ? given : new Held(given, false, []);
        const names = (held.dependencies as Resource[]).map(({ urn }) => urnOf(urn));
        const urnsOfAll = new Set([...outer.urns, ...(await Promise.all(names))]);
        const isSecret = outer.isSecret || held.isSecret;
        const leaf = { value: held.value, isSecret, urns: [...urnsOfAll].sort() };
        if (typeof held.value !== "object" || held.value === null) {
            leaves[path] = leaf;
            return;
        }
        for (const [key, one] of Object.entries(held.value)) {
            await walk(one, `${path}/${key}`, leaf);
        }
    };
    await walk(await holdOutputs(args), "", { value: args, isSecret: false, urns: [] });
    return leaves;
}

/** The leaf at a path, or what is not known as a whole and stands in its place. */
function leafAt(leaves: Leaves, path: string): Leaf {
    const leaf = leaves[path];
    const whole = path.slice(0, path.lastIndexOf("/"));
    return leaf ?? leafAt(leaves, whole);
}

function urnOf(urn: pulumi.Output<string>): Promise<string> {
    return new Promise((resolve) => urn.apply(resolve));
}

async function sendAndRead(args: object, manner: "marks" | "outputs"): Promise<unknown> {
    const held = await holdOutputs({ ...(await sendInputs(args, manner)) });
    return readInputs(held as Record<string, unknown>, SMALL_INPUTS, {
        types: SMALL_SCHEMA.types,
        give: giveOutput,
    });
}

describe("what is sent and read", () => {
    before("be in a preview", async () => {
        await pulumi.runtime.setMocks(
            { newResource: () => ({ id: "", state: {} }), call: () => ({}) },
            "project",
            "dev",
            true,
        );
    });

    it("is what was given: values, secrets, what is not known, and where it comes from", async () => {
        await fc.assert(
            fc.asyncProperty(specs, async (spec) => {
                const args = makeArgs(spec) as object;
                const read = await sendAndRead(args, "outputs");
                assert.deepEqual(await leavesOf(read), await leavesOf(args));
            }),
            { numRuns: 30 },
        );
    });

    it("is no less than what was given where an SDK sends marks, and what must be known is known", async () => {
        await fc.assert(
            fc.asyncProperty(specs, async (spec) => {
                const args = makeArgs(spec) as object;
                const given = await leavesOf(args);
                const read = await leavesOf(await sendAndRead(args, "marks"));
                for (const [path, leaf] of Object.entries(given)) {
                    const found = leafAt(read, path);
                    if (path in read) {
                        assert.equal(found.value, leaf.value);
                    } else {
                        assert.equal(found.value, UNKNOWN);
                    }
                    // The mark of what is not known leaves no room for that of a secret.
                    const isMarked = leaf.isSecret && leaf.value !== UNKNOWN;
                    assert.ok(found.isSecret || !isMarked, `${path} stays secret`);
                    const lost = leaf.urns.filter((urn) => !found.urns.includes(urn));
                    assert.deepEqual(lost, []);
                    if (/store$|redeployOnRotation$/.test(path)) {
                        assert.deepEqual(read[path], leaf);
                    }
                }
            }),
            { numRuns: 30 },
        );
    });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { detectSecret } from "../../../core";
import { findTaint } from "../../../policypack/taint/find-taint";
import { KnownTexts } from "../../../policypack/taint/known-texts";
import { PLACES } from "../../../policypack/taint/places";
import type { HeldSecret } from "../../../policypack/taint/held-secrets";
import { renderTask } from "./stack";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const FUNCTION = "aws:lambda/function:Function";

/** Values are told from everything else by how they begin. */
const MARK = "made-up-";

const texts = fc.oneof(
    fc
        .string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 1, maxLength: 24 })
        .map((text) => MARK + text),
    fc.string({ unit: "binary", maxLength: 20 }).map((text) => MARK + text),
);
const variables = fc.dictionary(fc.stringMatching(/^[A-Z]{1,8}$/), texts, {
    maxKeys: 8,
    noNullPrototype: true,
});

const known = (secrets: readonly string[], config: readonly string[] = []) => {
    const all = new KnownTexts();
    secrets.forEach((text) => all.addSecret({ text, isCredential: false }));
    config.forEach((text) => all.addConfig({ text, isCredential: false }));
    return all;
};

const findInTask = (containerDefinitions: string, all: KnownTexts, isHeld = true) =>
    findTaint(
        {
            type: TASK,
            urn: "urn::task",
            props: { containerDefinitions },
            held: isHeld ? [{ path: ["containerDefinitions"], value: containerDefinitions }] : [],
        },
        PLACES[TASK],
        all,
    );

const findInFunction = (values: Readonly<Record<string, string>>, names: readonly string[]) => {
    const held = names.map((name): HeldSecret => ({
        path: ["environment", "variables", name],
        value: values[name],
    }));
    const props = { environment: { variables: values } };
    return findTaint(
        { type: FUNCTION, urn: "urn::task", props, held },
        PLACES[FUNCTION],
        known([]),
    );
};

/** Other names are for the policies that read them. */
const isHarmless = (name: string) => detectSecret("environment", name).verdict !== "secret";

describe("what is found of what Pulumi holds secret", () => {
    it("holds no value, whatever it is", () => {
        fc.assert(
            fc.property(variables, fc.array(texts), fc.array(texts), (values, secrets, config) => {
                const own = Object.values(values).slice(0, 3);
                const found = [
                    ...findInTask(renderTask(values), known([...own, ...secrets], config)),
                    ...findInTask(renderTask(values), known(secrets, [...own, ...config])),
                    ...findInFunction(values, Object.keys(values).slice(1)),
                ];
                assert.ok(!JSON.stringify(found).includes(MARK));
            }),
        );
    });

    it("does not depend on the order of the variables", () => {
        fc.assert(
            fc.property(variables, fc.array(texts), (values, secrets) => {
                const all = known([...secrets, ...Object.values(values).slice(0, 2)]);
                const turned = Object.fromEntries(Object.entries(values).reverse());
                assert.deepEqual(
                    findInTask(renderTask(turned), all),
                    findInTask(renderTask(values), all),
                );
            }),
        );
    });

    it("is nothing where Pulumi holds nothing secret", () => {
        fc.assert(
            fc.property(variables, (values) => {
                const all = known(Object.values(values), Object.values(values));
                assert.deepEqual(findInTask(renderTask(values), all, false), []);
                assert.deepEqual(findInFunction(values, []), []);
            }),
        );
    });

    it("is every generated value that is held secret alone, and no other", () => {
        const generated = fc.dictionary(
            fc.stringMatching(/^[A-Z]{1,8}$/),
            fc.integer({ min: 100_000 }).map((number) => `${MARK}${number}`),
            { maxKeys: 8, noNullPrototype: true },
        );
        fc.assert(
            fc.property(generated, fc.nat(8), (values, count) => {
                const names = Object.keys(values).filter(isHarmless);
                const held = names.slice(0, count);
                assert.deepEqual(
                    findInFunction(values, held).map(({ variable }) => variable),
                    [...held].sort(),
                );
            }),
        );
    });

    it("comes without an error from definitions of any kind", () => {
        fc.assert(
            fc.property(fc.oneof(fc.json(), fc.string({ unit: "binary" })), (definitions) => {
                findInTask(definitions, known([definitions], [definitions]));
            }),
        );
    });
});

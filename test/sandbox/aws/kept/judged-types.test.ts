import assert from "node:assert/strict";
import { policies } from "../../../../policypack/policies";
import { PLACES } from "../../../../policypack/taint/places";
import { resourceType } from "../../../../sandbox/aws/provider";
import { namesWith, readPart } from "../../../support/policy-files";

describe("the simulated AWS has", () => {
    for (const token of Object.keys(PLACES).filter((judged) => judged.startsWith("aws:"))) {
        it(`${token}, in which policies look for plaintext`, () => {
            assert.equal(resourceType(token).token, token);
        });
    }

    for (const name of namesWith("page")) {
        it(`every resource type of the examples on the page of ${name}`, () => {
            const examples = readPart("page", name).matchAll(/new aws\.(\w+)\.(\w+)\(/g);
            const tokens = [...examples].map(([, service, type]) => {
                const file = `${type[0].toLowerCase()}${type.slice(1)}`;
                return `aws:${service}/${file}:${type}`;
            });
            assert.deepEqual(
                tokens.map((token) => resourceType(token).token),
                tokens,
            );
        });
    }

    it("a page with examples of every policy", () => {
        assert.deepEqual(policies.map(({ name }) => name).sort(), namesWith("page"));
    });
});

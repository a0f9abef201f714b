import type { ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import assert from "node:assert/strict";
import { COMPONENT_TYPES } from "../../../core";
import { policies } from "../../../policypack/policies";
import { PLACES } from "../../../policypack/taint/places";

/** The resource types that a policy judges, as it tells them of a resource that it does not. */
function typesOf(policy: ResourceValidationPolicy): string[] {
    let told = "";
    const args = {
        type: "none",
        urn: "urn",
        props: {},
        getConfig: () => ({}),
        notApplicable: (reason: string) => {
            told = reason;
            throw new Error(reason);
        },
    } as unknown as ResourceValidationArgs;
    assert.throws(() => [policy.validateResource].flat()[0]?.(args, () => undefined));
    return told.replace(/^applies to /, "").split(", ");
}

describe("what Pulumi holds secret is looked for in", () => {
    for (const policy of policies.filter(({ name }) => name.endsWith("-no-plaintext-secrets"))) {
        if ("validateStack" in policy) {
            continue;
        }
        // Our components refuse what Pulumi holds secret before anything is registered.
        const types = typesOf(policy).filter((type) => !COMPONENT_TYPES.includes(type));
        for (const type of types) {
            it(`${type}, as ${policy.name} looks for secrets there`, () =>
                assert.ok(Object.hasOwn(PLACES, type)));
        }
    }
});

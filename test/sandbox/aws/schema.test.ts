import assert from "node:assert/strict";
import { lookups } from "../../../sandbox/aws/lookups";
import * as provider from "../../../sandbox/aws/provider";
import { declaration, missing } from "../../support/declared-types";

interface Schema {
    readonly name: string;
    readonly resources: Record<
        string,
        Record<"inputProperties" | "properties", object> &
            Record<"requiredInputs" | "required", string[]>
    >;
    readonly functions: Record<string, Record<"inputs" | "outputs", { properties: object }>>;
}

describe("the schema of the simulated AWS", () => {
    const { name, resources, functions } = JSON.parse(provider.schema()) as Schema;

    it("is that of the package aws, and has clusters and VPCs", () => {
        assert.equal(name, "aws");
        assert.ok("aws:ecs/cluster:Cluster" in resources);
        assert.ok("id" in functions["aws:ec2/getVpc:getVpc"].outputs.properties);
    });

    it("has every lookup", () =>
        assert.deepEqual(Object.keys(functions), Object.keys(lookups).sort()));

    it("names for a function what may be asked and what is told", () => {
        const { inputs, outputs } = functions["aws:ec2/getSubnets:getSubnets"];
        assert.deepEqual(Object.keys(inputs.properties), ["filters", "region", "tags"]);
        const told = ["filters", "id", "ids", "region", "tags"];
        assert.deepEqual(Object.keys(outputs.properties), told);
    });

    for (const [token, resource] of Object.entries(resources)) {
        it(`names the inputs and outputs of ${token}, and no id`, () => {
            const { inputs, required, outputs } = declaration(token);
            const type = provider.resourceType(token);
            assert.deepEqual(Object.keys(resource.inputProperties).sort(), inputs.sort());
            assert.deepEqual(resource.requiredInputs.sort(), required);
            const own = outputs.filter((output) => output !== "id");
            assert.deepEqual(Object.keys(resource.properties).sort(), own.sort());
            const made = type.computed.filter((output) => output !== "id");
            assert.deepEqual(missing(made, Object.keys(resource.properties)), []);
        });
    }
});

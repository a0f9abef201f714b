import * as pulumi from "@pulumi/pulumi";
import { describePolicy } from "../../support/policy-table";
import { invalid } from "../taint/invalid";
import { CONFIG, OTHER, VALUE } from "../taint/stack";
import { unknown } from "../taint/unknown";
import { valid } from "../taint/valid";

describe("what Pulumi holds secret", () => {
    const config = pulumi.runtime.allConfig();
    before(() => pulumi.runtime.setAllConfig(CONFIG));
    after(() => pulumi.runtime.setAllConfig(config));

    describePolicy("aws-plaintext-no-pulumi-secrets", {
        values: [VALUE, OTHER, ...Object.values(CONFIG), "made-up-config-99"],
        valid,
        invalid,
        unknown,
    });
});

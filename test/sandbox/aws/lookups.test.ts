import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { TestAccount } from "../../support/simulated-aws";

describe("the simulated AWS finds its one network alone", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());
    const look = (token: string, args: Properties) =>
        provider.invoke(account.account, `aws:ec2/${token}:${token}`, args);

    it("and neither another VPC nor another security group", () => {
        const vpcId = look("getVpc", { default: true }).id;
        assert.equal(look("getVpc", { id: vpcId }).id, vpcId);
        assert.equal(look("getSecurityGroup", { name: "default", vpcId }).vpcId, vpcId);
        assert.throws(() => look("getVpc", { id: "vpc-0" }), /no matching EC2 VPC found/);
        assert.throws(
            () => look("getSecurityGroup", { name: "web" }),
            /no matching EC2 Security Group found/,
        );
    });

    it("and no subnets of another VPC", () => {
        const ofVpc = (id: unknown) =>
            look("getSubnets", { filters: [{ name: "vpc-id", values: [id] }] }).ids;
        assert.equal((ofVpc(look("getVpc", {}).id) as string[]).length, 2);
        assert.deepEqual(ofVpc("vpc-0"), []);
    });
});

import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import { allow, TestAccount, TRUST } from "../../support/simulated-aws";
import { ecs } from "./refusals/ecs";
import { iam } from "./refusals/iam";
import { keys } from "./refusals/keys";
import { limits } from "./refusals/limits";
import { CANARY } from "./refusals/row";
import { services } from "./refusals/services";
import { stores } from "./refusals/stores";
import { taskDefinitions } from "./refusals/task-definitions";

const rows = [ecs, iam, keys, limits, services, stores, taskDefinitions].flat();

describe("the simulated AWS refuses", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    for (const { title, type, inputs, message } of rows) {
        it(title, () => {
            const given = inputs(account);
            assert.throws(
                () => account.create(type, given),
                (error: Error) => {
                    assert.match(error.message, message);
                    assert.match(error.message, /^simulated AWS: /);
                    assert.ok(!error.message.includes(CANARY));
                    return true;
                },
            );
        });
    }

    it("to delete a role that still has policies", () => {
        const role = account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) });
        const policy = JSON.stringify(allow("s3:GetObject"));
        account.create("rolePolicy", { role: role.id, policy });
        assert.throws(() => account.delete("role", role), /DeleteConflict: Cannot delete entity/);
    });

    it("to delete a managed policy that is attached", () => {
        const role = account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) });
        const policy = account.create("policy", { policy: JSON.stringify(allow("s3:*")) });
        account.create("attachment", { role: role.id, policyArn: policy.id });
        assert.throws(
            () => account.delete("policy", policy),
            /DeletePolicy, DeleteConflict: Cannot delete a policy attached to entities/,
        );
    });

    it("a resource type or lookup that it does not have, and lists those that it has", () => {
        assert.throws(
            () => provider.resourceType("aws:s3/bucketNotification:BucketNotification"),
            /^Error: simulated AWS: there is no aws:s3\/bucketNotification:BucketNotification here; it has aws:cloudwatch\/eventRule/,
        );
        assert.throws(
            () => provider.invoke(account.account, "aws:s3/getBucket:getBucket", {}),
            /^Error: simulated AWS: there is no aws:s3\/getBucket:getBucket here; it has aws:ec2/,
        );
    });
});

import assert from "node:assert/strict";
import { findRole, listRoles } from "../../../sandbox/aws/iam";
import * as provider from "../../../sandbox/aws/provider";
import { UNKNOWN } from "../../../sandbox/aws/resource-type";
import { listSecrets } from "../../../sandbox/aws/secretsmanager";
import { findParameter } from "../../../sandbox/aws/ssm";
import { allow, TestAccount, TRUST } from "../../support/simulated-aws";
import { checked, typeOf, update } from "./engine-steps";

const MANAGED = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
const assumeRolePolicy = JSON.stringify(TRUST);
const policy = JSON.stringify(allow("ssm:GetParameters"));

describe("in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    describe("a role", () => {
        it("has the policies that it was created with, and those alone after its update", () => {
            const inputs = {
                assumeRolePolicy,
                inlinePolicies: [{ name: "read", policy }],
                managedPolicyArns: [MANAGED],
            };
            const role = account.create("role", inputs);
            const rights = () => findRole(account.account, String(role.outputs.arn))?.identity;
            assert.deepEqual(
                rights()?.map(({ name }) => name),
                ["read", "AmazonECSTaskExecutionRolePolicy"],
            );
            update(account, "role", role, { ...inputs, inlinePolicies: [], managedPolicyArns: [] });
            assert.deepEqual(rights(), []);
        });

        it("keeps the policies that other resources gave it when it is updated", () => {
            const role = account.create("role", { assumeRolePolicy });
            account.create("rolePolicy", { role: role.id, policy });
            update(account, "role", role, { assumeRolePolicy, description: "other" });
            assert.equal(Object.keys(listRoles(account.account)[0].inline).length, 1);
        });

        it("is deleted with its policies where it is forced", () => {
            const role = account.create("role", { assumeRolePolicy, forceDetachPolicies: true });
            account.create("rolePolicy", { role: role.id, policy });
            account.delete("role", role);
            assert.deepEqual(listRoles(account.account), []);
        });

        it("has the same unique id whenever it is read", () => {
            const role = account.create("role", { assumeRolePolicy });
            const found = typeOf("role").read(account.account, role.id, role.outputs);
            assert.equal(found?.uniqueId, role.outputs.uniqueId);
        });

        it("loses a description that was taken away", () => {
            const inputs = { assumeRolePolicy, description: "one" };
            const role = account.create("role", inputs);
            const news = { assumeRolePolicy };
            const preview = provider.previewUpdate(typeOf("role"), role.outputs, inputs, news);
            assert.equal(preview.description, undefined);
            assert.equal(update(account, "role", role, news).outputs.description, undefined);
        });
    });

    describe("a name", () => {
        for (const type of ["role", "secret"] as const) {
            it(`of a ${type} begins with its prefix, and is unknown in preview`, () => {
                const inputs = checked(type, { assumeRolePolicy, namePrefix: "given-" });
                const preview = provider.previewCreate(account.account, typeOf(type), inputs);
                assert.equal(preview.name, UNKNOWN);
                const created = provider.create(account.account, typeOf(type), inputs);
                assert.match(String(created.outputs.name), /^given-[0-9a-f]{26}$/);
                const news = { assumeRolePolicy, namePrefix: "given-", description: "other" };
                const updated = update(account, type, created, news);
                assert.equal(updated.outputs.name, created.outputs.name);
            });
        }

        it("that is given makes a replacement delete first, as it is taken until then", () => {
            const type = typeOf("role");
            const fixed = (path: string) => checked("role", { assumeRolePolicy, name: "a", path });
            assert.equal(
                provider.diffInputs(type, fixed("/"), fixed("/b/")).deleteBeforeReplace,
                true,
            );
            const made = (path: string) => checked("role", { assumeRolePolicy, path });
            assert.equal(
                provider.diffInputs(type, made("/"), made("/b/")).deleteBeforeReplace,
                false,
            );
        });

        it("of 1,011 characters is kept", () => {
            const name = `${"/a".repeat(505)}b`;
            account.create("parameter", { name, type: "String", value: "fake-value" });
            assert.equal(findParameter(account.account, name)?.name, name);
            const once = () =>
                account.create("parameter", { name, type: "String", value: "fake-value" });
            assert.throws(once, /ParameterAlreadyExists/);
        });
    });

    describe("another region", () => {
        it("holds a resource that says so", () => {
            const region = "eu-west-1";
            const { id, outputs } = account.create("secret", { name: "a", region });
            assert.match(id, /^arn:aws:secretsmanager:eu-west-1:/);
            assert.equal(outputs.region, region);
            assert.deepEqual(listSecrets(account.account), []);
            const type = typeOf("secret");
            assert.ok(provider.read(account.account, type, id, outputs));
            provider.remove(account.account, type, id, outputs);
            assert.equal(provider.read(account.account, type, id, outputs), undefined);
        });
    });
});

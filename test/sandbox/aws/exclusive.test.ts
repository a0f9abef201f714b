import assert from "node:assert/strict";
import { listRoles } from "../../../sandbox/aws/iam";
import { allow, TRUST } from "../../support/simulated-aws";
import { KeptAccount } from "./kept/kept-account";

const INLINE = "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive";
const ATTACHED = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";
const ATTACHMENT = "aws:iam/policyAttachment:PolicyAttachment";
const AWS = "simulated AWS: operation error IAM:";
const assumeRolePolicy = JSON.stringify(TRUST);
const policy = JSON.stringify(allow("s3:GetObject"));

describe("who says in the simulated AWS which policies a role has", () => {
    let account: KeptAccount;
    let arns: string[];
    beforeEach(() => {
        account = new KeptAccount();
        arns = ["a", "b"].map((name) => account.output("policy", { name, policy }, "arn"));
        for (const name of ["web", "other"]) {
            account.create("role", { name, assumeRolePolicy });
            account.create("rolePolicy", { role: name, name: "read", policy });
            account.create("rolePolicy", { role: name, name: "write", policy });
            account.create("attachment", { role: name, policyArn: arns[0] });
        }
    });
    afterEach(() => account.remove());

    const has = (role: string) => {
        const found = listRoles(account.account).find(({ name }) => name === role);
        return [Object.keys(found?.inline ?? {}), found?.attached];
    };

    it("deletes every other inline policy of it, and of no other role", () => {
        account.make(INLINE, { roleName: "web", policyNames: ["read"] });
        assert.deepEqual(has("web"), [["read"], [arns[0]]]);
        assert.deepEqual(has("other"), [["read", "write"], [arns[0]]]);
    });

    it("may say that it has none, and changes nothing when it goes", () => {
        const made = account.make(INLINE, { roleName: "web", policyNames: [] });
        account.create("rolePolicy", { role: "web", name: "read", policy });
        account.discard(INLINE, made);
        assert.deepEqual(has("web"), [["read"], [arns[0]]]);
    });

    it("says anew, with an update", () => {
        const { id } = account.make(INLINE, { roleName: "web", policyNames: ["read", "write"] });
        account.change(INLINE, id, { roleName: "web", policyNames: ["write"] });
        assert.deepEqual(has("web"), [["write"], [arns[0]]]);
    });

    it("names no inline policy that is not there", () => {
        assert.throws(() => account.make(INLINE, { roleName: "web", policyNames: ["none"] }), {
            message: `${AWS} PutRolePolicy, NoSuchEntity: The role policy with name none cannot be found.`,
        });
        assert.deepEqual(has("web"), [["read", "write"], [arns[0]]]);
    });

    it("attaches what it lacks, and detaches every other managed policy", () => {
        account.make(ATTACHED, { roleName: "web", policyArns: [arns[1]] });
        assert.deepEqual(has("web"), [["read", "write"], [arns[1]]]);
    });

    it("names no role and no managed policy that is not there", () => {
        assert.throws(() => account.make(ATTACHED, { roleName: "no", policyArns: [] }), {
            message: `${AWS} ListRolePolicies, NoSuchEntity: The role with name no cannot be found.`,
        });
        const policyArns = ["arn:aws:iam::123456789012:policy/no"];
        assert.throws(() => account.make(ATTACHED, { roleName: "web", policyArns }), {
            message: `${AWS} AttachRolePolicy, NoSuchEntity: Policy arn:aws:iam::123456789012:policy/no does not exist or is not attachable.`,
        });
    });

    it("detaches a managed policy from every role that is not named with it", () => {
        const inputs = { name: "a", policyArn: arns[0], roles: ["web"] };
        const { id, outputs } = account.make(ATTACHMENT, inputs);
        assert.deepEqual([has("web")[1], has("other")[1]], [[arns[0]], []]);
        account.change(ATTACHMENT, id, { ...inputs, roles: ["other"] });
        assert.deepEqual([has("web")[1], has("other")[1]], [[], [arns[0]]]);
        account.discard(ATTACHMENT, { id, outputs: { ...outputs, roles: ["other"] } });
        assert.deepEqual([has("web")[1], has("other")[1]], [[], []]);
    });

    it("attaches a managed policy to somebody, and to nobody who is not there", () => {
        const make = (inputs: object) =>
            account.make(ATTACHMENT, { policyArn: arns[0], ...inputs });
        assert.throws(() => make({}), {
            message: "simulated AWS: no users, roles or groups specified for IAM policy attachment",
        });
        assert.throws(() => make({ roles: ["no"] }), {
            message: `${AWS} AttachRolePolicy, NoSuchEntity: The role with name no cannot be found.`,
        });
        assert.throws(() => make({ users: ["no"] }), {
            message: `${AWS} AttachUserPolicy, NoSuchEntity: The user with name no cannot be found.`,
        });
        assert.throws(() => make({ groups: ["no"] }), {
            message: `${AWS} AttachGroupPolicy, NoSuchEntity: The group with name no cannot be found.`,
        });
    });
});

import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { declaration, missing } from "../../support/declared-types";
import { TRUST } from "../../support/simulated-aws";
import { KeptAccount } from "./kept/kept-account";

const NO_POLICY = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const MATERIAL = "made-up-material";

const role = (account: KeptAccount) => account.create("role", { assumeRolePolicy: TRUST });
const bucket = (account: KeptAccount) => account.make("aws:s3/bucket:Bucket", {}).id;
const primary = (account: KeptAccount) =>
    account.other("123456789012").output("key", { multiRegion: true, region: "eu-west-1" }, "arn");

/** The types that give and take rights, and little that each can be created of. */
const minimal: Record<string, (account: KeptAccount) => Properties> = {
    "aws:iam/policyAttachment:PolicyAttachment": (account) => ({
        policyArn: account.output("policy", { policy: NO_POLICY }, "arn"),
        roles: [role(account).id],
    }),
    "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": (account) => ({
        roleName: role(account).id,
        policyNames: [],
    }),
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": (account) => ({
        roleName: role(account).id,
        policyArns: [account.output("policy", { policy: NO_POLICY }, "arn")],
    }),
    "aws:kms/externalKey:ExternalKey": () => ({ keyMaterialBase64: MATERIAL }),
    "aws:kms/grant:Grant": (account) => ({
        keyId: account.output("key", {}, "keyId"),
        granteePrincipal: role(account).outputs.arn,
        operations: ["Decrypt"],
    }),
    "aws:kms/replicaExternalKey:ReplicaExternalKey": (account) => ({
        primaryKeyArn: primary(account),
        keyMaterialBase64: MATERIAL,
    }),
    "aws:kms/replicaKey:ReplicaKey": (account) => ({ primaryKeyArn: primary(account) }),
    "aws:s3/bucket:Bucket": () => ({}),
    "aws:s3/bucketObject:BucketObject": (account) => ({ bucket: bucket(account) }),
    "aws:s3/bucketObjectv2:BucketObjectv2": (account) => ({ bucket: bucket(account) }),
    "aws:s3/bucketPolicy:BucketPolicy": (account) => ({
        bucket: bucket(account),
        policy: NO_POLICY,
    }),
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": (
        account,
    ) => ({ bucket: bucket(account), rules: [] }),
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2": (
        account,
    ) => ({ bucket: bucket(account), rules: [] }),
    "aws:s3/bucketV2:BucketV2": () => ({}),
};

describe("what gives rights in the simulated AWS has, as the types of @pulumi/aws say,", () => {
    let account: KeptAccount;
    beforeEach(() => {
        account = new KeptAccount();
    });
    afterEach(() => account.remove());

    for (const [token, inputsOf] of Object.entries(minimal)) {
        const declared = declaration(token);
        const type = provider.resourceType(token);

        it(`every output of ${token} that is never undefined, and none that it has not`, () => {
            const { outputs } = account.make(token, inputsOf(account));
            const given = Object.keys(outputs).filter((output) => outputs[output] !== undefined);
            assert.deepEqual(missing(declared.certain, given), []);
            assert.deepEqual(missing(given, declared.outputs), []);
        });

        it(`the same outputs of ${token} in preview, known or unknown`, () => {
            const { inputs } = account.checked(token, inputsOf(account));
            const preview = provider.previewCreate(account.account, type, inputs);
            const { outputs } = provider.create(account.account, type, inputs);
            assert.deepEqual(Object.keys(preview).sort(), Object.keys(outputs).sort());
        });

        it(`the required inputs of ${token}, and inputs and outputs alone where it speaks of some`, () => {
            assert.deepEqual([...(type.required ?? [])].sort(), declared.required);
            const inputs = [
                type.replaceOn ?? [],
                Object.keys({ ...type.canonical, ...type.defaults }),
                type.autoName ?? [],
            ].flat();
            assert.deepEqual(missing(inputs, declared.inputs), []);
            assert.deepEqual(missing(type.computed, declared.outputs), []);
        });

        it(`nothing to do for ${token} when it is asked for once more`, () => {
            const news = inputsOf(account);
            const { inputs } = account.checked(token, news);
            const { id, outputs } = provider.create(account.account, type, inputs);
            const again = account.checked(token, news, inputs).inputs;
            assert.deepEqual(provider.diffInputs(type, inputs, again).changed, []);
            assert.deepEqual(provider.read(account.account, type, id, outputs), outputs);
        });

        it(`nothing left of ${token} once it is deleted, if it can be`, () => {
            const { id, outputs } = account.make(token, inputsOf(account));
            provider.remove(account.account, type, id, outputs);
            const found = provider.read(account.account, type, id, outputs);
            // Who says what a role has makes nothing, so that nothing goes with it.
            assert.deepEqual(found, /Exclusive/.test(token) ? outputs : undefined);
        });
    }
});

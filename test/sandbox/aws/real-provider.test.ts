import assert from "node:assert/strict";
import { lookups } from "../../../sandbox/aws/lookups";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { rotator, TestAccount, TOKENS, TRUST } from "../../support/simulated-aws";
import { checked, typeOf, type TypeName } from "./engine-steps";
import { declaration, declarationText, missing } from "../../support/declared-types";

/** Little that each type can be created of; what AWS makes up must come from the simulation. */
const minimal: Record<TypeName, (account: TestAccount) => Properties> = {
    attachment: (account) => ({
        role: account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id,
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    }),
    alias: (account) => ({ targetKeyId: account.output("key", {}, "keyId") }),
    cluster: () => ({}),
    key: () => ({}),
    keyPolicy: (account) => ({
        keyId: account.output("key", {}, "keyId"),
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
    }),
    parameter: () => ({ type: "SecureString", value: "fake-value" }),
    policy: () => ({ policy: JSON.stringify({ Version: "2012-10-17", Statement: [] }) }),
    role: () => ({ assumeRolePolicy: JSON.stringify(TRUST) }),
    rolePolicy: (account) => ({
        role: account.create("role", { assumeRolePolicy: JSON.stringify(TRUST) }).id,
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
    }),
    secret: () => ({}),
    secretPolicy: (account) => ({
        secretArn: account.output("secret", {}, "arn"),
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
    }),
    secretRotation: (account) => ({
        secretId: account.output("secret", {}, "arn"),
        rotationLambdaArn: rotator(account),
        rotationRules: { automaticallyAfterDays: 30 },
    }),
    secretVersion: (account) => ({
        secretId: account.output("secret", {}, "arn"),
        secretString: "fake-value",
    }),
    service: (account) => ({
        cluster: account.output("cluster", {}, "arn"),
        taskDefinition: account.output("task", minimal.task(account), "arn"),
    }),
    task: () => ({
        family: "web",
        containerDefinitions: JSON.stringify([{ name: "web", image: "httpd", memory: 128 }]),
    }),
};

/** What each lookup must be told, if anything. */
const lookupArgs: Readonly<Record<string, (account: TestAccount) => Properties>> = {
    "aws:iam/getPolicy:getPolicy": (account) => ({
        arn: account.output("policy", minimal.policy(account), "arn"),
    }),
    "aws:iam/getRole:getRole": (account) => ({
        name: account.output("role", minimal.role(account), "name"),
    }),
    "aws:kms/getAlias:getAlias": () => ({ name: "alias/aws/ssm" }),
    "aws:kms/getKey:getKey": () => ({ keyId: "alias/aws/ssm" }),
    "aws:secretsmanager/getSecret:getSecret": (account) => ({
        arn: account.output("secret", {}, "arn"),
    }),
    "aws:secretsmanager/getSecretVersion:getSecretVersion": (account) => ({
        secretId: account.output("secretVersion", minimal.secretVersion(account), "secretId"),
    }),
    "aws:ssm/getParameter:getParameter": (account) => ({
        name: account.output("parameter", minimal.parameter(account), "name"),
    }),
};

describe("the simulated AWS has, as the types of @pulumi/aws say,", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    for (const [name, token] of Object.entries(TOKENS) as [TypeName, string][]) {
        const declared = declaration(token);

        it(`every output of ${token} that is never undefined, and none that it has not`, () => {
            const { outputs } = account.create(name, minimal[name](account));
            const given = Object.keys(outputs).filter((output) => outputs[output] !== undefined);
            assert.deepEqual(missing(declared.certain, given), []);
            assert.deepEqual(missing(given, declared.outputs), []);
        });

        it(`the same outputs of ${token} in preview, known or unknown`, () => {
            const inputs = checked(name, minimal[name](account));
            const preview = provider.previewCreate(account.account, typeOf(name), inputs);
            assert.deepEqual(missing(declared.certain, Object.keys(preview)), []);
            assert.deepEqual(missing(Object.keys(preview), declared.outputs), []);
        });

        it(`the required inputs of ${token}`, () => {
            assert.deepEqual([...(typeOf(name).required ?? [])].sort(), declared.required);
        });

        it(`inputs and outputs of ${token} alone where it speaks of some`, () => {
            const { replaceOn, canonical, recomputed, computed, defaults } = typeOf(name);
            const inputs = [replaceOn ?? [], Object.keys({ ...canonical, ...recomputed })].flat();
            assert.deepEqual(
                missing([...inputs, ...Object.keys(defaults ?? {})], declared.inputs),
                [],
            );
            assert.deepEqual(missing(computed, declared.outputs), []);
        });
    }

    for (const token of Object.keys(lookups)) {
        it(`every property of what ${token} answers`, () => {
            const args = lookupArgs[token]?.(account) ?? {};
            const answer = Object.keys(lookups[token](account.account, args));
            const text = declarationText(token);
            const result = text.slice(text.search(/export interface \w+Result /));
            const names = [...result.slice(0, result.indexOf("\n}")).matchAll(/readonly (\w+): /g)];
            assert.deepEqual(
                missing(
                    names.map(([, name]) => name),
                    answer,
                ),
                [],
            );
        });
    }
});

import assert from "node:assert/strict";
import { listServices } from "../../../sandbox/aws/ecs";
import { findRole, listRoles } from "../../../sandbox/aws/iam";
import * as provider from "../../../sandbox/aws/provider";
import { UNKNOWN, type Properties } from "../../../sandbox/aws/resource-type";
import { findSecret, listSecrets } from "../../../sandbox/aws/secretsmanager";
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

    describe("a parameter", () => {
        const inputs = { name: "/a", type: "SecureString", value: "fake-one" };
        const versions: Record<string, [Properties, number]> = {
            "gets another version with another value": [{ value: "fake-two" }, 2],
            "gets another version with another description": [{ description: "two" }, 2],
            "keeps its version with other tags": [{ tags: { team: "web" } }, 1],
        };
        for (const [title, [change, version]] of Object.entries(versions)) {
            it(title, () => {
                const created = account.create("parameter", inputs);
                const news = { ...inputs, ...change };
                const preview = provider.previewUpdate(
                    typeOf("parameter"),
                    created.outputs,
                    inputs,
                    news,
                );
                const { outputs } = update(account, "parameter", created, news);
                assert.equal(outputs.version, version);
                assert.equal(preview.version, version === 1 ? 1 : UNKNOWN);
            });
        }

        it("takes the place of another where it is told to overwrite", () => {
            account.create("parameter", inputs);
            const second = account.create("parameter", { ...inputs, overwrite: true });
            assert.equal(second.outputs.version, 2);
        });

        it("with a write-only value puts it out nowhere", () => {
            const { value: valueWo, ...rest } = inputs;
            const { outputs } = account.create("parameter", {
                ...rest,
                valueWo,
                valueWoVersion: 1,
            });
            assert.ok(!JSON.stringify(outputs).includes(valueWo));
            assert.equal(outputs.hasValueWo, true);
            assert.equal(findParameter(account.account, "/a")?.value, valueWo);
        });
    });

    describe("a secret", () => {
        it("puts out the policy and the replicas that it was given", () => {
            const given = {
                policy: JSON.stringify(allow("*")),
                replicas: [{ region: "eu-west-1" }],
            };
            const { outputs } = account.create("secret", given);
            assert.deepEqual([outputs.policy, outputs.replicas], [given.policy, given.replicas]);
        });

        it("puts out its tags as all tags", () => {
            const tags = { team: "web" };
            assert.deepEqual(account.create("secret", { tags }).outputs.tagsAll, tags);
        });

        it("is gone at once without a recovery window", () => {
            account.delete("secret", account.create("secret", { recoveryWindowInDays: 0 }));
            assert.deepEqual(listSecrets(account.account), []);
        });

        it("keeps a version that has a label of its own, and the label moves with an update", () => {
            const secretId = account.output("secret", {}, "arn");
            const first = {
                secretId,
                secretString: "fake-one",
                versionStages: ["AWSCURRENT", "own"],
            };
            const state = account.create("secretVersion", first);
            account.create("secretVersion", { secretId, secretString: "fake-two" });
            account.create("secretVersion", { secretId, secretString: "fake-three" });
            const stages = () =>
                findSecret(account.account, secretId)?.versions.map((one) => one.stages);
            assert.deepEqual(stages(), [["own"], ["AWSPREVIOUS"], ["AWSCURRENT"]]);
            update(account, "secretVersion", state, first);
            assert.deepEqual(stages(), [["AWSCURRENT", "own"], ["AWSPREVIOUS"]]);
        });

        it("with a write-only value puts it out nowhere", () => {
            const secretId = account.output("secret", {}, "arn");
            const secretStringWo = "fake-write-only";
            const inputs = { secretId, secretStringWo, secretStringWoVersion: 1 };
            const { outputs } = account.create("secretVersion", inputs);
            assert.ok(!JSON.stringify(outputs).includes(secretStringWo));
            assert.equal(outputs.hasSecretStringWo, true);
            const [version] = findSecret(account.account, secretId)?.versions ?? [];
            assert.equal(version.value, secretStringWo);
        });
    });

    describe("a service", () => {
        const task = { name: "web", image: "httpd", memory: 128 };
        const definition = () => ({
            family: "web",
            containerDefinitions: JSON.stringify([task]),
        });
        const running = () =>
            listServices(account.account)[0].deployments[0].tasks.filter(
                (one) => one.lastStatus === "RUNNING",
            ).length;

        it("runs as many tasks as it is told to", () => {
            const inputs = {
                cluster: account.output("cluster", {}, "arn"),
                taskDefinition: account.output("task", definition(), "arn"),
                desiredCount: 1,
            };
            const state = account.create("service", inputs);
            for (const desiredCount of [3, 0]) {
                update(account, "service", state, { ...inputs, desiredCount });
                assert.equal(running(), desiredCount);
            }
        });

        for (const reference of ["web", "web:1"]) {
            it(`finds a task definition by ${reference}`, () => {
                account.create("task", definition());
                const cluster = account.output("cluster", {}, "arn");
                account.create("service", { cluster, taskDefinition: reference, desiredCount: 1 });
                assert.equal(running(), 1);
            });
        }

        it("keeps its id when an update fails it, and starts its tasks again", () => {
            const secrets = [{ name: "A", valueFrom: "/web/a" }];
            const cluster = account.output("cluster", {}, "arn");
            const inputs = { cluster, desiredCount: 1, waitForSteadyState: true };
            const plain = account.output("task", definition(), "arn");
            const state = account.create("service", { ...inputs, taskDefinition: plain });
            const taskDefinition = account.output(
                "task",
                {
                    family: "web",
                    executionRoleArn: account.role(allow("ssm:GetParameters")),
                    containerDefinitions: JSON.stringify([{ ...task, secrets }]),
                },
                "arn",
            );
            const failed = update(account, "service", state, { ...inputs, taskDefinition });
            assert.equal(failed.id, state.id);
            assert.match(failed.failures?.[0] ?? "", /invalid ssm parameters: \/web\/a/);
            account.create("parameter", { name: "/web/a", type: "String", value: "fake-value" });
            const mended = update(account, "service", failed, { ...inputs, taskDefinition });
            assert.equal(mended.failures, undefined);
            assert.equal(running(), 1);
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

import assert from "node:assert/strict";
import { putSecretValue } from "../../../sandbox/aws/secretsmanager";
import { allow, TestAccount, TRUST } from "../../support/simulated-aws";
import { allBut, everything, runTask } from "./task-start/run-task";

const PRINCIPAL = { AWS: "arn:aws:iam::123456789012:role/tasks" };

/** A secret of another account, and what is between it and the role; each row changes one. */
interface Scenario {
    readonly role: object;
    readonly secretPolicy?: object;
    readonly keyPolicy?: object;
    /** Whether it is encrypted with a customer managed key of its account. */
    readonly hasKey: boolean;
    readonly isPartial: boolean;
}

const letRole = (action: string, principal: object | string = PRINCIPAL, effect = "Allow") => ({
    Version: "2012-10-17",
    Statement: [{ Effect: effect, Principal: principal, Action: action, Resource: "*" }],
});
const right: Scenario = {
    role: everything,
    secretPolicy: letRole("secretsmanager:GetSecretValue"),
    keyPolicy: letRole("kms:Decrypt"),
    hasKey: true,
    isPartial: false,
};
const KMS = /AccessDeniedException: Access to KMS is not allowed$/;
const byResource =
    /AccessDeniedException: User: .* perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:210987654321:.* because no resource-based policy allows/;
const byIdentity = /perform: secretsmanager:GetSecretValue .* in an identity-based policy$/;

const rows: Record<string, [Partial<Scenario>, RegExp]> = {
    "runs when role, secret and key allow it": [{}, /^$/],
    "runs when secret and key leave it to the account": [
        {
            secretPolicy: letRole("secretsmanager:*", { AWS: "123456789012" }),
            keyPolicy: letRole("kms:*", { AWS: "arn:aws:iam::123456789012:root" }),
        },
        /^$/,
    ],
    "stops when its role does not allow it": [
        { role: allBut("secretsmanager:GetSecretValue") },
        byIdentity,
    ],
    "stops when the secret has no policy": [{ secretPolicy: undefined }, byResource],
    "stops when the secret's policy names another role": [
        {
            secretPolicy: letRole("secretsmanager:GetSecretValue", {
                AWS: "arn:aws:iam::123456789012:role/other",
            }),
        },
        byResource,
    ],
    "stops when the secret's policy lets it describe alone": [
        { secretPolicy: letRole("secretsmanager:DescribeSecret") },
        byResource,
    ],
    "stops when the key is AWS's own": [{ hasKey: false }, KMS],
    "stops when the key keeps its default policy": [{ keyPolicy: undefined }, KMS],
    "stops when its role may not decrypt": [{ role: allBut("kms:Decrypt") }, KMS],
    "stops when the ARN is a partial one": [{ isPartial: true }, byResource],
};

describe("in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
        for (const name of ["tasks", "other"]) {
            account.create("role", { name, assumeRolePolicy: JSON.stringify(TRUST) });
        }
    });
    afterEach(() => account.remove());

    function run({ role, secretPolicy, keyPolicy, hasKey, isPartial }: Scenario) {
        const other = account.other();
        const policy = keyPolicy && JSON.stringify(keyPolicy);
        const kmsKeyId = hasKey ? other.output("key", { policy }, "arn") : undefined;
        const { id } = other.create("secret", {
            kmsKeyId,
            policy: secretPolicy && JSON.stringify(secretPolicy),
        });
        putSecretValue(other.account, id, "fake-value");
        account.create("rolePolicy", { role: "tasks", policy: JSON.stringify(role) });
        const valueFrom = isPartial ? id.slice(0, -7) : id;
        return runTask(account, { secrets: [{ name: "S", valueFrom }] }, PRINCIPAL.AWS);
    }

    for (const [title, [change, reason]] of Object.entries(rows)) {
        it(`a task with a secret of another account ${title}`, () => {
            const task = run({ ...right, ...change });
            assert.match(task.stoppedReason ?? "", reason);
            assert.equal(task.lastStatus, reason.test("") ? "RUNNING" : "STOPPED");
        });
    }

    it("a task with a parameter of another account stops, whoever allows it", () => {
        const inputs = { name: "/a", type: "String", value: "fake-value", tier: "Advanced" };
        const valueFrom = account.other().output("parameter", inputs, "arn");
        account.create("rolePolicy", { role: "tasks", policy: JSON.stringify(everything) });
        const task = runTask(account, { secrets: [{ name: "S", valueFrom }] }, PRINCIPAL.AWS);
        assert.match(
            task.stoppedReason ?? "",
            /invalid ssm parameters: arn:aws:ssm:us-east-1:210987654321:parameter\/a$/,
        );
    });

    describe("a secret's own policy in its account", () => {
        const own = (policy: object, role: object) => {
            const secret = account.create("secret", { policy: JSON.stringify(policy) });
            putSecretValue(account.account, secret.id, "fake-value");
            account.create("rolePolicy", { role: "tasks", policy: JSON.stringify(role) });
            const secrets = [{ name: "S", valueFrom: secret.id }];
            return runTask(account, { secrets }, PRINCIPAL.AWS).stoppedReason;
        };

        it("lets a role read it that has no right of its own", () => {
            const policy = letRole("secretsmanager:GetSecretValue");
            assert.equal(own(policy, allow("s3:GetObject")), undefined);
        });

        it("leaves it to the role where it speaks of others: who may not read it does not", () => {
            const policy = letRole("secretsmanager:*", { AWS: "210987654321" });
            assert.match(
                own(policy, allow("s3:GetObject")) ?? "",
                /because no identity-based policy allows the secretsmanager:GetSecretValue action$/,
            );
        });

        it("leaves it to the role where it speaks of others: who may read it does", () => {
            const policy = letRole("secretsmanager:*", { AWS: "210987654321" });
            assert.equal(own(policy, allow("secretsmanager:GetSecretValue")), undefined);
        });

        it("denies it to everybody", () => {
            const policy = letRole("secretsmanager:*", "*", "Deny");
            assert.match(
                own(policy, everything) ?? "",
                /with an explicit deny in a resource-based policy$/,
            );
        });
    });
});

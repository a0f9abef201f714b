import assert from "node:assert/strict";
import { RUN_TIME_KEYS } from "../../../../core/iam/run-time-keys";
import { evaluateTrust, parseNamedPolicy } from "../../../../core";
import { evaluateRole, findRole, serviceContext } from "../../../../sandbox/aws/iam";
import { TestAccount, TRUST } from "../../../support/simulated-aws";
import { allowed, document } from "./world";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

/** What each condition says of a key that is absent and one that is there. */
const conditions = (key: string) => [
    { Null: { [key]: "true" } },
    { Null: { [key]: "false" } },
    { StringEquals: { [key]: "made-up" } },
    { StringNotEquals: { [key]: "made-up" } },
];

describe("the simulated AWS leaves no condition open", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    for (const key of [...RUN_TIME_KEYS, "aws:PrincipalTag/team", "aws:ResourceTag/team"]) {
        it(`of ${key} in a policy of a role`, () => {
            for (const condition of conditions(key)) {
                const statement = allowed("*", "*", { Condition: condition });
                const inputs = { assumeRolePolicy: JSON.stringify(TRUST) };
                const inlinePolicies = [{ name: "a", policy: document([statement]) }];
                const { arn } = account.create("role", { ...inputs, inlinePolicies }).outputs;
                const role = findRole(account.account, String(arn));
                assert.ok(role);
                const request = { action: "secretsmanager:GetSecretValue", resource: SECRET };
                const { verdict } = evaluateRole(role, "session", request);
                assert.notEqual(verdict.answer, "undetermined", JSON.stringify(condition));
            }
        });

        it(`of ${key} in a trust policy`, () => {
            for (const condition of conditions(key)) {
                const statement = { ...TRUST.Statement[0], Condition: condition };
                const verdict = evaluateTrust(
                    parseNamedPolicy("the trust policy", document([statement])),
                    "ecs-tasks.amazonaws.com",
                    serviceContext("123456789012", "arn:aws:iam::123456789012:role/a", "*"),
                );
                assert.notEqual(verdict.answer, "undetermined", JSON.stringify(condition));
            }
        });
    }
});

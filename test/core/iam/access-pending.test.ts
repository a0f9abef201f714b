import assert from "node:assert/strict";
import { evaluateAccess } from "../../../core/iam";
import { ACCOUNT, allowSecret, policy, readSecret } from "./fixtures";

describe("an undetermined verdict", () => {
    it("lists what is missing of an Allow and of a Deny, and says that all of it is pending", () => {
        const identity = [
            policy([
                allowSecret({ Sid: "Read" }),
                {
                    Sid: "Never",
                    Effect: "Deny",
                    Action: "*",
                    Resource: "*",
                    Condition: { StringEquals: { "app:key": "x" } },
                },
            ]),
        ];
        const request = {
            ...readSecret,
            resource: "pending",
            context: { "app:key": "pending" as const, "aws:ResourceAccount": [ACCOUNT] },
        };
        assert.deepEqual(evaluateAccess(request, { identity, resource: { kind: "none" } }), {
            answer: "undetermined",
            reason: "possible-allow",
            explanation:
                "a policy of the role may allow secretsmanager:GetSecretValue on a resource whose ARN is not known yet; not known: the ARN of the resource (statement Read of the policy inline), the value of app:key, which StringEquals compares (statement Never of the policy inline).",
            missing: [
                "the ARN of the resource (statement Read of the policy inline)",
                "the value of app:key, which StringEquals compares (statement Never of the policy inline)",
            ],
            isPending: true,
        });
    });

    it("is not pending while one thing that is missing is never known", () => {
        const identity = [
            policy([
                allowSecret(),
                {
                    Effect: "Deny",
                    Action: "*",
                    Resource: "*",
                    Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
                },
            ]),
        ];
        const request = {
            ...readSecret,
            resource: "pending",
            context: { "aws:ResourceAccount": [ACCOUNT] },
        };
        const verdict = evaluateAccess(request, { identity, resource: { kind: "none" } });
        assert.equal(verdict.answer === "undetermined" && verdict.isPending, false);
    });
});

import assert from "node:assert/strict";
import { explainAccess, formatExplanation, parsePolicyDocument } from "../../../core";
import { changeStack, toResources, type Stack } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { secretOf } from "../../support/wire";
import { policy, ROLE, SECRET } from "../kms-decrypt/stack";
import { deployed, injects, readSecret, rights } from "../secret-access/stack";

/** A value that somebody put where it does not belong; a policy document shows to many. */
const CANARY = "canary-4711-plain";
const trust = (statement: object) => ({
    role: {
        props: {
            assumeRolePolicy: policy({
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
                ...statement,
            }),
        },
    },
});
const condition = (operator: string, key: string) => ({
    Condition: { [operator]: { [key]: CANARY } },
});

const PLACES: Readonly<Record<string, Parameters<typeof changeStack>[1]>> = {
    "an external id in a trust policy": trust(condition("StringEquals", "sts:ExternalId")),
    "a referer in a condition": rights(readSecret(condition("StringEquals", "aws:Referer"))),
    "a condition on a key of nobody": rights(readSecret(condition("StringEquals", "app:password"))),
    "a condition on a number": rights(readSecret(condition("NumericEquals", "app:number"))),
    "a condition on an ARN": rights(readSecret(condition("ArnEquals", "aws:SourceArn"))),
    "a Resource": rights(readSecret({ Resource: CANARY })),
    "a NotResource": rights(readSecret({ Resource: undefined, NotResource: CANARY })),
    "an action": rights(readSecret({ Action: CANARY })),
    "an action with a prefix": rights(readSecret({ Action: `secretsmanager:${CANARY}` })),
    "a principal": trust({ Principal: { Service: CANARY } }),
    "an AWS principal": trust({ Principal: { AWS: CANARY } }),
    "an effect": rights(readSecret({ Effect: CANARY })),
    "a document": { rights: { props: { policy: CANARY } } },
    "a reference": injects(CANARY),
    "the ARN of the execution role": { task: { props: { executionRoleArn: CANARY } } },
    "the ARN of a managed policy": {
        attachment: {
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            props: { role: "web-execution", policyArn: CANARY },
        },
    },
    "the boundary": { role: { props: { permissionsBoundary: CANARY } } },
    "the key of a secret": { secret: { props: { kmsKeyId: CANARY } } },
};

describe("no report of the pack shows a value that stands in", () => {
    for (const [name, change] of Object.entries(PLACES)) {
        it(name, async () => {
            const stack: Stack = changeStack(deployed, change);
            const reports = await runPack(toResources(stack));
            assert.ok(!JSON.stringify(reports).includes(CANARY), JSON.stringify(reports));
        });
    }
});

describe("no report of the pack shows what Pulumi holds secret in", () => {
    it("a tag that a condition compares", async () => {
        const held = `Zq7${"-pLm3-81hf-"}Xw4`;
        const isOurs = { Condition: { StringEquals: { "aws:ResourceTag/team": "web" } } };
        const stack = changeStack(deployed, {
            ...rights(readSecret(isOurs)),
            secret: { props: { tagsAll: { team: secretOf(held) } } },
        });
        const reports = JSON.stringify(await runPack(toResources(stack)));
        assert.match(reports, /while aws:ResourceTag\/team is \[secret\]/);
        assert.ok(!reports.includes(held));
    });
});

describe("no explanation shows a value that stands in", () => {
    const statements: Readonly<Record<string, object>> = {
        "a condition": condition("StringEquals", "app:password"),
        "a Resource": { Resource: CANARY },
        "an action": { Action: `secretsmanager:${CANARY}` },
    };
    for (const [name, change] of Object.entries(statements)) {
        it(name, () => {
            const { document } = parsePolicyDocument(policy(readSecret(change)));
            assert.ok(document);
            const explanation = explainAccess(
                {
                    action: "secretsmanager:GetSecretValue",
                    resource: SECRET,
                    principalArn: ROLE,
                    context: {},
                },
                {
                    identity: [{ name: "rights", kind: "document", document }],
                    resource: { kind: "none" },
                },
            );
            assert.ok(!formatExplanation(explanation).includes(CANARY));
        });
    }
});

import assert from "node:assert/strict";
import { changeStack, toResources, type Stack } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { UNKNOWN } from "../../support/wire";
import { NAME as KEYS, shared } from "../keys/stack";
import { inject, NAME as REFERENCES, withDefinitions, withProxy } from "./stack";

const ROLE = "ecs-task-definition-require-execution-role";

const exemption = (place: object = {}) => ({
    urn: "*",
    reason: "A matter of tests",
    expires: "2026-01-31",
    ...place,
});

const reportsOn = async (stack: Stack, policy: string, place?: object) => {
    const config = { [policy]: { exemptions: [exemption(place)] } };
    const reports = await runPack(toResources(stack), { config, today: "2026-01-01" });
    return reports
        .filter((one) => [policy, "ecs-exemption-require-use"].includes(one.policy))
        .map((one) => one.policy);
};

const unknownProxy = changeStack(withProxy(""), {
    task: { props: { serviceConnectConfiguration: UNKNOWN } },
});
const withoutRole = (stack: Stack) =>
    changeStack(stack, { task: { props: { executionRoleArn: undefined } } });
const foreign = { Principal: { AWS: "arn:aws:iam::210987654321:root" } };

describe("an exemption is not called idle while what it is for is not known yet:", () => {
    const rows: [string, Stack, string, object?][] = [
        ["container definitions", withDefinitions(UNKNOWN), REFERENCES, { variable: "A" }],
        ["a reference", inject(UNKNOWN), REFERENCES, { container: "web", variable: "A" }],
        ["the option of a proxy", withProxy(UNKNOWN), REFERENCES, { variable: "splunk-token" }],
        ["a proxy", unknownProxy, REFERENCES, { variable: "splunk-token" }],
        ["definitions without a role", withoutRole(withDefinitions(UNKNOWN)), ROLE],
        ["the account of a secret", shared(foreign, { arn: UNKNOWN }), KEYS],
    ];
    for (const [name, stack, policy, place] of rows) {
        it(name, async () => assert.deepEqual(await reportsOn(stack, policy, place), []));
    }
});

describe("an exemption is called idle where nothing is wrong:", () => {
    const rows: [string, Stack, string, object?][] = [
        ["with a reference", inject("/web/db"), REFERENCES, { variable: "A" }],
        ["with a role", withDefinitions("[]"), ROLE],
        ["with a key", shared({ ...foreign, Effect: "Deny" }), KEYS],
    ];
    for (const [name, stack, policy, place] of rows) {
        it(name, async () =>
            assert.deepEqual(await reportsOn(stack, policy, place), ["ecs-exemption-require-use"]),
        );
    }
});

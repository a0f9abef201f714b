import assert from "node:assert/strict";
import fc from "fast-check";
import {
    planExecutionRolePolicy,
    planTaskRolePolicy,
    type AccessRequest,
    type RenderedDocument,
} from "../../../../core";
import { locations } from "../../../support/arbitraries";
import { shuffles, wishes } from "./arbitraries";
import { accessBy, requestsOf, requestsOfFile, without } from "./requests";

const RUNS = { numRuns: 500 };
const SDK_ACTIONS = ["ssm:GetParameter", "ssm:GetParameters"];

interface Planned {
    readonly policy: RenderedDocument;
    readonly requests: AccessRequest[];
}
const executionRoles: fc.Arbitrary<Planned> = fc
    .tuple(wishes, locations)
    .map(([{ secrets, environmentFiles }, location]) => ({
        policy: planExecutionRolePolicy(secrets, location, environmentFiles),
        requests: [
            ...secrets.flatMap((secret) => requestsOf(secret, location)),
            ...environmentFiles.flatMap(requestsOfFile),
        ],
    }));
const taskRoles: fc.Arbitrary<Planned> = fc
    .tuple(wishes, locations)
    .map(([{ secrets }, location]) => ({
        policy: planTaskRolePolicy(secrets, location),
        requests: secrets.flatMap((secret) => requestsOf(secret, location, SDK_ACTIONS)),
    }));

/** Requests near to one that is needed, none of which is. */
function nearMisses(asked: AccessRequest): AccessRequest[] {
    const [service, verb] = asked.action.split(":");
    const others = Object.keys(asked.context).flatMap((key) => [
        { ...asked, context: { ...asked.context, [key]: [] } },
        { ...asked, context: { ...asked.context, [key]: [`${asked.context[key][0]}x`] } },
    ]);
    return [
        ...others,
        { ...asked, resource: `${asked.resource}x` },
        { ...asked, resource: asked.resource.replace(":123456789012:", ":000000000000:") + "y" },
        { ...asked, action: `${service}:Put${verb.slice(3)}` },
        { ...asked, action: `${service}:*` },
    ];
}

for (const [name, roles] of [
    ["planExecutionRolePolicy", executionRoles],
    ["planTaskRolePolicy", taskRoles],
] as const) {
    describe(`${name}, whatever is read,`, () => {
        it("is sufficient: all that is asked while it is read is allowed", () => {
            fc.assert(
                fc.property(roles, ({ policy, requests }) => {
                    const isAllowed = accessBy([policy]);
                    for (const request of requests) {
                        assert.ok(isAllowed(request), JSON.stringify(request));
                    }
                }),
                RUNS,
            );
        });

        it("is necessary: without any one of its statements something is denied", () => {
            fc.assert(
                fc.property(roles, ({ policy, requests }) => {
                    policy.Statement.forEach(({ Sid }, at) => {
                        assert.ok(!requests.every(accessBy([without(policy, at)])), Sid);
                    });
                }),
                RUNS,
            );
        });

        it("allows nothing near: no other resource, action, service or context", () => {
            fc.assert(
                fc.property(roles, fc.nat(), ({ policy, requests }, pick) => {
                    const isAllowed = accessBy([policy]);
                    // One at a time, for there are many and each is judged by the whole policy.
                    const asked = requests.slice(pick % (requests.length || 1)).slice(0, 1);
                    for (const near of asked.flatMap(nearMisses)) {
                        assert.ok(!isAllowed(near), JSON.stringify(near));
                    }
                }),
                RUNS,
            );
        });

        it("names nothing twice, all sorted, and each statement by a Sid of its own", () => {
            fc.assert(
                fc.property(roles, ({ policy }) => {
                    for (const { Resource } of policy.Statement) {
                        assert.deepEqual(Resource, [...new Set(Resource)].sort());
                    }
                    const sids = policy.Statement.map(({ Sid }) => Sid);
                    assert.equal(new Set(sids).size, sids.length);
                    assert.ok(sids.every((sid) => /^[A-Za-z0-9]+$/.test(sid)));
                }),
                RUNS,
            );
        });
    });
}

describe("planExecutionRolePolicy, whatever is injected,", () => {
    it("names what is read and nothing else, a pattern only for a partial ARN", () => {
        fc.assert(
            fc.property(executionRoles, ({ policy, requests }) => {
                for (const { Action, Resource } of policy.Statement) {
                    for (const resource of Resource) {
                        const plain = resource.replace(/\$\{([*?$])\}/g, "$1");
                        const isRead = ({ action, resource: asked }: AccessRequest) =>
                            action === Action &&
                            (asked === plain || asked.replace(/Qq0Qq0$/, "??????") === resource);
                        assert.ok(requests.some(isRead), resource);
                    }
                }
            }),
            RUNS,
        );
    });

    it("is the same to the byte in every order", () => {
        const both = fc
            .tuple(wishes, locations)
            .chain(([wish, location]) =>
                fc.tuple(
                    fc.constant({ ...wish, location }),
                    shuffles(wish.secrets),
                    shuffles(wish.environmentFiles),
                ),
            );
        fc.assert(
            fc.property(both, ([{ secrets, environmentFiles, location }, others, otherFiles]) => {
                assert.equal(
                    JSON.stringify(planExecutionRolePolicy(others, location, otherFiles)),
                    JSON.stringify(planExecutionRolePolicy(secrets, location, environmentFiles)),
                );
            }),
            RUNS,
        );
    });
});

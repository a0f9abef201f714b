import assert from "node:assert/strict";
import fc from "fast-check";
import {
    estimatePolicySize,
    findPolicySizeFinding,
    MANAGED_POLICY_QUOTA,
    planExecutionRolePolicy,
    planPolicyParts,
    policySize,
    splitPolicy,
    type RenderedDocument,
} from "../../../../core";
import { locations } from "../../../support/arbitraries";
import { keys, wishes } from "./arbitraries";
import { cutsOf, piecesOf } from "./pieces";
import { accessBy, requestsOf, requestsOfFile } from "./requests";
import { measureResources } from "./measure-resources";

const RUNS = { numRuns: 500 };
const counts = fc.integer({ min: 1, max: 4 });
const planned = fc
    .tuple(wishes, locations)
    .map(([{ secrets, environmentFiles }, location]) => ({
        resources: measureResources(secrets, location, environmentFiles),
        policy: planExecutionRolePolicy(secrets, location, environmentFiles),
        requests: [
            ...secrets.flatMap((secret) => requestsOf(secret, location)),
            ...environmentFiles.flatMap(requestsOfFile),
        ],
    }))
    .filter(({ requests }) => requests.length > 0);

/** By sum of squares: of parts with the same largest, the more even have less. */
const unevenness = (documents: readonly RenderedDocument[]) => {
    const sizes = documents.map(policySize);
    return [Math.max(...sizes), sizes.reduce((sum, size) => sum + size * size, 0)];
};

describe("splitPolicy, whatever the policy says,", () => {
    it("cuts it into as many documents as asked, none empty, with Sids of their own", () => {
        fc.assert(
            fc.property(planned, counts, ({ policy }, count) => {
                const parts = splitPolicy(policy, count);
                assert.equal(parts.length, count);
                for (const { Statement } of parts) {
                    const sids = Statement.map(({ Sid }) => Sid);
                    assert.ok(sids.length > 0 && new Set(sids).size === sids.length);
                }
                assert.equal(JSON.stringify(splitPolicy(policy, count)), JSON.stringify(parts));
            }),
            RUNS,
        );
    });

    it("leaves all that it says, in its order, and adds nothing", () => {
        fc.assert(
            fc.property(planned, counts, ({ policy }, count) => {
                const whole = piecesOf([policy]);
                const parts = splitPolicy(policy, Math.min(count, whole.length));
                assert.deepEqual(piecesOf(parts), whole);
            }),
            RUNS,
        );
    });

    it("makes the largest part as small as any cut can, and the parts as even", () => {
        fc.assert(
            fc.property(planned, counts, ({ policy }, count) => {
                const cuts = cutsOf(policy, Math.min(count, piecesOf([policy]).length));
                const [best] = cuts
                    .map(unevenness)
                    .sort(([a, squaresA], [b, squaresB]) => a - b || squaresA - squaresB);
                assert.deepEqual(
                    unevenness(splitPolicy(policy, Math.min(count, piecesOf([policy]).length))),
                    best,
                );
            }),
            RUNS,
        );
    });

    it("leaves the parts together sufficient, and each of them necessary", () => {
        fc.assert(
            fc.property(planned, counts, ({ policy, requests }, count) => {
                const parts = splitPolicy(policy, Math.min(count, piecesOf([policy]).length));
                const isAllowed = accessBy(parts);
                for (const request of requests) {
                    assert.ok(isAllowed(request), JSON.stringify(request));
                }
                for (const part of parts) {
                    const rest = accessBy(parts.filter((other) => other !== part));
                    assert.ok(!requests.every(rest), JSON.stringify(part));
                }
            }),
            RUNS,
        );
    });
});

describe("estimatePolicySize, whatever is read,", () => {
    it("is never less than the size, also where ARNs are shorter and keys fewer than assumed", () => {
        const slack = fc.nat({ max: 40 });
        fc.assert(
            fc.property(planned, slack, fc.boolean(), ({ policy, resources }, more, sure) => {
                const assumed = resources.map(({ store, arnLength, key }) => ({
                    store,
                    arnLength: arnLength + more,
                    ...(key && {
                        key: { arnLength: key.arnLength + more, ...(sure && { id: key.id }) },
                    }),
                }));
                assert.ok(estimatePolicySize(resources) >= policySize(policy));
                assert.ok(estimatePolicySize(assumed) >= estimatePolicySize(resources));
            }),
            RUNS,
        );
    });
});

describe("planPolicyParts and splitPolicy, however much is read,", () => {
    it("make parts that fit, as long as a role has room for as many as are sure to", () => {
        const name = fc
            .tuple(fc.constantFrom(3, 20, 100, 950), fc.nat({ max: 0xffff }))
            .map(([length, at]) => `/${"n".repeat(length)}${at}`);
        const many = fc.array(fc.tuple(name, fc.option(keys, { nil: undefined, freq: 2 })), {
            minLength: 20,
            maxLength: 45,
        });
        fc.assert(
            fc.property(many, locations, (list, location) => {
                const secrets = list.map(([parameter, kmsKeyArn]) => ({
                    reference: { store: "ssm" as const, name: parameter },
                    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
                }));
                const policy = planExecutionRolePolicy(secrets, location);
                const estimate = estimatePolicySize(measureResources(secrets, location));
                const parts = planPolicyParts(estimate, "managed", 0);
                assert.equal(parts.kind, "managed");
                const documents = splitPolicy(policy, parts.kind === "managed" ? parts.count : 0);
                if (parts.kind === "managed" && parts.count < 10) {
                    assert.deepEqual(findPolicySizeFinding(documents, "managed", ""), []);
                    assert.ok(documents.every((one) => policySize(one) <= MANAGED_POLICY_QUOTA));
                } else {
                    // Ten may be too few: then it is said, and only then.
                    const tooLong = documents.filter(
                        (one) => policySize(one) > MANAGED_POLICY_QUOTA,
                    );
                    const tooMany = documents.length > 10 ? 1 : 0;
                    assert.equal(
                        findPolicySizeFinding(documents, "managed", "").length,
                        tooLong.length + tooMany,
                    );
                }
            }),
            RUNS,
        );
    });
});

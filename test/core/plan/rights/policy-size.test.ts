import assert from "node:assert/strict";
import {
    findPolicySizeFinding,
    INLINE_POLICIES_QUOTA,
    MANAGED_POLICIES_QUOTA,
    MANAGED_POLICY_QUOTA,
    planPolicyParts,
    policySize,
    type Finding,
    type PolicyKindAsked,
    type PolicyParts,
    type RenderedDocument,
} from "../../../../core";

const EMPTY: RenderedDocument = { Version: "2012-10-17", Statement: [] };
const FRAME = '{"Version":"2012-10-17","Statement":[]}'.length;
/** A document of the given size. */
const ofSize = (size: number): RenderedDocument<unknown> => ({
    Version: "2012-10-17",
    Statement: ["x".repeat(size - FRAME - 2)],
});

describe("policySize", () => {
    it("counts every character of the JSON", () => assert.equal(policySize(EMPTY), FRAME));

    it("counts no white space, wherever it is", () => {
        assert.equal(policySize({ Version: "2012-10-17", Statement: ["a b  c"] }), FRAME + 5);
    });
});

describe("the quotas", () => {
    it("are those of IAM", () => {
        assert.deepEqual(
            [INLINE_POLICIES_QUOTA, MANAGED_POLICY_QUOTA, MANAGED_POLICIES_QUOTA],
            [10_240, 6_144, 10],
        );
    });
});

describe("planPolicyParts gives", () => {
    const managed = (count: number): PolicyParts => ({ kind: "managed", count });
    const rows: [string, number, PolicyKindAsked, number, PolicyParts][] = [
        ["an inline policy of no size as one", 0, "inline", 0, { kind: "inline" }],
        ["all that fits inline", 10_240, "inline", 1, { kind: "inline" }],
        ["what does not fit inline to managed policies", 10_241, "inline", 1, managed(3)],
        ["one managed policy where it fits", 6_144, "managed", 1, managed(1)],
        ["more than one where it does not", 6_145, "managed", 1, managed(2)],
        ["a share that fits wherever it is cut", 2 * 4_144, "managed", 0, managed(2)],
        ["one more above that", 2 * 4_144 + 1, "managed", 0, managed(3)],
        ["as many as a role takes", 10 * 4_144, "managed", 0, managed(10)],
        ["as many as there is room for, where they may do", 45_000, "managed", 1, managed(9)],
        ["all room there is", 9 * 6_144, "managed", 1, managed(9)],
        ["more than a role takes, where fewer never do", 9 * 6_144 + 1, "managed", 1, managed(14)],
        ["more than one where no room is left", 7_000, "managed", 10, managed(2)],
    ];
    for (const [name, size, asked, attached, expected] of rows) {
        it(name, () => assert.deepEqual(planPolicyParts(size, asked, attached), expected));
    }
});

describe("findPolicySizeFinding finds", () => {
    const LESS =
        "nject fewer secrets, or JSON keys of one secret in place of many secrets, or give a role of your own.";
    const finding = (reason: string, remedy = `I${LESS}`): Finding => ({
        path: "executionRole.policies",
        reason,
        remedy,
    });
    const inline = (size: number) =>
        finding(
            `the policy has ${size} characters, and the inline policies of a role have at most 10240`,
            `Set executionRole.policies to "managed", i${LESS}`,
        );
    const many = (sizes: number, size: number) => Array<number>(sizes).fill(size);
    const rows: [string, number[], PolicyKindAsked, number, Finding[]][] = [
        ["nothing in no policy", [], "managed", 0, []],
        ["nothing in an inline policy that fits", [10_240], "inline", 10, []],
        ["an inline policy that is too long", [10_241], "inline", 0, [inline(10_241)]],
        [
            "inline policies that are too long together",
            [6_000, 5_000],
            "inline",
            0,
            [inline(11_000)],
        ],
        ["nothing in managed policies that fit", many(9, 6_144), "managed", 1, []],
        [
            "a managed policy that is too long",
            [6_145],
            "managed",
            0,
            [finding("the policy has 6145 characters, and a managed policy has at most 6144")],
        ],
        [
            "which of several is too long",
            [6_144, 6_145],
            "managed",
            0,
            [finding("policy 2 of 2 has 6145 characters, and a managed policy has at most 6144")],
        ],
        [
            "more managed policies than a role takes",
            many(11, 100),
            "managed",
            0,
            [
                finding(
                    "the rights fill 11 managed policies; a role has at most 10, unless AWS has raised it",
                ),
            ],
        ],
        [
            "that others leave no room for them",
            many(10, 100),
            "managed",
            1,
            [
                finding(
                    "the rights fill 10 managed policies, and 1 more is attached; a role has at most 10, unless AWS has raised it",
                ),
            ],
        ],
        [
            "that several others leave no room for them",
            many(9, 100),
            "managed",
            2,
            [
                finding(
                    "the rights fill 9 managed policies, and 2 more are attached; a role has at most 10, unless AWS has raised it",
                ),
            ],
        ],
    ];
    for (const [name, sizes, kind, attached, expected] of rows) {
        it(name, () => {
            const documents = sizes.map(ofSize);
            const found = findPolicySizeFinding(
                documents,
                kind,
                "executionRole.policies",
                attached,
            );
            assert.deepEqual(found, expected);
        });
    }

    it("nothing attached besides unless it is said", () => {
        assert.deepEqual(findPolicySizeFinding(many(10, 100).map(ofSize), "managed", ""), []);
    });
});

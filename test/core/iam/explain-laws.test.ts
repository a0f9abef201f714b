import assert from "node:assert/strict";
import fc from "fast-check";
import {
    evaluateAccess,
    explainAccess,
    formatExplanation,
    type AccessWorld,
    type Bearing,
    type Explanation,
    type NamedPolicy,
    type PolicyRole,
} from "../../../core/iam";
import { askedWorlds } from "./explain-worlds";
import { policy } from "./fixtures";

const NUM_RUNS = 3000;
const NOTHING = policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::x" });

/** A world in which every statement of one bearing is kept, or all others are. */
function keep(world: AccessWorld, { policies }: Explanation, kept: (it: Bearing) => boolean) {
    const filter = (role: PolicyRole, one: NamedPolicy, at: number): NamedPolicy => {
        const explained = policies.filter((other) => other.role === role)[at];
        if (one.kind === "unknown" || NOTHING.kind === "unknown") {
            return one;
        }
        const [nothing] = NOTHING.document.statements;
        // The place is kept, for a statement without Sid is named by it.
        const statements = one.document.statements.map((statement, index) =>
            kept(explained.statements[index].bearing) ? statement : nothing,
        );
        return { ...one, document: { ...one.document, statements } };
    };
    const { identity, boundary, resource } = world;
    const own = identity.map((one, at) => filter("identity", one, at));
    const limit = boundary && filter("boundary", boundary, 0);
    const asIs = resource.kind === "none" || typeof resource.policy === "string";
    const side = asIs ? resource : ofResource(resource, filter);
    const given = policies.filter(({ role }) => role === "grant");
    return {
        identity: own,
        ...(limit && { boundary: limit }),
        resource:
            side.kind === "key"
                ? {
                      ...side,
                      grants: side.grants.filter((_, at) => kept(given[at].statements[0].bearing)),
                  }
                : side,
    };
}

function ofResource(
    resource: Exclude<AccessWorld["resource"], { kind: "none" }>,
    filter: (role: PolicyRole, one: NamedPolicy, at: number) => NamedPolicy,
): AccessWorld["resource"] {
    const { policy: own } = resource;
    return typeof own === "string" || "unknown" in own
        ? resource
        : ({ ...resource, policy: filter("resource", own, 0) } as AccessWorld["resource"]);
}

const isCertain = ({ verdict }: Explanation) =>
    verdict.answer === "allowed" || verdict.reason === "explicit-deny";

describe("the laws of explanations", () => {
    it("give the verdict of the evaluation itself", () => {
        fc.assert(
            fc.property(askedWorlds, ({ request, world }) => {
                const { verdict } = explainAccess(request, world);
                assert.deepEqual(verdict, evaluateAccess(request, world));
            }),
            { numRuns: NUM_RUNS },
        );
    });

    it("name what decided: with that alone the verdict is the same, word for word", () => {
        let certain = 0;
        fc.assert(
            fc.property(askedWorlds, ({ request, world }) => {
                const explanation = explainAccess(request, world);
                if (isCertain(explanation)) {
                    certain++;
                    const alone = keep(world, explanation, (bearing) => bearing === "decides");
                    assert.deepEqual(evaluateAccess(request, alone), explanation.verdict);
                }
            }),
            { numRuns: NUM_RUNS },
        );
        assert.ok(certain > NUM_RUNS / 20, `${certain} worlds were certain`);
    });

    it("name all that decided: without it the verdict is another, or has another reason", () => {
        fc.assert(
            fc.property(askedWorlds, ({ request, world }) => {
                const explanation = explainAccess(request, world);
                const isByDefault = explanation.policies.some(
                    ({ whole }) => whole?.bearing === "decides",
                );
                if (isCertain(explanation) && !isByDefault) {
                    const rest = keep(world, explanation, (bearing) => bearing !== "decides");
                    const { answer, reason } = evaluateAccess(request, rest);
                    const { verdict } = explanation;
                    assert.notDeepEqual([answer, reason], [verdict.answer, verdict.reason]);
                }
            }),
            { numRuns: NUM_RUNS },
        );
    });

    it("say what leaves a verdict open, and that of no verdict that is certain", () => {
        fc.assert(
            fc.property(askedWorlds, ({ request, world }) => {
                const explanation = explainAccess(request, world);
                const open = explanation.policies
                    .flatMap(({ statements, whole }) => [...statements, ...(whole ? [whole] : [])])
                    .filter(({ bearing }) => bearing === "leaves open");
                const { verdict } = explanation;
                const missing = verdict.answer === "undetermined" ? verdict.missing : [];
                const hasPlace = missing.some((one) => one.endsWith(")"));
                assert.equal(open.length > 0, hasPlace, missing.join("; "));
            }),
            { numRuns: NUM_RUNS },
        );
    });

    it("begin with what a violation says, in whatever order the policies come", () => {
        fc.assert(
            fc.property(askedWorlds, ({ request, world }) => {
                const text = formatExplanation(explainAccess(request, world));
                assert.equal(text.split("\n")[0], evaluateAccess(request, world).explanation);
                const turned = { ...world, identity: [...world.identity].reverse() };
                assert.equal(formatExplanation(explainAccess(request, turned)), text);
            }),
        );
    });
});

import assert from "node:assert/strict";
import { ALL_DIFFERENCES, DIFFERENCES, putToMoto } from "../../../acceptance/iam/differences";
import { EXAMPLES } from "../../../acceptance/iam/examples";
import { answerOfCore, type World, type WorldStatement } from "../../../acceptance/iam/world";

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf";

function world(statements: WorldStatement[], managed: string[] = []): World {
    return {
        name: "a world",
        action: "secretsmanager:GetSecretValue",
        resource: SECRET,
        policies: [
            { kind: "written", statements },
            ...managed.map((arn) => ({ kind: "managed" as const, arn })),
        ],
    };
}

const allow: WorldStatement = {
    effect: "Allow",
    action: { isNegated: false, texts: ["secretsmanager:Get*"] },
    resource: { isNegated: false, texts: ["*"] },
};
const negated: WorldStatement = {
    effect: "Deny",
    action: { isNegated: true, texts: ["ssm:*", "kms:Decrypt"] },
    resource: { isNegated: true, texts: ["arn:aws:s3:::a", "arn:aws:s3:::b?"] },
    condition: { holds: false, json: { Null: { "aws:ResourceTag/team": "true" } } },
};

/** The statements that moto is asked about. */
function statementsOf(one: World, told: Parameters<typeof putToMoto>[1]): unknown {
    const [policy] = putToMoto(one, told).policies;
    assert.ok("document" in policy);
    return (JSON.parse(policy.document) as { Statement: unknown }).Statement;
}

describe("what moto does otherwise than AWS", () => {
    it("is said with AWS's own page, and an example for each", () => {
        for (const { source } of DIFFERENCES) {
            assert.match(
                source,
                /^https:\/\/docs\.aws\.amazon\.com\/IAM\/latest\/UserGuide\/(ref|access-analyzer-ref)/,
            );
        }
        assert.deepEqual(
            EXAMPLES.map(({ difference }) => difference),
            DIFFERENCES.map(({ name }) => name),
        );
    });

    const answers = {
        case: "allowed",
        "question mark": "allowed",
        // A point in a name is no other sign.
        signs: "denied",
        segments: "denied",
        fields: "undetermined",
        variables: "allowed",
        conditions: "denied",
        NotResource: "denied",
    };
    for (const { difference, world: example } of EXAMPLES) {
        it(`is ${answers[difference]} by core/iam in the example of ${difference}`, () => {
            assert.equal(answerOfCore(example), answers[difference]);
        });
    }
});

describe("putToMoto", () => {
    it("puts a world as it is where nothing is told", () => {
        assert.deepEqual(statementsOf(world([allow, negated]), new Set()), [
            { Effect: "Allow", Action: "secretsmanager:Get*", Resource: "*" },
            {
                Effect: "Deny",
                NotAction: ["ssm:*", "kms:Decrypt"],
                NotResource: ["arn:aws:s3:::a", "arn:aws:s3:::b?"],
                Condition: { Null: { "aws:ResourceTag/team": "true" } },
            },
        ]);
    });

    it("asks in small letters of what AWS compares without regard to case", () => {
        const asked = putToMoto(world([allow], ["arn:aws:iam::aws:policy/X"]), new Set(["case"]));
        assert.equal(asked.action, "secretsmanager:getsecretvalue");
        assert.equal(asked.resource, SECRET);
        assert.deepEqual(asked.policies[1], {
            arn: "arn:aws:iam::aws:policy/X",
            hasLowerActions: true,
        });
        assert.deepEqual(statementsOf(world([allow]), new Set(["case"])), {
            Effect: "Allow",
            Action: "secretsmanager:get*",
            Resource: "*",
        });
    });

    it("leaves out a statement whose condition does not hold, and the condition of one that does", () => {
        const holds = { ...allow, condition: { holds: true, json: { Null: { x: "true" } } } };
        assert.deepEqual(statementsOf(world([holds, negated]), new Set(["conditions"])), {
            Effect: "Allow",
            Action: "secretsmanager:Get*",
            Resource: "*",
        });
    });

    it("says NotResource as a resource that is none of these", () => {
        const { condition: _none, ...without } = negated;
        assert.deepEqual(statementsOf(world([without]), new Set(["NotResource"])), {
            Effect: "Deny",
            NotAction: ["ssm:*", "kms:Decrypt"],
            Resource: "(?!(?:arn:aws:s3:::a|arn:aws:s3:::b?)$).{0,}",
        });
    });

    it("leaves no statement over where none holds", () => {
        assert.deepEqual(statementsOf(world([negated]), ALL_DIFFERENCES), []);
    });
});

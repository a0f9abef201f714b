import assert from "node:assert/strict";
import { boundary } from "./cases/boundary";
import { boundaryElsewhere } from "./cases/boundary-elsewhere";
import { bucketPolicy } from "./cases/bucket-policy";
import { conditions } from "./cases/conditions";
import { crossAccount } from "./cases/cross-account";
import { crossAccountKeys } from "./cases/cross-account-keys";
import { denyConditions } from "./cases/deny-conditions";
import { documents } from "./cases/documents";
import { grants } from "./cases/grants";
import { identity } from "./cases/identity";
import { keyConditions } from "./cases/key-conditions";
import { keyPolicy } from "./cases/key-policy";
import { keyPolicyDenials } from "./cases/key-policy-denials";
import { otherResources } from "./cases/other-resources";
import { policiesTogether } from "./cases/policies-together";
import { resourcePart } from "./cases/resource-part";
import { secretPolicy } from "./cases/secret-policy";
import { secretPolicyDenials } from "./cases/secret-policy-denials";
import { shapes } from "./cases/shapes";
import { trust } from "./cases/trust";
import { variables } from "./cases/variables";

const SUBJECTS = {
    "the policies of a role": [...identity, ...policiesTogether],
    "a resource in a statement": [...resourcePart, ...otherResources],
    "a condition": [...conditions, ...denyConditions, ...keyConditions],
    "a permissions boundary": [...boundary, ...boundaryElsewhere],
    "the policy of a secret or a bucket": [
        ...secretPolicy,
        ...secretPolicyDenials,
        ...bucketPolicy,
    ],
    "the policy of a key": [...keyPolicy, ...keyPolicyDenials],
    "a grant": grants,
    "a trust policy": trust,
    "access across accounts": [...crossAccount, ...crossAccountKeys],
    "a policy variable": variables,
    "a shape that programs have": [...shapes, ...documents],
};
const ALL = Object.values(SUBJECTS).flat();

describe("the cases that AWS documents", () => {
    for (const [subject, cases] of Object.entries(SUBJECTS)) {
        describe(`of ${subject}`, () => {
            for (const { name, expected, evaluate } of cases) {
                it(`say that ${name}: ${expected}`, () => {
                    const verdict = evaluate();
                    const isPending = verdict.answer === "undetermined" && verdict.isPending;
                    const answer = isPending ? "pending" : verdict.answer;
                    assert.equal(`${answer} ${verdict.reason}`, expected, verdict.explanation);
                    assert.match(verdict.explanation, /^\S.*\.$/s);
                });
            }
        });
    }

    it("are at least 150, each with a name of its own", () => {
        const names = ALL.map(({ name }) => name);
        assert.ok(names.length >= 150, `${names.length} cases`);
        assert.equal(new Set(names).size, names.length);
    });

    it("name a page of AWS's documentation each", () => {
        for (const { name, source } of ALL) {
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\/\S+\.html(#\S+)?$/, name);
        }
    });
});

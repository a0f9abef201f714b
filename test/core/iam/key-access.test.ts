import assert from "node:assert/strict";
import type { KeyPolicy } from "../../../core/iam";
import { evaluateKeyAccess } from "../../support/key-access";
import { ACCOUNT, allowDecrypt, decrypt, KEY, policy, ROLE } from "./fixtures";
import { denials } from "./key-access/denials";
import { principals } from "./key-access/principals";
import { key, NOT_KNOWN, OTHER, refuse, ROOT, YES } from "./key-access/row";

describe("evaluateKeyAccess", () => {
    for (const [name, answer, reason, identity, keyPolicy] of [...principals, ...denials]) {
        it(`is ${answer} by ${name}`, () => {
            const policies = identity.length > 0 ? [policy(identity)] : [];
            const verdict = evaluateKeyAccess(decrypt, policies, keyPolicy);
            assert.deepEqual(
                [verdict.answer, verdict.reason],
                [answer, reason],
                verdict.explanation,
            );
        });
    }

    it("is undetermined by a Deny whose NotPrincipal names the role but not its sessions", () => {
        const both = policy([
            { Effect: "Allow", Principal: { AWS: ROLE }, Action: "kms:*", Resource: "*" },
            { ...refuse, NotPrincipal: { AWS: [ROLE, ROOT] } },
        ]);
        assert.equal(evaluateKeyAccess(decrypt, [], both).reason, "possible-deny");
    });

    it("needs both policies across accounts", () => {
        const resource = KEY.replace(ACCOUNT, OTHER);
        const request = { ...decrypt, resource };
        const use = [policy(allowDecrypt({ Resource: resource }))];
        const answer = (identity: typeof use, keyPolicy: KeyPolicy) =>
            evaluateKeyAccess(request, identity, keyPolicy).answer;
        assert.equal(answer(use, key({ AWS: ROLE })), "allowed");
        assert.equal(answer(use, key({ AWS: ROOT })), "allowed");
        assert.equal(answer([], key({ AWS: ROLE })), "denied");
        assert.equal(answer(use, "default"), "denied");
    });

    it("is undetermined for an alias, for it is not known which key that is", () => {
        const request = { ...decrypt, resource: KEY.replace(/key\/.*/, "alias/app") };
        assert.equal(
            evaluateKeyAccess(request, [policy(YES)], key({ AWS: ROOT })).answer,
            "undetermined",
        );
    });

    it("decides for a key whose ARN is unknown if wildcards and accounts do", () => {
        const context = { ...decrypt.context, "aws:ResourceAccount": [ACCOUNT] };
        const request = { ...decrypt, resource: "unknown", context };
        const all = [policy(allowDecrypt({ Resource: "*" }))];
        assert.equal(evaluateKeyAccess(request, all, "default").answer, "allowed");
        assert.equal(evaluateKeyAccess(request, [policy(YES)], "default").answer, "undetermined");
        assert.equal(evaluateKeyAccess(request, [], "default").answer, "denied");
    });

    it("says that an unknown key policy could allow alone", () => {
        const { explanation } = evaluateKeyAccess(decrypt, [], NOT_KNOWN);
        assert.match(
            explanation,
            /do not allow kms:Decrypt .* which could allow it alone, is not known/,
        );
        assert.match(explanation, /it is of another stack/);
    });
});

import assert from "node:assert/strict";
import { evaluateKeyAccess, type KeyPolicy, type Verdict } from "../../../core/iam";
import {
    ACCOUNT,
    allowDecrypt,
    decrypt,
    KEY,
    policy,
    ROLE,
    UNKNOWN,
    type Statement,
} from "./fixtures";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const OTHER = "999999999999";
const NOT_KNOWN = { unknown: "it is of another stack" };

const key = (Principal: unknown, change: Statement = {}) =>
    policy(
        { Effect: "Allow", Principal, Action: "kms:*", Resource: "*", ...change },
        "2012-10-17",
        "key",
    );
const callerAccount = (account: string) => ({
    Condition: { StringEquals: { "kms:CallerAccount": account } },
});
const refuse = { Effect: "Deny", Action: "kms:*", Resource: "*" };

const YES = [allowDecrypt({ Sid: "Use" })];
const NO: Statement[] = [];
const MAYBE = [allowDecrypt({ Resource: UNKNOWN })];

type Row = [
    name: string,
    answer: Verdict["answer"],
    reason: Verdict["reason"],
    identity: Statement[],
    keyPolicy: KeyPolicy,
];

const rows: Row[] = [
    [
        "the default key policy and an identity allow",
        "allowed",
        "key-policy-and-identity-policy",
        YES,
        "default",
    ],
    [
        "the default key policy alone",
        "denied",
        "key-policy-leaves-it-to-identity-policies",
        NO,
        "default",
    ],
    [
        "the default key policy and an unknown identity policy",
        "undetermined",
        "possible-allow",
        MAYBE,
        "default",
    ],
    [
        "the default key policy and an alias in Resource",
        "denied",
        "key-policy-leaves-it-to-identity-policies",
        [allowDecrypt({ Resource: KEY.replace(/key\/.*/, "alias/app") })],
        "default",
    ],
    [
        "a key policy that names the account's root, and an identity allow",
        "allowed",
        "key-policy-and-identity-policy",
        YES,
        key({ AWS: ROOT }),
    ],
    [
        "a key policy that names the bare account, and an identity allow",
        "allowed",
        "key-policy-and-identity-policy",
        YES,
        key({ AWS: ACCOUNT }),
    ],
    [
        "a key policy that names the account, alone",
        "denied",
        "key-policy-leaves-it-to-identity-policies",
        NO,
        key({ AWS: ROOT }),
    ],
    ["a key policy that names another account", "denied", "key-policy", YES, key({ AWS: OTHER })],
    ["a key policy that names the role", "allowed", "key-policy", NO, key({ AWS: [ROOT, ROLE] })],
    [
        "a key policy that names another role",
        "denied",
        "key-policy",
        YES,
        key({ AWS: `${ROLE}-2` }),
    ],
    ["a key policy that names everybody", "allowed", "key-policy", NO, key("*")],
    [
        "a key policy that names everybody of the account",
        "allowed",
        "key-policy",
        NO,
        key({ AWS: "*" }, callerAccount(ACCOUNT)),
    ],
    [
        "a key policy that names everybody of another account",
        "denied",
        "key-policy",
        YES,
        key({ AWS: "*" }, callerAccount(OTHER)),
    ],
    [
        "a key policy that names the key by its ARN",
        "allowed",
        "key-policy",
        NO,
        key({ AWS: ROLE }, { Resource: KEY }),
    ],
    [
        "a key policy that grants another action",
        "denied",
        "key-policy",
        YES,
        key({ AWS: ROLE }, { Action: "kms:Encrypt" }),
    ],
    [
        "a key policy that names a service",
        "denied",
        "key-policy",
        YES,
        key({ Service: "ecs-tasks.amazonaws.com" }),
    ],
    [
        "a key policy that names somebody unknown",
        "undetermined",
        "possible-allow",
        NO,
        key({ AWS: UNKNOWN }),
    ],
    [
        "a key policy that names the account and somebody unknown",
        "allowed",
        "key-policy-and-identity-policy",
        YES,
        key({ AWS: [ROOT, UNKNOWN] }),
    ],
    [
        "a key policy that names a unique id",
        "undetermined",
        "possible-allow",
        NO,
        key({ AWS: "AROAEXAMPLE" }),
    ],
    [
        "a key policy that names a session of the role",
        "undetermined",
        "possible-allow",
        NO,
        key({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/app-execution/x` }),
    ],
    [
        "a key policy that names a session of another role",
        "denied",
        "key-policy",
        NO,
        key({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/other/x` }),
    ],
    [
        "a key policy without Principal",
        "undetermined",
        "possible-allow",
        NO,
        policy(allowDecrypt()),
    ],
    [
        "NotPrincipal of somebody else",
        "allowed",
        "key-policy",
        NO,
        key(undefined, { NotPrincipal: { AWS: `${ROLE}-2` } }),
    ],
    [
        "an unknown key policy and an identity allow",
        "undetermined",
        "unknown-key-policy",
        YES,
        NOT_KNOWN,
    ],
    [
        "an unknown key policy and no identity allow",
        "undetermined",
        "unknown-key-policy",
        NO,
        NOT_KNOWN,
    ],
    [
        "an unknown key policy and an identity Deny",
        "denied",
        "explicit-deny",
        [...YES, refuse],
        NOT_KNOWN,
    ],
    [
        "a key policy that is unknown under its name",
        "undetermined",
        "unknown-key-policy",
        YES,
        { name: "key", kind: "unknown", why: "not yet" },
    ],
    [
        "a key policy that names the role, and an identity Deny",
        "denied",
        "explicit-deny",
        [refuse],
        key({ AWS: ROLE }),
    ],
    [
        "a Deny of the account in the key policy",
        "denied",
        "explicit-deny",
        YES,
        key({ AWS: ROOT }, { Effect: "Deny" }),
    ],
    [
        "a Deny of others in the key policy",
        "denied",
        "key-policy",
        YES,
        key({ AWS: OTHER }, { Effect: "Deny" }),
    ],
    [
        "a Deny of all but another role",
        "denied",
        "explicit-deny",
        YES,
        key(undefined, { Effect: "Deny", NotPrincipal: { AWS: `${ROLE}-2` } }),
    ],
    [
        "a Deny that may apply in the identity policy",
        "undetermined",
        "possible-deny",
        [...YES, { ...refuse, Resource: UNKNOWN }],
        "default",
    ],
];

describe("evaluateKeyAccess", () => {
    for (const [name, answer, reason, identity, keyPolicy] of rows) {
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

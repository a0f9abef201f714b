import assert from "node:assert/strict";
import { parseNamedPolicy, type AccessRequest, type NamedPolicy } from "../../../core";
import { judgeDenial, type Rights } from "../../../policypack/access/judge";
import { mayBeDenied } from "../../../policypack/access/may-be-denied";
import { remedyFor, type Need } from "../../../policypack/access/need";

const ROLE = "arn:aws:iam::123456789012:role/web";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-AbCdEf";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ELSEWHERE = "arn:aws:iam::210987654321:root";

const document = (name: string, statement: object): NamedPolicy =>
    parseNamedPolicy(name, { Version: "2012-10-17", Statement: statement });
const all = { Action: "*", Resource: "*" };
const allow = document("allow", { Effect: "Allow", ...all });
const deny = document("deny", { Effect: "Deny", ...all });
const denyOther = document("deny other", { Effect: "Deny", Action: "s3:*", Resource: "*" });
const unknown: NamedPolicy = { name: "unknown", kind: "unknown", why: "it is of another stack" };
const own = (name: string, statement: object) => document(name, { ...statement, ...all });
const foreign = own("foreign", { Effect: "Allow", Principal: { AWS: ELSEWHERE } });
const denying = own("denying", { Effect: "Deny", Principal: "*" });

const IDENTITIES = [[], [allow], [deny], [denyOther], [unknown], [allow, deny], [allow, unknown]];
const BOUNDARIES = [undefined, allow, deny, unknown];
const SIDES: readonly Need["resource"][] = [
    { kind: "none" },
    ...(["none", unknown, foreign, denying] as const).map(
        (policy) => ({ kind: "policy", policy }) as const,
    ),
    ...(
        ["default", unknown, foreign, denying, { unknown: "the key is of another stack" }] as const
    ).map((policy) => ({ kind: "key", policy, grants: [] }) as const),
];
const OPENNESS = [{}, { openResource: "its policy" }, { isOpenToAll: true }] as const;

const later: NamedPolicy = { name: "later", kind: "unknown", why: "it is not known yet" };

function needOf(resource: Need["resource"], rest: object): Need {
    const isKey = resource.kind === "key";
    const request: AccessRequest = {
        action: isKey ? "kms:Decrypt" : "secretsmanager:GetSecretValue",
        resource: isKey ? KEY : SECRET,
        principalArn: ROLE,
        context: { "aws:PrincipalAccount": ["123456789012"] },
    };
    return {
        what: "secrets TOKEN of container web",
        places: ["secrets TOKEN of container web"],
        requests: [request],
        resource,
        sources: [],
        isCertain: true,
        ...remedyFor(request.action, "it"),
        runTimeError: "AccessDeniedException",
        ...rest,
    };
}

/** Every role that is made of the above, and every need, with what is found once more may come. */
const CASES = IDENTITIES.flatMap((identity) =>
    BOUNDARIES.flatMap((boundary) =>
        SIDES.flatMap((side) =>
            OPENNESS.map((openness) => {
                const rights: Rights = {
                    role: { kind: "outside", arn: ROLE },
                    policies: identity.map((policy) => ({ policy, sources: [] })),
                    ...(boundary && { boundary }),
                };
                const ofStack = { urn: "", name: "web", props: { arn: ROLE } } as never;
                const need = needOf(side, openness);
                const denials = [rights.role, { kind: "role", role: ofStack } as const].map(
                    (role) =>
                        judgeDenial(
                            {
                                ...rights,
                                role,
                                policies: [...rights.policies, { policy: later, sources: [] }],
                            },
                            need,
                        ),
                );
                return { isAsked: mayBeDenied(rights, need), isDenied: denials.some(Boolean) };
            }),
        ),
    ),
);

describe("mayBeDenied", () => {
    it("is true wherever a denial is found while more may come", () => {
        assert.deepEqual(
            CASES.filter(({ isAsked, isDenied }) => isDenied && !isAsked),
            [],
        );
        assert.ok(CASES.some(({ isDenied }) => isDenied));
    });

    for (const [name, expected, rights, need] of [
        [
            "nothing forbids a secret of another stack",
            false,
            [allow],
            { openResource: "its policy" },
        ],
        [
            "a policy of the role denies something",
            true,
            [denyOther],
            { openResource: "its policy" },
        ],
        ["the secret is of the stack", true, [allow], {}],
    ] as const) {
        it(`is ${expected} where ${name}`, () => {
            const policies = rights.map((policy) => ({ policy, sources: [] }));
            const role = { kind: "outside", arn: ROLE } as const;
            const side = { kind: "policy", policy: "none" } as const;
            assert.equal(mayBeDenied({ role, policies }, needOf(side, need)), expected);
        });
    }
});

import assert from "node:assert";

import { unspecified } from "../../oracle/decide";
import {
    granted,
    identity,
    onSecret,
    documentOf,
    reads,
    ROLE,
    SECRET,
    secret,
    unrelated,
    when,
} from "../../oracle/hand-made";
import type { World } from "../../oracle/world";

describe("oracle: open questions", () => {
    const open: [sentence: string, world: World][] = [
        [
            "a grant beside a boundary that does not allow",
            { ...granted({ SecretARN: SECRET }), boundary: unrelated },
        ],
        [
            "everybody beside a boundary that does not allow",
            secret({ boundary: unrelated, resource: onSecret({ ...reads, Principal: "*" }) }),
        ],
        [
            "several values without a set operator",
            when({ StringEquals: { "aws:TagKeys": "team" } }),
        ],
        [
            "ForAnyValue with IfExists on an absent key",
            when({ "ForAnyValue:StringEqualsIfExists": { "app:None": "x" } }),
        ],
        [
            "a NotResource whose variable has no value",
            identity({ Effect: "Allow", Action: "*", NotResource: `${SECRET}\${app:None}` }),
        ],
        ["a grant's context key in other case", granted({ secretarn: SECRET })],
        [
            "NotPrincipal with the role and without its account",
            secret({
                identity: documentOf(reads),
                resource: onSecret({ ...reads, Effect: "Deny", NotPrincipal: { AWS: ROLE } }),
            }),
        ],
        [
            "a wildcard that would have to stand for colons",
            identity({ ...reads, Resource: "arn:aws:secretsmanager:*" }),
        ],
    ];
    open.forEach(([sentence, world]) =>
        it(`leaves open ${sentence}`, () => {
            assert.match(unspecified(world) ?? "", /https:\/\/docs\.aws\.amazon\.com/);
        }),
    );
});

import fc from "fast-check";
import { conditionsOf, OPEN } from "./conditions";
import { ACTIONS, PRINCIPALS, RESOURCES, type Fragment, type Kind } from "./fragments";
import type { Document } from "./plan";
import { mostly, near, oneOf } from "./weights";

/** A condition, or none. */
function condition(kind: Kind, share: number, none: number): fc.Arbitrary<Fragment> {
    const some = mostly(near(conditionsOf(kind), share), 99, oneOf(...OPEN));
    return mostly(fc.constant({}), none, some);
}

/** A statement that allows; one part of some of them is a little wrong. */
function allows(kind: Kind, more: fc.Arbitrary<Fragment> = fc.constant({})) {
    const parts = [near(ACTIONS[kind], 95), near(RESOURCES[kind], 91), condition(kind, 80, 55)];
    return fc
        .tuple(...parts, more)
        .map((list): Fragment => Object.assign({ Effect: "Allow" }, ...list) as Fragment);
}

/** A statement that denies, and seldom what is asked. */
function denies(kind: Kind, more: fc.Arbitrary<Fragment> = fc.constant({})) {
    const parts = [near(ACTIONS[kind], 70), near(RESOURCES[kind], 50), condition(kind, 30, 30)];
    return fc
        .tuple(...parts, more)
        .map((list): Fragment => Object.assign({ Effect: "Deny" }, ...list) as Fragment);
}

/** A document of these statements. */
export const document = (statements: fc.Arbitrary<readonly Fragment[]>): fc.Arbitrary<Document> =>
    statements.map((Statement) => ({ Version: "2012-10-17", Statement }));

/** What a role may do: once in a while nothing, or a Deny beside. */
export function rights(kind: Kind, none: number): fc.Arbitrary<readonly Fragment[]> {
    const some = mostly(
        allows(kind).map((one) => [one]),
        86,
        fc.tuple(allows(kind), allows(kind)),
    );
    const denied = fc.tuple(some, denies(kind)).map(([list, deny]) => [...list, deny]);
    return mostly(mostly(some, 88, denied), 100 - none, fc.constant([]));
}

/** The policy of a secret or a key: for the role, mostly. */
export function resourcePolicy(kind: Kind, delegates: boolean): fc.Arbitrary<Document> {
    const everybody = { Principal: { AWS: "*" } };
    const one = mostly(
        allows(kind, near(PRINCIPALS, 85)),
        90,
        mostly(denies(kind, near(PRINCIPALS, 60)), 85, allows(kind, fc.constant(everybody))),
    );
    const root = {
        Sid: "Account",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::<account>:root" },
        Action: kind === "kms" ? "kms:*" : "secretsmanager:*",
        Resource: "*",
    };
    const list = fc.array(one, { minLength: 1, maxLength: 2 });
    const delegated = list.map((statements) => [root, ...statements]);
    return document(delegates ? mostly(delegated, 70, list) : list);
}

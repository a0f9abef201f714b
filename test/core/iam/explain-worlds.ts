import fc from "fast-check";
import type { AccessRequest, AccessWorld, KeyGrant, NamedPolicy } from "../../../core/iam";
import {
    ACCOUNT,
    allowDecrypt,
    decrypt,
    KEY,
    policy,
    ROLE,
    SECRET,
    UNKNOWN,
    type Statement,
} from "./fixtures";
import { oneOf, statements } from "./worlds";

const OTHER = "210987654321";
const RECORD = { noNullPrototype: true };

const principals = oneOf<unknown>(
    "*",
    { AWS: ROLE },
    { AWS: ACCOUNT },
    { AWS: [`arn:aws:iam::${ACCOUNT}:root`, `${ROLE}-2`] },
    { AWS: [`arn:aws:sts::${ACCOUNT}:assumed-role/app-execution/1`, `arn:aws:iam::${OTHER}:root`] },
    { AWS: "AROAEXAMPLE0000000000" },
    UNKNOWN,
);
const resourceStatements = fc
    .tuple(statements, oneOf("Principal", "Principal", "NotPrincipal", "none"), principals)
    .map(([one, element, to]): Statement => (element === "none" ? one : { ...one, [element]: to }));
const openStatements = fc
    .tuple(statements, oneOf("Effect", "Action", "Resource", "Condition"))
    .map(([one, element]): Statement => ({ ...one, [element]: UNKNOWN }));

function policies(name: string, list: fc.Arbitrary<Statement>): fc.Arbitrary<NamedPolicy> {
    const documents = fc
        .array(list, { maxLength: 3 })
        .map((found) => policy(found, "2012-10-17", name));
    const unknown = fc.boolean().map((isPending): NamedPolicy => ({
        name,
        kind: "unknown",
        why: "is not here",
        isPending,
    }));
    return fc.oneof({ weight: 20, arbitrary: documents }, { weight: 1, arbitrary: unknown });
}

const own = fc.oneof(
    { weight: 6, arbitrary: fc.constant(allowDecrypt({ Resource: "*" })) },
    { weight: 5, arbitrary: statements },
    { weight: 1, arbitrary: openStatements },
);
const grants = fc.record<KeyGrant>(
    {
        name: oneOf("web", "batch"),
        grantee: oneOf(ROLE, ROLE, `${ROLE}-2`, "pending"),
        operations: oneOf<KeyGrant["operations"]>(["Decrypt"], ["Encrypt"], "unknown"),
        constraints: oneOf<KeyGrant["constraints"]>(
            [],
            [{ kind: "subset", context: { SecretARN: SECRET } }],
            [{ kind: "equals", context: { SecretARN: SECRET } }],
            "pending",
        ),
    },
    RECORD,
);
const resourceSides = fc.oneof<fc.Arbitrary<AccessWorld["resource"]>[]>(
    fc.constant({ kind: "none" }),
    fc.constant({ kind: "policy", policy: "none" }),
    policies("of the secret", resourceStatements).map((one) => ({ kind: "policy", policy: one })),
    fc.array(grants, { maxLength: 2 }).map((given) => ({
        kind: "key",
        policy: "default",
        grants: given,
    })),
    fc
        .tuple(policies("of the key", resourceStatements), fc.array(grants, { maxLength: 2 }))
        .map(([one, given]) => ({ kind: "key", policy: one, grants: given })),
);

const questions = oneOf<AccessRequest>(
    decrypt,
    decrypt,
    decrypt,
    { ...decrypt, resource: "pending" },
    { ...decrypt, resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/app` },
    { ...decrypt, resource: KEY.replace(ACCOUNT, OTHER) },
    { ...decrypt, principalArn: "unknown" },
    { ...decrypt, principalArn: ROLE.replace(ACCOUNT, OTHER) },
);

/** A question, and a world to ask it in. */
export interface AskedWorld {
    readonly request: AccessRequest;
    readonly world: AccessWorld;
}

/** Worlds of every kind: with boundaries, grants and policies of resources, open and not. */
export const askedWorlds: fc.Arbitrary<AskedWorld> = fc
    .record(
        {
            request: questions,
            identity: fc.tuple(policies("first", own), policies("second", own)),
            boundary: fc.option(policies("limit", own), { nil: undefined, freq: 1 }),
            resource: resourceSides,
        },
        RECORD,
    )
    .map(({ request, identity, boundary, resource }) => ({
        request,
        world: { identity, resource, ...(boundary && { boundary }) },
    }));

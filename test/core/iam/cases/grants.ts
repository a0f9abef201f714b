import { type KeyGrant } from "../../../../core/iam";
import { ACCOUNT, allowDecrypt, decrypt, ROLE, SECRET } from "../fixtures";
import { byWorld, own, type AccessRow, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

const GRANT: KeyGrant = { name: "tasks", grantee: ROLE, operations: ["Decrypt"], constraints: [] };
const granted = (
    name: string,
    expected: Expected,
    change: Partial<KeyGrant>,
    context?: object,
): AccessRow => [
    name,
    PAGES.grants,
    expected,
    {
        identity: [],
        resource: { kind: "key", policy: "default", grants: [{ ...GRANT, ...change }] },
    },
    { context: { ...decrypt.context, ...context } },
];
const constrained = (
    name: string,
    expected: Expected,
    kind: "equals" | "subset",
    context: Record<string, string>,
    given?: object,
): AccessRow => {
    const [, , , world, change] = granted(
        name,
        expected,
        { constraints: [{ kind, context }] },
        given,
    );
    return [name, PAGES.grantConstraints, expected, world, change];
};
const LEFT = "denied key-policy-leaves-it-to-identity-policies";
const VERSION = { "kms:EncryptionContext:SecretVersionId": "unknown" };

/** Grants, the third way to a key. */
export const grants: Case[] = byWorld(decrypt, [
    granted("a grant to the role with Decrypt suffices", "allowed grant", {}),
    granted("a grant with several operations suffices", "allowed grant", {
        operations: ["Encrypt", "Decrypt"],
    }),
    granted("a grant without Decrypt does not help", LEFT, {
        operations: ["Encrypt", "DescribeKey"],
    }),
    granted("a grant to another role does not help", LEFT, { grantee: `${ROLE}-2` }),
    granted("a grant to an account may be one to its roles", "undetermined possible-allow", {
        grantee: `arn:aws:iam::${ACCOUNT}:root`,
    }),
    granted("a grant to a session may be one to the role's", "undetermined possible-allow", {
        grantee: `arn:aws:sts::${ACCOUNT}:assumed-role/app-execution/x`,
    }),
    granted(
        "a grant to somebody who is not known may be to the role",
        "undetermined possible-allow",
        { grantee: "unknown" },
    ),
    granted(
        "a grant to somebody who is not known yet may be to the role",
        "pending possible-allow",
        { grantee: "pending" },
    ),
    granted(
        "a grant of operations that are not known may be of Decrypt",
        "undetermined possible-allow",
        { operations: "unknown" },
    ),
    granted("a grant with constraints that are not known yet may hold", "pending possible-allow", {
        constraints: "pending",
    }),
    constrained(
        "a constraint on a part of the encryption context holds if the part is equal",
        "allowed grant",
        "subset",
        { SecretARN: SECRET },
        VERSION,
    ),
    constrained(
        "a constraint on a part of the encryption context fails if the part is another",
        LEFT,
        "subset",
        { SecretARN: `${SECRET}x` },
    ),
    constrained("a constraint on a part that is absent fails", LEFT, "subset", {
        PARAMETER_ARN: SECRET,
    }),
    constrained(
        "a constraint in another case is left open, for AWS's pages differ on the names of the context",
        "undetermined possible-allow",
        "subset",
        { secretarn: SECRET },
    ),
    constrained(
        "a constraint on the whole encryption context holds if all is equal",
        "allowed grant",
        "equals",
        { SecretARN: SECRET },
    ),
    constrained(
        "a constraint on the whole encryption context fails if there is more",
        LEFT,
        "equals",
        { SecretARN: SECRET },
        { "kms:EncryptionContext:SecretVersionId": ["1"] },
    ),
    constrained(
        "a constraint on a version of the secret that is not known may hold",
        "undetermined possible-allow",
        "equals",
        { SecretARN: SECRET, SecretVersionId: "1" },
        VERSION,
    ),
    [
        "a grant does not need a statement of the key policy",
        PAGES.keyEvaluation,
        "allowed grant",
        {
            identity: [],
            resource: {
                kind: "key",
                policy: {
                    name: "key",
                    kind: "document",
                    document: { version: "2012-10-17", statements: [] },
                },
                grants: [GRANT],
            },
        },
    ],
    [
        "without a grant to the role, statements decide",
        PAGES.keyEvaluation,
        "denied key-policy",
        {
            identity: own(allowDecrypt()),
            resource: {
                kind: "key",
                policy: {
                    name: "key",
                    kind: "document",
                    document: { version: "2012-10-17", statements: [] },
                },
                grants: [{ ...GRANT, grantee: `${ROLE}-2` }],
            },
        },
    ],
    [
        "a Deny overrides a grant",
        PAGES.keyEvaluation,
        "denied explicit-deny",
        {
            identity: own({ Effect: "Deny", Action: "kms:*", Resource: "*" }),
            resource: { kind: "key", policy: "default", grants: [GRANT] },
        },
    ],
    [
        "one of several grants suffices",
        PAGES.grants,
        "allowed grant",
        {
            identity: [],
            resource: {
                kind: "key",
                policy: "default",
                grants: [{ ...GRANT, name: "others", grantee: `${ROLE}-2` }, GRANT],
            },
        },
    ],
]);

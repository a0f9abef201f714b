import fc from "fast-check";
import type { Fragment } from "./fragments";
import type { Grant, Injection } from "./plan";
import { resourcePolicy, rights } from "./statements";
import { mostly, oneOf } from "./weights";

const grant: fc.Arbitrary<Grant> = fc.record(
    {
        grantee: mostly(oneOf("<role>" as const), 80, oneOf("<other-role>" as const)),
        operations: mostly(
            oneOf(["Decrypt"], ["Decrypt", "DescribeKey"]),
            80,
            oneOf(["Encrypt"], ["GenerateDataKey", "DescribeKey"]),
        ),
        constraint: oneOf(
            { encryptionContextSubset: { "<context>": "<arn>" } },
            { encryptionContextSubset: { "<context>": "<unsuffixed>" } },
            { encryptionContextEquals: { "<context>": "<arn>" } },
        ),
    },
    { requiredKeys: ["grantee", "operations"] },
);

/** Rights to keys by their alias. */
const BY_ALIAS = ["<alias-name>", "alias/db*", "alias/other"].map((alias): Fragment[] => [
    {
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: "arn:aws:kms:*:<account>:key/*",
        Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": alias } },
    },
]);

/** Something to inject. */
export const injection: fc.Arbitrary<Injection> = fc
    .record({
        store: oneOf("secretsmanager" as const, "secretsmanager" as const, "ssm" as const),
        where: mostly(
            oneOf("here" as const),
            88,
            oneOf("another region" as const, "another account" as const),
        ),
        key: mostly(
            oneOf("own" as const, "own" as const, "alias" as const),
            70,
            oneOf("default" as const, "managed alias" as const),
        ),
        reference: oneOf<Injection["reference"]>("arn", "json key", "stage", "partial", "name"),
    })
    .chain(({ store, ...rest }) => {
        const isForeign = store === "secretsmanager" && rest.where === "another account";
        const where = rest.where === "another account" && !isForeign ? "here" : rest.where;
        const key = isForeign ? (rest.key === "alias" ? rest.key : "own") : rest.key;
        const hasKey = key === "own" || key === "alias";
        const none = fc.constant(null);
        return fc.record({
            store: fc.constant(store),
            where: fc.constant(where),
            key: fc.constant(key),
            reference: fc.constant(rest.reference),
            read: rights(store, 4),
            decrypt:
                key === "alias"
                    ? mostly(rights("kms", 15), 75, oneOf(...BY_ALIAS))
                    : rights("kms", hasKey ? 15 : 60),
            secretPolicy:
                store === "ssm"
                    ? none
                    : mostly(resourcePolicy(store, false), isForeign ? 95 : 18, none),
            keyPolicy: hasKey
                ? mostly(resourcePolicy("kms", true), isForeign ? 95 : 35, none)
                : none,
            hasPolicyResources: fc.boolean(),
            grants: hasKey
                ? mostly(fc.constant([]), 80, fc.array(grant, { minLength: 1, maxLength: 2 }))
                : fc.constant([]),
        });
    });

import { ACCOUNT, allowDecrypt, decrypt, KEY, SECRET } from "../fixtures";
import { byWorld, own, withKeyPolicy, type AccessRow, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

const useKey = (
    name: string,
    source: string,
    expected: Expected,
    Condition: unknown,
    context: object = {},
): AccessRow => [
    name,
    source,
    expected,
    { identity: own(allowDecrypt({ Condition })), resource: withKeyPolicy() },
    { context: { ...decrypt.context, ...context } },
];
const LEFT = "denied key-policy-leaves-it-to-identity-policies";
const BOTH = "allowed key-policy-and-identity-policy";
const CONTEXT = "kms:EncryptionContext:SecretARN";

/** Conditions on the use of a key. */
export const keyConditions: Case[] = [
    ...byWorld(decrypt, [
        useKey(
            "kms:ViaService of the store that holds the secret holds",
            PAGES.keyViaService,
            BOTH,
            { StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" } },
        ),
        useKey("kms:ViaService of another store does not hold", PAGES.keyViaService, LEFT, {
            StringEquals: { "kms:ViaService": "ssm.eu-west-1.amazonaws.com" },
        }),
        useKey("kms:ViaService of another region does not hold", PAGES.keyViaService, LEFT, {
            StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
        }),
        useKey("kms:ViaService with a wildcard for the region holds", PAGES.keyViaService, BOTH, {
            StringLike: { "kms:ViaService": "secretsmanager.*.amazonaws.com" },
        }),
        useKey("kms:CallerAccount is the account of the role", PAGES.keyConditions, BOTH, {
            StringEquals: { "kms:CallerAccount": ACCOUNT },
        }),
        useKey(
            "an encryption context that is there and equal holds",
            PAGES.secretEncryption,
            BOTH,
            { StringEquals: { [CONTEXT]: SECRET } },
        ),
        useKey("an encryption context that is there and like holds", PAGES.secretEncryption, BOTH, {
            StringLike: { [CONTEXT]: SECRET.replace("AbCdEf", "*") },
        }),
        useKey(
            "an encryption context of another secret does not hold",
            PAGES.secretEncryption,
            LEFT,
            { StringEquals: { [CONTEXT]: SECRET.replace("db", "api") } },
        ),
        useKey("an encryption context that is absent does not hold", PAGES.keyConditions, LEFT, {
            StringEquals: { "kms:EncryptionContext:PARAMETER_ARN": SECRET },
        }),
        useKey("the names in the encryption context can be asked for", PAGES.keyConditions, BOTH, {
            "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "SecretARN" },
        }),
        useKey(
            "the aliases of a key that are known hold",
            PAGES.keyAliases,
            BOTH,
            { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } },
            { "kms:ResourceAliases": ["alias/app", "alias/b"] },
        ),
        useKey(
            "the aliases of a key that are known do not hold if they are others",
            PAGES.keyAliases,
            LEFT,
            { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } },
            { "kms:ResourceAliases": ["alias/b"] },
        ),
        useKey(
            "the aliases of a key that are not known may hold",
            PAGES.keyAliases,
            "undetermined possible-allow",
            { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } },
        ),
        useKey(
            "several values need ForAllValues or ForAnyValue",
            PAGES.conditionSets,
            "undetermined possible-allow",
            { StringEquals: { "kms:ResourceAliases": "alias/app" } },
            { "kms:ResourceAliases": ["alias/app", "alias/b"] },
        ),
        useKey(
            "the kind of key that AWS fills in is not absent",
            PAGES.keyConditions,
            "undetermined possible-allow",
            { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } },
        ),
        useKey(
            "an ARN in the encryption context may be that of the key's region",
            PAGES.conditionArn,
            BOTH,
            {
                ArnLike: {
                    [CONTEXT]: `arn:aws:secretsmanager:${KEY.split(":")[3]}:*:secret:app/*`,
                },
            },
        ),
    ]),
];

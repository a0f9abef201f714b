import {
    ACCOUNT,
    allowDecrypt,
    allowSecret,
    decrypt,
    KEY,
    PARAMETER,
    readParameter,
    readSecret,
} from "../fixtures";
import {
    byIdentity,
    byWorld,
    own,
    withKeyPolicy,
    withPolicy,
    type AccessRow,
    type Case,
    type IdentityRow,
} from "./case";
import { PAGES } from "./sources";

const parameter = (name: string, expected: IdentityRow[2], Resource: string): IdentityRow => [
    name,
    PAGES.parameterAccess,
    expected,
    { Effect: "Allow", Action: "ssm:GetParameters", Resource },
];
const key = (
    name: string,
    expected: AccessRow[2],
    Resource: unknown,
    source: string = PAGES.keyInIamPolicies,
): AccessRow => [
    name,
    source,
    expected,
    { identity: own(allowDecrypt({ Resource })), resource: withKeyPolicy() },
];
const LEFT = "denied key-policy-leaves-it-to-identity-policies";
const BOTH = "allowed key-policy-and-identity-policy";
const inRegion = (arn: string) => arn.replace("eu-west-1", "us-east-1");

/** What a `Resource` covers of parameters, keys and what is not known. */
export const otherResources: Case[] = [
    ...byIdentity(readParameter, [
        parameter("the ARN of a parameter covers it", "allowed identity-policy", PARAMETER),
        parameter(
            "a path with * covers the parameters below it",
            "allowed identity-policy",
            PARAMETER.replace("token", "*"),
        ),
        parameter(
            "two slashes after parameter cover nothing",
            "denied no-allow",
            PARAMETER.replace("parameter/", "parameter//"),
        ),
        parameter(
            "the name without its path does not cover the parameter",
            "denied no-allow",
            PARAMETER.replace("app/", ""),
        ),
        parameter(
            "the path alone does not cover what is below it",
            "denied no-allow",
            PARAMETER.replace("/token", ""),
        ),
    ]),
    ...byWorld(decrypt, [
        key("the ARN of the key covers it", BOTH, KEY),
        key(
            "an alias does not cover its key",
            LEFT,
            KEY.replace(/key\/.*/, "alias/app"),
            PAGES.keyAliases,
        ),
        key(
            "a wildcard over aliases does not cover a key",
            LEFT,
            KEY.replace(/key\/.*/, "alias/*"),
            PAGES.keyAliases,
        ),
        key("a wildcard over keys covers the key", BOTH, KEY.replace(/key\/.*/, "key/*")),
        key("the bare id of a key is no resource", LEFT, KEY.split("/")[1], PAGES.keyInIamPolicies),
        key("a short arn:aws:kms covers nothing", LEFT, "arn:aws:kms"),
        key(
            "a placeholder for the ARN of the key covers nothing",
            LEFT,
            "${key.arn}",
            PAGES.variables,
        ),
        key(
            "the ARN of a primary key does not cover its replica elsewhere",
            LEFT,
            inRegion(KEY),
            PAGES.keyMultiRegion,
        ),
        key(
            "a wildcard for the region covers primary and replica",
            BOTH,
            KEY.replace("eu-west-1", "*"),
            PAGES.keyMultiRegion,
        ),
    ]),
    ...byWorld(readSecret, [
        [
            "* covers a secret whose ARN is not known",
            PAGES.resource,
            "allowed identity-policy",
            { identity: own(allowSecret({ Resource: "*" })), resource: withPolicy() },
            { resource: "unknown", context: { "aws:ResourceAccount": [ACCOUNT] } },
        ],
        [
            "an ARN may be that of a secret whose ARN is not known",
            PAGES.resource,
            "undetermined possible-allow",
            { identity: own(allowSecret()), resource: withPolicy() },
            { resource: "unknown" },
        ],
        [
            "an ARN may be that of a secret whose ARN is not known yet",
            PAGES.resource,
            "pending possible-allow",
            { identity: own(allowSecret()), resource: withPolicy() },
            { resource: "pending" },
        ],
        [
            "another action does not help, whatever the ARN will be",
            PAGES.action,
            "denied no-allow",
            { identity: own(allowSecret({ Action: "kms:Decrypt" })), resource: withPolicy() },
            { resource: "pending" },
        ],
    ]),
];

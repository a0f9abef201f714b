import { ACCOUNT, allowDecrypt, decrypt, KEY, ROLE, type Statement } from "../fixtures";
import { byWorld, OTHER, withKeyPolicy, type Case, rowsOf } from "./case";
import { PAGES } from "./sources";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const lets = (Principal: unknown, change: Statement = {}) => ({
    Effect: "Allow",
    Principal,
    Action: "kms:*",
    Resource: "*",
    ...change,
});
const { alone, beside } = rowsOf(withKeyPolicy, allowDecrypt());
const caller = (account: string) => ({
    Condition: { StringEquals: { "kms:CallerAccount": account } },
});
const LEFT = "denied key-policy-leaves-it-to-identity-policies";
const BOTH = "allowed key-policy-and-identity-policy";

/** Key policies, without which the role's own count for nothing. */
export const keyPolicy: Case[] = [
    ...byWorld(decrypt, [
        beside(
            "the default key policy leaves the key to the identity policies",
            PAGES.keyDefaultPolicy,
            BOTH,
        ),
        alone("the default key policy alone allows the role nothing", PAGES.keyDefaultPolicy, LEFT),
        beside(
            "a key policy that names the account leaves the key to the identity policies",
            PAGES.keyDefaultPolicy,
            BOTH,
            lets({ AWS: ROOT }),
        ),
        beside(
            "a bare account id names the account",
            PAGES.principal,
            BOTH,
            lets({ AWS: ACCOUNT }),
        ),
        alone(
            "a key policy that names the account alone allows the role nothing",
            PAGES.keyEvaluation,
            LEFT,
            lets({ AWS: ROOT }),
        ),
        beside(
            "a key policy that does not name the account makes identity policies count for nothing",
            PAGES.keyDefaultPolicy,
            "denied key-policy",
            lets({ AWS: `${ROLE}-2` }),
        ),
        beside(
            "a key policy without any statement lets nobody in",
            PAGES.keyPolicy,
            "denied key-policy",
            lets({ AWS: ROOT }, { Action: "kms:DescribeKey" }),
        ),
        beside(
            "a key policy that names another account does not help",
            PAGES.keyPolicy,
            "denied key-policy",
            lets({ AWS: OTHER }),
        ),
        alone(
            "a key policy that names the role suffices",
            PAGES.keyPolicy,
            "allowed key-policy",
            lets({ AWS: ROLE }),
        ),
        alone(
            "a key policy that names the role among others suffices",
            PAGES.keyPolicy,
            "allowed key-policy",
            lets({ AWS: [`${ROLE}-2`, ROLE] }),
        ),
        alone(
            "a key policy that names everybody suffices",
            PAGES.principal,
            "allowed key-policy",
            lets("*"),
        ),
        alone(
            "a key policy for everybody of the account suffices",
            PAGES.keyConditions,
            "allowed key-policy",
            lets({ AWS: "*" }, caller(ACCOUNT)),
        ),
        alone(
            "a key policy for everybody of another account does not help",
            PAGES.keyConditions,
            "denied key-policy",
            lets({ AWS: "*" }, caller(OTHER)),
        ),
        alone(
            "a key policy that allows the role other actions does not help",
            PAGES.keyPolicy,
            "denied key-policy",
            lets({ AWS: ROLE }, { Action: "kms:Encrypt" }),
        ),
        alone(
            "* as the resource of a key policy is the key itself",
            PAGES.keyPolicy,
            "allowed key-policy",
            lets({ AWS: ROLE }, { Resource: "*" }),
        ),
        alone(
            "the key's own ARN is the key itself",
            PAGES.keyPolicy,
            "allowed key-policy",
            lets({ AWS: ROLE }, { Resource: KEY }),
        ),
        alone(
            "a statement of a key policy about another key has no effect",
            PAGES.keyPolicy,
            "denied key-policy",
            lets({ AWS: ROLE }, { Resource: KEY.replace("1111", "2222") }),
        ),
        alone(
            "a statement of a key policy without Resource has no effect",
            PAGES.keyPolicy,
            "denied key-policy",
            lets({ AWS: ROLE }, { Resource: undefined }),
        ),
        alone(
            "a statement of a key policy without Principal is none that AWS takes",
            PAGES.keyPolicy,
            "undetermined possible-allow",
            allowDecrypt(),
        ),
    ]),
];

import { ACCOUNT, allowSecret, readSecret, ROLE, type Statement } from "../fixtures";
import { byWorld, withPolicy, type AccessRow, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const lets = (Principal: unknown, change: Statement = {}) =>
    allowSecret({ Principal, Resource: "*", ...change });
const alone = (
    name: string,
    source: string,
    expected: Expected,
    ...statements: Statement[]
): AccessRow => [name, source, expected, { identity: [], resource: withPolicy(...statements) }];

/** The policies of secrets and buckets, which add to what the role's own allow. */
export const secretPolicy: Case[] = [
    ...byWorld(readSecret, [
        alone(
            "the policy of a secret that names the role suffices within the account",
            PAGES.secretPolicy,
            "allowed resource-policy",
            lets({ AWS: ROLE }),
        ),
        alone(
            "the policy of a secret that names everybody suffices within the account",
            PAGES.principal,
            "allowed resource-policy",
            lets("*"),
        ),
        alone(
            "everybody may be written as an AWS principal",
            PAGES.principal,
            "allowed resource-policy",
            lets({ AWS: "*" }),
        ),
        alone(
            "everybody with a condition on the role's ARN is the role",
            PAGES.principal,
            "allowed resource-policy",
            lets("*", { Condition: { ArnEquals: { "aws:PrincipalArn": ROLE } } }),
        ),
        alone(
            "everybody with a condition on another role's ARN is not the role",
            PAGES.principal,
            "denied no-allow",
            lets("*", { Condition: { ArnEquals: { "aws:PrincipalArn": `${ROLE}-2` } } }),
        ),
        alone(
            "the policy of a secret that names the account leaves it to the identity policies",
            PAGES.principal,
            "denied no-allow",
            lets({ AWS: ROOT }),
        ),
        alone(
            "the policy of a secret that names another role does not help",
            PAGES.principal,
            "denied no-allow",
            lets({ AWS: `${ROLE}-2` }),
        ),
        alone(
            "a principal is compared with regard to case",
            PAGES.principal,
            "denied no-allow",
            lets({ AWS: ROLE.replace("app", "App") }),
        ),
        alone(
            "a principal with a wildcard in its ARN is none that AWS takes",
            PAGES.principal,
            "undetermined possible-allow",
            lets({ AWS: `arn:aws:iam::${ACCOUNT}:role/*` }),
        ),
        alone(
            "a unique id may be that of the role",
            PAGES.principal,
            "undetermined possible-allow",
            lets({ AWS: "AROAEXAMPLEID" }),
        ),
        alone(
            "a session of the role may be the one that Amazon ECS opens",
            PAGES.principal,
            "undetermined possible-allow",
            lets({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/app-execution/x` }),
        ),
        alone(
            "a session of another role is not the role's",
            PAGES.principal,
            "denied no-allow",
            lets({ AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/other/x` }),
        ),
        alone(
            "a service that is named is not the role",
            PAGES.principal,
            "denied no-allow",
            lets({ Service: "ecs-tasks.amazonaws.com" }),
        ),
        alone(
            "NotPrincipal with Allow is not supported",
            PAGES.notPrincipal,
            "undetermined possible-allow",
            lets(undefined, { NotPrincipal: { AWS: `${ROLE}-2` } }),
        ),
    ]),
];

import { article, DECRYPT, keyed, READ, unknown, type AccessThreat } from "./access-threat";
import {
    ACCOUNT,
    add,
    chain,
    policy,
    set,
    SECRET,
    withSecretPolicy,
    withStatement,
    type Change,
} from "./access-threats-edits";

const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`;

/** Gives the execution role a permissions boundary of the stack. */
const withBoundary = (...statements: object[]): Change =>
    chain(
        add("aws:iam/policy:Policy", "boundary", {
            arn: BOUNDARY,
            name: "boundary",
            policy: policy(...statements),
        }),
        set("web-execution-role", { permissionsBoundary: BOUNDARY }),
    );

const denied = (elements: object): Change =>
    withStatement({ Effect: "Deny", Resource: "*", ...elements });

const ofCluster = { Action: "ecs:*", Resource: "*", Effect: "Allow" };

/** What forbids the execution role what it is allowed. */
export const DENIALS: readonly AccessThreat[] = [
    keyed("denies it to read secrets", denied({ Action: "secretsmanager:*" }), [READ], "words"),
    keyed(
        "denies it to read this secret",
        denied({ Action: "secretsmanager:GetSecretValue", Resource: SECRET }),
        [READ],
        "words",
    ),
    keyed(
        "denies it all but another secret",
        denied({ Action: "secretsmanager:Get*", Resource: undefined, NotResource: `${SECRET}-2` }),
        [READ],
        "words",
    ),
    keyed(
        "denies it what no AWS service asks for",
        denied({
            NotAction: "kms:*",
            Condition: { Bool: { "aws:ViaAWSService": "false" } },
        }),
        [READ],
        "words",
    ),
    keyed(
        "denies it what an AWS service asks for",
        denied({ Action: "*", Condition: { Bool: { "aws:ViaAWSService": "true" } } }),
        [DECRYPT],
        "words",
    ),
    keyed(
        "denies it the key through another store than one",
        denied({
            Action: "kms:Decrypt",
            Condition: { StringNotEquals: { "kms:ViaService": "ssm.us-east-1.amazonaws.com" } },
        }),
        [DECRYPT],
        "words",
    ),
    article(
        "denies it to read parameters",
        denied({ Action: "ssm:GetParameter*" }),
        [READ],
        "words",
    ),
    article(
        "denies it everything",
        denied({ Action: "*" }),
        [DECRYPT, DECRYPT, READ, READ],
        "words",
    ),
    keyed(
        "denies it what cannot be known: what comes from other networks",
        denied({
            Action: "secretsmanager:*",
            Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
        }),
        [unknown(READ)],
        "words",
    ),
    keyed(
        "denies everybody the secret, in its own policy",
        withSecretPolicy({ Effect: "Deny", Principal: "*", Action: "secretsmanager:*" }),
        [READ],
        "words",
    ),
    keyed(
        "denies all but another role the secret, in its own policy",
        withSecretPolicy({
            Effect: "Deny",
            Principal: "*",
            Action: "secretsmanager:GetSecretValue",
            Condition: {
                ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/admin` },
            },
        }),
        [READ],
        "words",
    ),
    article(
        "gives it a boundary for something else",
        withBoundary(ofCluster),
        [DECRYPT, READ, READ],
        "words",
    ),
    article(
        "gives it a boundary without the key",
        withBoundary(
            { ...ofCluster, Action: "secretsmanager:*" },
            { ...ofCluster, Action: "ssm:Get*" },
        ),
        [DECRYPT],
        "words",
    ),
    keyed(
        "gives it a boundary without secrets",
        withBoundary({ ...ofCluster, Action: ["kms:*", "ssm:*"] }),
        [READ],
        "words",
    ),
    keyed(
        "gives it a boundary that denies the key",
        withBoundary(
            { ...ofCluster, Action: "*" },
            { ...ofCluster, Action: "kms:Decrypt", Effect: "Deny" },
        ),
        [DECRYPT],
        "words",
    ),
    keyed(
        "gives it a boundary of another stack",
        set("web-execution-role", { permissionsBoundary: BOUNDARY }),
        [unknown(DECRYPT), unknown(READ)],
        "words",
    ),
];

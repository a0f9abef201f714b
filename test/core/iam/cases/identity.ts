import {
    allowSecret,
    KEY,
    PARAMETER,
    readParameter,
    readSecret,
    SECRET,
    UNKNOWN,
} from "../fixtures";
import { byIdentity, type Case } from "./case";
import { PAGES } from "./sources";

const withoutAction = (change: object) => {
    const { Action: _, ...rest } = allowSecret();
    return { ...rest, ...change };
};
const withoutResource = (change: object) => {
    const { Resource: _, ...rest } = allowSecret();
    return { ...rest, ...change };
};
const ssm = (Action: unknown) => ({ Effect: "Allow", Action, Resource: PARAMETER });

/** Actions, effects and what the policies of a role say together. */
export const identity: Case[] = [
    ...byIdentity(readSecret, [
        [
            "the exact action on the complete ARN suffices",
            PAGES.secretInTask,
            "allowed identity-policy",
            allowSecret(),
        ],
        [
            "actions are compared without regard to case",
            PAGES.action,
            "allowed identity-policy",
            allowSecret({ Action: "SecretsManager:getsecretvalue" }),
        ],
        [
            "* in an action stands for any characters",
            PAGES.action,
            "allowed identity-policy",
            allowSecret({ Action: "secretsmanager:Get*" }),
        ],
        [
            "? in an action stands for one character",
            PAGES.action,
            "allowed identity-policy",
            allowSecret({ Action: "secretsmanager:GetSecretValu?" }),
        ],
        [
            "? in an action does not stand for two characters",
            PAGES.action,
            "denied no-allow",
            allowSecret({ Action: "secretsmanager:GetSecretVal?" }),
        ],
        [
            "* alone is every action",
            PAGES.action,
            "allowed identity-policy",
            allowSecret({ Action: "*" }),
        ],
        [
            "one of several actions suffices",
            PAGES.action,
            "allowed identity-policy",
            allowSecret({ Action: ["kms:Decrypt", "secretsmanager:GetSecretValue"] }),
        ],
        [
            "secretsmanager:DescribeSecret does not read the value",
            PAGES.secretInTask,
            "denied no-allow",
            allowSecret({ Action: "secretsmanager:DescribeSecret" }),
        ],
        [
            "an action of another service with the same name does not count",
            PAGES.action,
            "denied no-allow",
            allowSecret({ Action: "ssm:GetSecretValue" }),
        ],
        [
            "an action that is not known yet may be the right one",
            PAGES.action,
            "pending possible-allow",
            allowSecret({ Action: UNKNOWN }),
        ],
        [
            "NotAction allows what it does not name",
            PAGES.notAction,
            "allowed identity-policy",
            withoutAction({ NotAction: "iam:*" }),
        ],
        [
            "NotAction does not allow what it names",
            PAGES.notAction,
            "denied no-allow",
            withoutAction({ NotAction: ["iam:*", "secretsmanager:*"] }),
        ],
        [
            "NotResource allows on what it does not name",
            PAGES.notResource,
            "allowed identity-policy",
            withoutResource({ NotResource: KEY }),
        ],
        [
            "NotResource does not allow on what it names",
            PAGES.notResource,
            "denied no-allow",
            withoutResource({ NotResource: SECRET }),
        ],
        [
            "an effect that is not known yet may be Allow",
            PAGES.effect,
            "pending possible-allow",
            allowSecret({ Effect: UNKNOWN }),
        ],
        [
            "a Sid that repeats in a policy is no obstacle to its second statement",
            PAGES.sid,
            "allowed identity-policy",
            [allowSecret({ Sid: "A", Action: "a:B" }), allowSecret({ Sid: "A" })],
        ],
        [
            "a Principal does not belong into an identity policy",
            PAGES.principal,
            "undetermined possible-allow",
            allowSecret({ Principal: "*" }),
        ],
    ]),
    ...byIdentity(readParameter, [
        [
            "ssm:GetParameters is what Amazon ECS calls",
            PAGES.executionRole,
            "allowed identity-policy",
            ssm("ssm:GetParameters"),
        ],
        [
            "ssm:GetParameter alone does not help",
            PAGES.executionRole,
            "denied no-allow",
            ssm("ssm:GetParameter"),
        ],
        [
            "ssm:GetParametersByPath alone does not help",
            PAGES.executionRole,
            "denied no-allow",
            ssm("ssm:GetParametersByPath"),
        ],
        [
            "ssm:GetParameter* covers the plural",
            PAGES.action,
            "allowed identity-policy",
            ssm("ssm:GetParameter*"),
        ],
    ]),
];

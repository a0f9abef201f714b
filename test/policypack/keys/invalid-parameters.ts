import type { Stack } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { KEY, NAME, PARAMETER_ANSWER, SECRET_ANSWER, withKey, withParameter } from "./stack";

const NOT_USED =
    "keyId: the parameter is of type String, which nothing encrypts: the key is not used. Give it type SecureString, or take the key away.";

const row = (name: string, stack: Stack, ...messages: string[]): ReportedRow => ({
    name,
    stack,
    messages,
    resource: "parameter",
});

/** What the policy on keys stops, of parameters, and where a team wants that. */
export const invalidParameters: ReportedRow[] = [
    row(
        "a parameter whose key is disabled",
        {
            ...withParameter({ keyId: KEY }, { keyId: ["key"] }),
            key: withKey({ isEnabled: false }).key,
        },
        `keyId: key key is disabled (isEnabled: false). Enable it, or use another key. ${PARAMETER_ANSWER}`,
    ),
    row(
        "a parameter with the key that AWS manages for secrets",
        withParameter({ keyId: "alias/aws/secretsmanager" }),
        `keyId: alias/aws/secretsmanager is the key that AWS manages for another service. Take alias/aws/ssm, or a key of your own. ${PARAMETER_ANSWER}`,
    ),
    row("a plain parameter with a key", withParameter({ type: "String", keyId: KEY }), NOT_USED),
    row(
        "a plain parameter with a key that is not known yet",
        withParameter({ type: "String", keyId: UNKNOWN }, { keyId: ["key"] }),
        NOT_USED,
    ),
    {
        name: "what is suspected, where a team wants that",
        stack: withKey(
            { isEnabled: undefined, keyState: "PendingImport" },
            "aws:kms/externalKey:ExternalKey",
        ),
        config: { [NAME]: { suspected: "mandatory" } },
        messages: [
            `suspected: kmsKeyId: key key has no key material yet, as Pulumi last saw it. Use a key that is enabled; pulumi refresh looks again. ${SECRET_ANSWER}`,
        ],
        resource: "secret",
    },
];

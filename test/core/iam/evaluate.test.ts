import assert from "node:assert/strict";
import { evaluateIdentity, type AccessRequest } from "../../../core/iam";
import { tableOf, type Row } from "./evaluate-table";
import {
    ACCOUNT,
    allowDecrypt,
    allowSecret,
    decrypt,
    KEY,
    PARAMETER,
    policy,
    readParameter,
    readSecret,
    SECRET,
} from "./fixtures";

const parameterRows: Row[] = [
    [
        "ssm:GetParameters",
        "allowed",
        { Effect: "Allow", Action: "ssm:GetParameters", Resource: PARAMETER },
    ],
    [
        "ssm:GetParameter alone",
        "denied",
        { Effect: "Allow", Action: "ssm:GetParameter", Resource: PARAMETER },
    ],
    [
        "two slashes after parameter",
        "denied",
        {
            Effect: "Allow",
            Action: "ssm:GetParameters",
            Resource: PARAMETER.replace("parameter/", "parameter//"),
        },
    ],
    [
        "a wildcard over the path",
        "allowed",
        { Effect: "Allow", Action: "ssm:Get*", Resource: PARAMETER.replace("app/token", "*") },
    ],
];

const keyRows: Row[] = [
    ["kms:Decr*", "allowed", allowDecrypt({ Action: "kms:Decr*" })],
    [
        "kms:EncryptionContext:SecretARN that is equal",
        "allowed",
        allowDecrypt({
            Condition: { StringEquals: { "kms:EncryptionContext:SecretARN": SECRET } },
        }),
    ],
    [
        "kms:ViaService of another store",
        "denied",
        allowDecrypt({
            Condition: { StringEquals: { "kms:ViaService": "ssm.eu-west-1.amazonaws.com" } },
        }),
    ],
    ["a short arn:aws:kms", "denied", allowDecrypt({ Resource: "arn:aws:kms" })],
    ["${key.arn}", "denied", allowDecrypt({ Resource: "${key.arn}" })],
    ["an alias", "denied", allowDecrypt({ Resource: KEY.replace(/key\/.*/, "alias/app") })],
    [
        "aliases that are unknown",
        "undetermined",
        allowDecrypt({
            Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } },
        }),
    ],
];

describe("evaluateIdentity", () => {
    tableOf("reading a parameter", readParameter, parameterRows);
    tableOf("using a key", decrypt, keyRows);
    tableOf(
        "reading a secret whose ARN is unknown",
        { ...readSecret, resource: "unknown", context: {} },
        [
            ["a wildcard", "allowed", allowSecret({ Resource: "*" })],
            ["an ARN that may be the secret's", "undetermined", allowSecret()],
            ["another action", "denied", allowSecret({ Action: "ssm:GetParameters" })],
        ],
    );
    tableOf("using a key whose ARN is unknown", { ...decrypt, resource: "unknown" }, [
        ["an alias", "denied", allowDecrypt({ Resource: KEY.replace(/key\/.*/, "alias/app") })],
    ]);

    it("is denied without any policy", () => {
        assert.equal(evaluateIdentity(readSecret, []).answer, "denied");
    });

    it("is undetermined with a policy that is not known, and names it", () => {
        assert.deepEqual(
            evaluateIdentity(readSecret, [{ name: "team", kind: "unknown", why: "another stack" }]),
            {
                answer: "undetermined",
                reason: "unknown-policy",
                explanation: `a policy of the role may allow secretsmanager:GetSecretValue on ${SECRET}; not known: the policy team (another stack).`,
                missing: ["the policy team (another stack)"],
                isPending: false,
            },
        );
    });

    it("says which statement allows", () => {
        assert.deepEqual(evaluateIdentity(readSecret, [policy(allowSecret({ Sid: "ReadDb" }))]), {
            answer: "allowed",
            reason: "identity-policy",
            explanation: `statement ReadDb of the policy inline allows secretsmanager:GetSecretValue on ${SECRET}.`,
            policy: "inline",
            sid: "ReadDb",
        });
    });

    const nearMisses: [string, AccessRequest, Record<string, unknown>, string][] = [
        [
            "a JSON key suffix",
            readSecret,
            allowSecret({ Resource: `${SECRET}:password::` }),
            "allows the action but names the ARN with its JSON key suffix",
        ],
        [
            "a partial ARN",
            readSecret,
            allowSecret({ Resource: SECRET.slice(0, -7) }),
            "allows the action but names the ARN without the six characters that AWS appends to the name",
        ],
        [
            "another region",
            readSecret,
            allowSecret({ Resource: SECRET.replace("eu-west-1", "eu-west-2") }),
            "allows the action but names the region `eu-west-2` in the ARN",
        ],
        [
            "an object made text",
            readSecret,
            allowSecret({ Resource: "[object Object]" }),
            "allows the action but names `[object Object]`, an object that was turned into text",
        ],
        [
            "a placeholder",
            decrypt,
            allowDecrypt({ Resource: "${key.arn}" }),
            "allows the action but holds the placeholder `${key.arn}`, which stands for nothing here",
        ],
        [
            "half an ARN",
            decrypt,
            allowDecrypt({ Resource: "arn:aws:kms" }),
            "allows the action but names `arn:aws:kms`, which is only the beginning of an ARN",
        ],
        [
            "the singular",
            readParameter,
            { Effect: "Allow", Action: "ssm:GetParameter", Resource: "*" },
            "covers the resource but allows ssm:GetParameter, not ssm:GetParameters",
        ],
        [
            "two slashes",
            readParameter,
            {
                Effect: "Allow",
                Action: "ssm:GetParameters",
                Resource: PARAMETER.replace("parameter/", "parameter//"),
            },
            `allows the action but names \`${PARAMETER.replace("parameter/", "parameter//")}\`, with two slashes after \`parameter\``,
        ],
        [
            "a condition",
            decrypt,
            allowDecrypt({
                Condition: { StringEquals: { "kms:ViaService": "ssm.eu-west-1.amazonaws.com" } },
            }),
            "allows the action but only if StringEquals kms:ViaService ssm.eu-west-1.amazonaws.com, while kms:ViaService is secretsmanager.eu-west-1.amazonaws.com",
        ],
    ];
    for (const [name, request, statement, lack] of nearMisses) {
        it(`tells of a statement that nearly allows, but for ${name}`, () => {
            const verdict = evaluateIdentity(request, [policy({ Sid: "Near", ...statement })]);
            assert.deepEqual(verdict.answer === "denied" && verdict.nearMisses, [
                `statement Near of the policy inline ${lack}`,
            ]);
        });
    }

    it("takes no time on a pattern made to take long", () => {
        const Resource = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:${"*a".repeat(500)}b`;
        const resource = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:${"a".repeat(5000)}`;
        const verdict = evaluateIdentity({ ...readSecret, resource }, [
            policy(allowSecret({ Resource })),
        ]);
        assert.equal(verdict.answer, "denied");
    }).timeout(2000);
});

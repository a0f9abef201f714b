import assert from "node:assert/strict";
import { evaluateIdentity, type AccessRequest, type Verdict } from "../../../core/iam";
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
    UNKNOWN,
} from "./fixtures";

type Answer = Verdict["answer"];
type Row = [name: string, answer: Answer, statements: unknown, version?: string];

const deny = { Effect: "Deny", Action: "*", Resource: "*" };
const without = (element: string, change: Record<string, unknown>) => {
    const { [element]: _, ...rest } = allowSecret();
    return { ...rest, ...change };
};
const when = (Condition: unknown) => allowSecret({ Condition });
const denyWhen = (Condition: unknown) => [allowSecret(), { ...deny, Condition }];

const secretRows: Row[] = [
    ["the exact action and ARN", "allowed", allowSecret()],
    [
        "an action in other case",
        "allowed",
        allowSecret({ Action: "SECRETSMANAGER:getsecretvalue" }),
    ],
    [
        "a list of actions and of resources",
        "allowed",
        [allowSecret({ Action: ["a:B", "secretsmanager:Get*"], Resource: [KEY, SECRET] })],
    ],
    ["secretsmanager:Get*", "allowed", allowSecret({ Action: "secretsmanager:Get*" })],
    ["? in an action", "allowed", allowSecret({ Action: "secretsmanager:GetSecretValu?" })],
    [
        "six ? for the random characters",
        "allowed",
        allowSecret({
            Resource: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:app/db-??????`,
        }),
    ],
    [
        "five ? for the six random characters",
        "denied",
        allowSecret({
            Resource: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:app/db-?????`,
        }),
    ],
    [
        "a wildcard across the / and : of the resource",
        "allowed",
        allowSecret({ Resource: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:s*b-AbCdEf` }),
    ],
    ["the short form arn:aws:*", "allowed", allowSecret({ Resource: "arn:aws:*" })],
    ["the short form of another service", "denied", allowSecret({ Resource: "arn:aws:ssm:*" })],
    [
        "a wildcard that would have to cross one of the first five parts",
        "denied",
        allowSecret({ Resource: `arn:aws:*:${ACCOUNT}:secret:app/db-AbCdEf` }),
    ],
    [
        "wildcards in region and account",
        "allowed",
        allowSecret({ Resource: "arn:aws:secretsmanager:*:*:secret:app/*" }),
    ],
    [
        "a resource in other case",
        "denied",
        allowSecret({ Resource: SECRET.replace("app/db", "App/db") }),
    ],
    [
        "the ARN with its JSON key suffix",
        "denied",
        allowSecret({ Resource: `${SECRET}:password::` }),
    ],
    [
        "the ARN without the random characters",
        "denied",
        allowSecret({ Resource: SECRET.slice(0, -7) }),
    ],
    ["foo as the resource", "denied", allowSecret({ Resource: "foo" })],
    ["[object Object] as the resource", "denied", allowSecret({ Resource: "[object Object]" })],
    ["${key.arn} as the resource", "denied", allowSecret({ Resource: "${key.arn}" })],
    [
        "${key.arn} as the resource in 2008",
        "denied",
        allowSecret({ Resource: "${key.arn}" }),
        "2008-10-17",
    ],
    ["a short ARN as the resource", "denied", allowSecret({ Resource: "arn:aws:secretsmanager" })],
    ["an unknown in the resource", "undetermined", allowSecret({ Resource: `${UNKNOWN}` })],
    [
        "an unknown inside the resource",
        "undetermined",
        allowSecret({ Resource: `${SECRET}${UNKNOWN}` }),
    ],
    [
        "an unknown beside the right resource",
        "allowed",
        allowSecret({ Resource: [UNKNOWN, SECRET] }),
    ],
    [
        "an unknown action on another resource",
        "denied",
        allowSecret({ Action: UNKNOWN, Resource: KEY }),
    ],
    ["an unknown effect", "undetermined", allowSecret({ Effect: UNKNOWN })],
    [
        "an unknown effect of another action",
        "denied",
        allowSecret({ Effect: UNKNOWN, Action: "a:B" }),
    ],
    ["an unknown statement", "undetermined", [UNKNOWN]],
    ["an unknown statement beside an allow", "undetermined", [UNKNOWN, allowSecret()]],
    ["an unknown statement beside a deny", "denied", [UNKNOWN, deny]],
    ["an unknown condition", "undetermined", when(UNKNOWN)],
    ["an unknown condition key", "undetermined", when({ StringEquals: { [UNKNOWN]: "a" } })],
    [
        "an unknown condition value",
        "undetermined",
        when({ StringEquals: { "aws:ResourceTag/team": UNKNOWN } }),
    ],
    [
        "an unknown condition value beside the right one",
        "allowed",
        when({ StringEquals: { "aws:ResourceTag/team": [UNKNOWN, "app"] } }),
    ],
    ["NotAction of another service", "allowed", without("Action", { NotAction: "iam:*" })],
    [
        "NotAction of the action",
        "denied",
        without("Action", { NotAction: ["iam:*", "secretsmanager:Get*"] }),
    ],
    ["an unknown NotAction", "undetermined", without("Action", { NotAction: ["iam:*", UNKNOWN] })],
    ["NotResource of another secret", "allowed", without("Resource", { NotResource: KEY })],
    ["NotResource of the secret", "denied", without("Resource", { NotResource: [KEY, SECRET] })],
    ["NotResource that is no ARN", "undetermined", without("Resource", { NotResource: "foo" })],
    ["an unknown NotResource", "undetermined", without("Resource", { NotResource: UNKNOWN })],
    ["no Resource at all", "undetermined", without("Resource", {})],
    [
        "a Principal, which an identity policy may not have",
        "undetermined",
        allowSecret({ Principal: "*" }),
    ],
    ["a Deny beside the allow", "denied", [allowSecret(), deny]],
    [
        "a Deny of another action",
        "allowed",
        [allowSecret(), { ...deny, Action: "secretsmanager:Put*" }],
    ],
    [
        "a Deny by NotAction",
        "denied",
        [allowSecret(), { Effect: "Deny", NotAction: "ssm:*", Resource: "*" }],
    ],
    [
        "a Deny of what is not in NotResource",
        "denied",
        [allowSecret(), { Effect: "Deny", Action: "*", NotResource: KEY }],
    ],
    [
        "a Deny with an operator that is not evaluated",
        "undetermined",
        denyWhen({ NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } }),
    ],
    [
        "a Deny on an unknown resource",
        "undetermined",
        [allowSecret(), { ...deny, Resource: UNKNOWN }],
    ],
    [
        "a Deny on an unknown tag",
        "undetermined",
        denyWhen({ StringEquals: { "aws:ResourceTag/owner": "x" } }),
    ],
    ["a Deny without TLS", "allowed", denyWhen({ Bool: { "aws:SecureTransport": "false" } })],
    ["a Deny that may apply, and no allow", "denied", [{ ...deny, Resource: UNKNOWN }]],
    [
        "a Sid that repeats",
        "allowed",
        [allowSecret({ Sid: "A", Action: "a:B" }), allowSecret({ Sid: "A" })],
    ],
    [
        "an allow with an operator that is not evaluated",
        "undetermined",
        when({ DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }),
    ],
    [
        "an organisation that the program does not say",
        "undetermined",
        when({ StringEquals: { "aws:PrincipalOrgID": "o-example" } }),
    ],
    [
        "a policy variable of the role's tags",
        "allowed",
        allowSecret({ Resource: SECRET.replace("app/", "${aws:PrincipalTag/team}/") }),
    ],
    [
        "a policy variable in other case",
        "allowed",
        allowSecret({ Resource: SECRET.replace("app/", "${AWS:principaltag/TEAM}/") }),
    ],
    [
        "a policy variable in 2008",
        "denied",
        allowSecret({ Resource: SECRET.replace("app/", "${aws:PrincipalTag/team}/") }),
        "2008-10-17",
    ],
    [
        "a policy variable that is absent",
        "denied",
        allowSecret({ Resource: SECRET.replace("app/", "${aws:username}/") }),
    ],
    [
        "a policy variable that is absent, with a default",
        "allowed",
        allowSecret({ Resource: SECRET.replace("app/", "${aws:username, 'app'}/") }),
    ],
    [
        "a policy variable that is unknown",
        "undetermined",
        allowSecret({ Resource: SECRET.replace("app/", "${aws:ResourceTag/owner}/") }),
    ],
    [
        "${*}, which is no wildcard",
        "denied",
        allowSecret({ Resource: SECRET.replace("app/", "${*}/") }),
    ],
    [
        "${?}, which is no wildcard",
        "denied",
        allowSecret({ Resource: SECRET.replace("AbCdEf", "${?}bCdEf") }),
    ],
];

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

function tableOf(title: string, request: AccessRequest, rows: readonly Row[]): void {
    describe(title, () => {
        for (const [name, answer, statements, version] of rows) {
            it(`is ${answer} by ${name}`, () => {
                const verdict = evaluateIdentity(request, [policy(statements, version)]);
                assert.equal(verdict.answer, answer, JSON.stringify(verdict));
                assert.match(verdict.explanation, /^\S.*\.$/s);
            });
        }
    });
}

describe("evaluateIdentity", () => {
    tableOf("reading a secret", readSecret, secretRows);
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

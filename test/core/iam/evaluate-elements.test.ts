import { tableOf, type Row } from "./evaluate-table";
import { allowSecret, KEY, readSecret, SECRET, UNKNOWN } from "./fixtures";

const deny = { Effect: "Deny", Action: "*", Resource: "*" };
const without = (element: string, change: Record<string, unknown>) => {
    const { [element]: _, ...rest } = allowSecret();
    return { ...rest, ...change };
};
const when = (Condition: unknown) => allowSecret({ Condition });
const denyWhen = (Condition: unknown) => [allowSecret(), { ...deny, Condition }];

const rows: Row[] = [
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
];

describe("evaluateIdentity", () => {
    tableOf("reading a secret", readSecret, rows);
});

import { tableOf, type Row } from "./evaluate-table";
import { ACCOUNT, allowSecret, KEY, readSecret, SECRET } from "./fixtures";

const matching: Row[] = [
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
        "a wildcard that would have to reach beyond a colon, as AWS says that it can",
        "undetermined",
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
];

const variables: Row[] = [
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

describe("evaluateIdentity", () => {
    tableOf("reading a secret", readSecret, [...matching, ...variables]);
});

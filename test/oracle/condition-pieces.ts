import { conditionHolds } from "./condition";
import type { Random } from "./random";
import { Reading } from "./readings";
import type { Setting } from "./setting";
import type { ConditionJson, OneOrMany, Scalar } from "./world";

/** For a family: its operators, and for its keys values of which some fit and some miss. */
interface Family {
    readonly operators: readonly string[];
    readonly values: Readonly<Record<string, readonly Scalar[]>>;
    readonly weight: number;
}

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-AbCdEf";
const ROLE = "arn:aws:iam::123456789012:role/app";

const strings: Family["values"] = {
    "aws:PrincipalTag/team": ["app", "App", "web", "${aws:ResourceTag/team}", "ap?", "*"],
    "aws:ResourceTag/team": [
        "app",
        "web",
        "${aws:PrincipalTag/team}",
        "${aws:PrincipalTag/none}",
        "${aws:PrincipalTag/squad, 'app'}",
        "a*",
    ],
    "AWS:principaltag/ENV": ["prod", "PROD", "test", "p*"],
    "aws:PrincipalAccount": ["123456789012", "210987654321", "1234*"],
    "aws:PrincipalOrgID": ["o-1234567890", "*"],
    "aws:SourceVpce": ["vpce-1a2b3c4d"],
    "kms:ViaService": [
        "secretsmanager.eu-west-1.amazonaws.com",
        "ssm.eu-west-1.amazonaws.com",
        "secretsmanager.*.amazonaws.com",
    ],
    "kms:CallerAccount": ["123456789012", "210987654321"],
    "kms:EncryptionContext:SecretARN": [SECRET, `${SECRET.slice(0, -6)}??????`, `${SECRET}x`],
    "kms:EncryptionContext:PARAMETER_ARN": ["arn:aws:ssm:eu-west-1:123456789012:parameter/app/db"],
    "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_256"],
    "secretsmanager:VersionStage": ["AWSCURRENT", "AWSPREVIOUS", "AWSCURRENt"],
    "secretsmanager:SecretId": [SECRET, `${SECRET.slice(0, -7)}*`, "app/db"],
    "app:Label": ["a*b", "a${*}b", "a?b", "a${?}b", "axb"],
};

const FAMILIES: readonly Family[] = [
    {
        weight: 8,
        operators: [
            "StringEquals",
            "StringEquals",
            "StringNotEquals",
            "StringLike",
            "StringLike",
            "StringNotLike",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
        ],
        values: strings,
    },
    {
        weight: 3,
        operators: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
        values: {
            "aws:PrincipalArn": [
                ROLE,
                "arn:aws:iam::123456789012:role/*",
                "arn:aws:iam::*:role/${aws:PrincipalTag/team}",
                "arn:aws:iam::210987654321:role/app",
            ],
            "aws:SourceArn": ["arn:aws:ecs:eu-west-1:123456789012:*"],
            "app:Source": [
                "arn:aws:ecs:*:*:task/*",
                "arn:aws:ecs:us-east-1:*:task/*",
                "arn:aws:ecs:eu-west-1:123456789012:task/app/????",
            ],
            "kms:EncryptionContext:SecretARN": [SECRET, "arn:aws:secretsmanager:*:*:secret:app/*"],
        },
    },
    {
        weight: 1,
        operators: ["Bool"],
        values: {
            "aws:SecureTransport": ["true", "false", true, false],
            "aws:ViaAWSService": ["true", "false"],
        },
    },
    {
        weight: 1,
        operators: ["BinaryEquals"],
        values: { "app:Blob": ["QmluYXJ5", "b3RoZXI="] },
    },
    {
        weight: 2,
        operators: [
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
        ],
        values: {
            "app:Size": ["10", 10, "10.0", "9", "11"],
            "aws:MultiFactorAuthAge": ["300"],
        },
    },
    {
        weight: 2,
        operators: [
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
        ],
        values: {
            "aws:CurrentTime": [
                "2026-03-01T12:00:00Z",
                "2026-03-01T14:00:00+02:00",
                "2026-03-02T00:00:00Z",
                "1772366399",
            ],
            "aws:EpochTime": ["1772366400", "2026-03-01T11:59:59Z", "2030-01-01T00:00:00Z"],
        },
    },
    {
        weight: 2,
        operators: ["IpAddress", "NotIpAddress"],
        values: {
            "aws:SourceIp": [
                "10.0.0.0/8",
                "10.0.1.5",
                "10.0.1.4/31",
                "10.0.1.6/31",
                "192.0.2.0/24",
                "2001:db8::/32",
                "2001:db8:1::/48",
                "0.0.0.0/0",
            ],
            "aws:VpcSourceIp": ["10.0.0.0/8"],
        },
    },
    {
        weight: 2,
        operators: ["Null"],
        values: {
            "aws:PrincipalTag/team": ["true", "false"],
            "aws:TokenIssueTime": ["true", "false"],
            "kms:EncryptionContext:SecretARN": ["true", "false"],
        },
    },
];

const WEIGHTED = FAMILIES.flatMap((family) => Array.from({ length: family.weight }, () => family));

const sets: Readonly<Record<string, readonly string[]>> = {
    "aws:TagKeys": ["team", "env", "owner", "t*"],
    "kms:ResourceAliases": ["alias/app", "alias/app-2", "alias/app*", "alias/other"],
    "app:Absent": ["x"],
};

function anyTest(random: Random, setting: Setting): ConditionJson {
    if (random.happens(0.15)) {
        const key = random.one(Object.keys(sets));
        const prefix = random.happens(0.9) ? `For${random.one(["All", "Any"])}` : "";
        const set = prefix === "" ? "" : `${prefix}${prefix === "ForAny" ? "Value" : "Values"}:`;
        const operator = random.one(["StringEquals", "StringLike", "StringNotEquals"]);
        const ifExists = random.happens(0.2) ? "IfExists" : "";
        const values = sets[key] ?? [];
        return { [`${set}${operator}${ifExists}`]: { [key]: random.oneOrAmong(values, values) } };
    }
    const { operators, values } = random.one(WEIGHTED);
    const operator = random.one(operators);
    const keys = Object.keys(values);
    const known = keys.filter(
        (key) => setting.context[key] !== undefined || /Tag|Principal/.test(key),
    );
    const key = random.one(known.length > 0 && random.happens(0.8) ? known : keys);
    const wanted: OneOrMany<Scalar> = random.oneOrAmong(values[key] ?? [], values[key] ?? []);
    const ifExists = operator !== "Null" && random.happens(0.15) ? "IfExists" : "";
    const prefix = operator !== "Null" && random.happens(0.04) ? "ForAllValues:" : "";
    return { [`${prefix}${operator}${ifExists}`]: { [key]: wanted } };
}

/** A condition that (mostly) holds in the setting, or that does not. */
export function conditionFor(
    random: Random,
    setting: Setting,
    fits: boolean,
    version: string,
): ConditionJson {
    const facts = new Map<string, readonly string[]>([
        ["aws:principalarn", [setting.role]],
        ["aws:principalaccount", [setting.roleAccount]],
    ]);
    Object.entries(setting.tags).forEach(([tag, value]) =>
        facts.set(`aws:principaltag/${tag}`, [value]),
    );
    Object.entries(setting.context).forEach(([key, values]) =>
        facts.set(key.toLowerCase(), values),
    );
    let condition: ConditionJson = {};
    for (let attempt = 0; attempt < 8; attempt += 1) {
        condition = anyTest(random, setting);
        if (conditionHolds(condition, facts, version, new Reading()) === fits) {
            break;
        }
    }
    return random.happens(0.25) && fits
        ? { ...condition, ...conditionFor(random, setting, true, version) }
        : condition;
}

import assert from "node:assert/strict";
import fc from "fast-check";
import { parseValueFrom, renderValueFrom, type SecretReference } from "../../core";
import { secretReferences } from "../support/arbitraries";

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const PARAMETER = "arn:aws:ssm:eu-west-1:123456789012:parameter";
const secret = (part: object = {}, arn = SECRET): SecretReference => ({
    store: "secretsmanager",
    arn,
    ...part,
});

describe("parseValueFrom reads", () => {
    const forms: [string, string, SecretReference][] = [
        ["a whole secret", SECRET, secret()],
        ["a JSON key", `${SECRET}:key::`, secret({ jsonKey: "key" })],
        ["a JSON key with a space", `${SECRET}:my key::`, secret({ jsonKey: "my key" })],
        ["a version stage", `${SECRET}::AWSPREVIOUS:`, secret({ versionStage: "AWSPREVIOUS" })],
        ["a version id", `${SECRET}:::11111111`, secret({ versionId: "11111111" })],
        [
            "a JSON key of a version",
            `${SECRET}:key::11111111`,
            secret({ jsonKey: "key", versionId: "11111111" }),
        ],
        [
            "a JSON key of a stage",
            `${SECRET}:key:AWSPENDING:`,
            secret({ jsonKey: "key", versionStage: "AWSPENDING" }),
        ],
        ["three empty fields as the whole secret", `${SECRET}:::`, secret()],
        [
            "a secret that Amazon RDS manages, whose name holds an exclamation mark",
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-0123-AbCdEf",
            secret({}, "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-0123-AbCdEf"),
        ],
        ...["aws-cn:secretsmanager:cn-north-1", "aws-us-gov:secretsmanager:us-gov-west-1"].map(
            (place): [string, string, SecretReference] => [
                `a secret in ${place.split(":")[0]}`,
                `arn:${place}:123456789012:secret:a/b-AbCdEf:key::`,
                secret({ jsonKey: "key" }, `arn:${place}:123456789012:secret:a/b-AbCdEf`),
            ],
        ),
        ["a parameter's name", "db.password_1-x", { store: "ssm", name: "db.password_1-x" }],
        [
            "a parameter that is called undefined, by its ARN",
            `${PARAMETER}/undefined`,
            { store: "ssm", arn: `${PARAMETER}/undefined`, name: "undefined" },
        ],
        ["a parameter's path", "/web/db", { store: "ssm", name: "/web/db" }],
        ["a path of one level", "/db", { store: "ssm", name: "/db" }],
        [
            "a parameter's ARN",
            `${PARAMETER}/db`,
            { store: "ssm", arn: `${PARAMETER}/db`, name: "db" },
        ],
        [
            "the ARN of a path",
            `${PARAMETER}/web/db`,
            { store: "ssm", arn: `${PARAMETER}/web/db`, name: "/web/db" },
        ],
        [
            "the ARN of a parameter elsewhere",
            "arn:aws-cn:ssm:cn-north-1:123456789012:parameter/web/db",
            {
                store: "ssm",
                arn: "arn:aws-cn:ssm:cn-north-1:123456789012:parameter/web/db",
                name: "/web/db",
            },
        ],
        [
            "a secret through Parameter Store",
            "/aws/reference/secretsmanager/db",
            { store: "ssm", name: "/aws/reference/secretsmanager/db" },
        ],
        ["a partial ARN", SECRET.slice(0, -7), secret({}, SECRET.slice(0, -7))],
    ];
    for (const [name, text, reference] of forms) {
        it(name, () => assert.deepEqual(parseValueFrom(text), { reference }));
    }

    it("what renderValueFrom writes", () => {
        fc.assert(
            fc.property(secretReferences, (reference) => {
                assert.deepEqual(parseValueFrom(renderValueFrom(reference)), { reference });
            }),
        );
    });

    it("any text without throwing, and says the same of what it renders again", () => {
        const texts = fc.oneof(
            fc.string(),
            fc.string().map((tail) => `${SECRET}${tail}`),
            fc.string().map((tail) => `${PARAMETER}/${tail}`),
        );
        fc.assert(
            fc.property(texts, (text) => {
                const parsed = parseValueFrom(text);
                assert.ok(
                    parsed.problem !== undefined ||
                        fc.stringify(parseValueFrom(renderValueFrom(parsed.reference))) ===
                            fc.stringify(parsed),
                );
            }),
        );
    });
});

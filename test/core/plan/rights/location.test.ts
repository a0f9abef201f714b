import assert from "node:assert/strict";
import { policyResource, secretBehind, type SecretReference } from "../../../../core";
import { LOCATION, parameterArn, secretArn } from "../fixtures";

const ssm = (name: string, arn?: string): SecretReference => ({
    store: "ssm",
    name,
    ...(arn !== undefined && { arn }),
});
const secret = (arn: string, part: object = {}): SecretReference => ({
    store: "secretsmanager",
    arn,
    ...part,
});

describe("policyResource names", () => {
    const rows: [string, SecretReference, string][] = [
        ["a secret by its complete ARN", secret(secretArn("db-AbCdEf")), secretArn("db-AbCdEf")],
        [
            "a secret without key and stage, which IAM never sees",
            secret(secretArn("db-AbCdEf"), { jsonKey: "k", versionStage: "s", versionId: "i" }),
            secretArn("db-AbCdEf"),
        ],
        ["a partial ARN with six characters", secret(secretArn("db")), secretArn("db-??????")],
        [
            "a name that ends in six characters, by its complete ARN",
            secret(secretArn("prod-db-abcdef-AbCdEf")),
            secretArn("prod-db-abcdef-AbCdEf"),
        ],
        // Nothing tells this from a complete ARN; IAM then refuses rather than grants too much.
        [
            "a partial ARN that looks complete as it stands",
            secret(secretArn("prod-db-abcdef")),
            secretArn("prod-db-abcdef"),
        ],
        ["a parameter", ssm("db"), parameterArn("db")],
        ["a path, with one slash", ssm("/web/db"), parameterArn("web/db")],
        ["a path of one level, with one slash", ssm("/db"), parameterArn("db")],
        [
            "a parameter elsewhere by its own ARN",
            ssm("/db", "arn:aws:ssm:us-east-1:123456789012:parameter/db"),
            "arn:aws:ssm:us-east-1:123456789012:parameter/db",
        ],
    ];
    for (const [name, reference, resource] of rows) {
        it(name, () => assert.equal(policyResource(reference, LOCATION), resource));
    }

    it("a parameter in the partition of the location", () => {
        const china = { ...LOCATION, partition: "aws-cn", region: "cn-north-1" };
        const expected = "arn:aws-cn:ssm:cn-north-1:123456789012:parameter/web/db";
        assert.equal(policyResource(ssm("/web/db"), china), expected);
    });
});

describe("secretBehind", () => {
    const path = "/aws/reference/secretsmanager/prod-db-abcdef";
    it("is the secret that Parameter Store reads, in the parameter's own region", () => {
        const arn = `arn:aws:ssm:us-east-1:123456789012:parameter${path}`;
        const behind = secret(secretArn("prod-db-abcdef-??????"));
        assert.deepEqual(secretBehind(ssm(path), LOCATION), behind);
        assert.deepEqual(
            secretBehind(ssm(path, arn), LOCATION),
            secret("arn:aws:secretsmanager:us-east-1:123456789012:secret:prod-db-abcdef-??????"),
        );
    });

    it("is none for a parameter, and none for a secret", () => {
        assert.equal(secretBehind(ssm("/web/db"), LOCATION), undefined);
        assert.equal(secretBehind(secret(secretArn("db-AbCdEf")), LOCATION), undefined);
    });
});

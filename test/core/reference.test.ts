import assert from "node:assert/strict";
import { isPartialSecretArn, renderValueFrom, type SecretReference } from "../../core";

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const secret = (part: object = {}, arn = SECRET): SecretReference => ({
    store: "secretsmanager",
    arn,
    ...part,
});

describe("renderValueFrom", () => {
    const rendered: [string, SecretReference, string][] = [
        ["all three fields where one is given", secret({ jsonKey: "key" }), `${SECRET}:key::`],
        ["no field where none is given", secret(), SECRET],
        ["no field where all are empty", secret({ jsonKey: "", versionStage: "" }), SECRET],
        ["a parameter's ARN before its name", { store: "ssm", name: "x", arn: "arn:x" }, "arn:x"],
        ["a parameter's name where there is no ARN", { store: "ssm", name: "/x" }, "/x"],
    ];
    for (const [name, reference, text] of rendered) {
        it(`writes ${name}`, () => assert.equal(renderValueFrom(reference), text));
    }
});

describe("isPartialSecretArn", () => {
    const base = "arn:aws:secretsmanager:eu-west-1:123456789012:secret";
    const arns: [string, string, boolean][] = [
        ["a complete ARN", `${base}:db-AbCdEf`, false],
        ["a name alone", `${base}:db`, true],
        ["a name that ends in five characters", `${base}:db-AbCdE`, true],
        ["a name that ends in seven characters", `${base}:db-AbCdEfG`, true],
        ["a complete ARN of such a name", `${base}:prod-db-abcdef-AbCdEf`, false],
        ["a pattern, to which nothing is left to add", `${base}:db-??????`, false],
        // AWS says so itself: such a name cannot be told from a complete ARN.
        ["no proof: a name that ends in six characters", `${base}:prod-db-abcdef`, false],
    ];
    for (const [name, arn, isPartial] of arns) {
        it(`is ${isPartial} for ${name}`, () => assert.equal(isPartialSecretArn(arn), isPartial));
    }
});

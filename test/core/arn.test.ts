import assert from "node:assert/strict";
import fc from "fast-check";
import { dnsSuffix, parseArn, renderArn, type Arn } from "../../core";
import { arns } from "../support/arbitraries";

const SECRET: Arn = {
    partition: "aws",
    service: "secretsmanager",
    region: "eu-west-1",
    account: "123456789012",
    resource: "secret:db-AbCdEf",
};

describe("parseArn", () => {
    const valid: [string, string, Arn][] = [
        ["a secret", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf", SECRET],
        [
            "China",
            "arn:aws-cn:secretsmanager:cn-northwest-1:123456789012:secret:db-AbCdEf",
            { ...SECRET, partition: "aws-cn", region: "cn-northwest-1" },
        ],
        [
            "GovCloud",
            "arn:aws-us-gov:secretsmanager:us-gov-east-1:123456789012:secret:db-AbCdEf",
            { ...SECRET, partition: "aws-us-gov", region: "us-gov-east-1" },
        ],
        [
            "the European Sovereign Cloud",
            "arn:aws-eusc:secretsmanager:eusc-de-east-1:123456789012:secret:db-AbCdEf",
            { ...SECRET, partition: "aws-eusc", region: "eusc-de-east-1" },
        ],
        [
            "an isolated region",
            "arn:aws-iso-b:secretsmanager:us-isob-east-1:123456789012:secret:db-AbCdEf",
            { ...SECRET, partition: "aws-iso-b", region: "us-isob-east-1" },
        ],
        [
            "a resource with slashes and further colons",
            "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a/b-AbCdEf:key::",
            { ...SECRET, resource: "secret:a/b-AbCdEf:key::" },
        ],
        [
            "a managed policy, which has no region and the account aws",
            "arn:aws:iam::aws:policy/service-role/X",
            {
                ...SECRET,
                service: "iam",
                region: "",
                account: "aws",
                resource: "policy/service-role/X",
            },
        ],
        [
            "a bucket, which has neither region nor account",
            "arn:aws:s3:::bucket",
            { ...SECRET, service: "s3", region: "", account: "", resource: "bucket" },
        ],
    ];
    for (const [name, text, arn] of valid) {
        it(`reads the ARN of ${name}`, () => assert.deepEqual(parseArn(text), arn));
    }

    const invalid: [string, string][] = [
        ["the empty text", ""],
        ["a name", "db-password"],
        ["upper case, as AWS compares ARNs exactly", "ARN:aws:s3:::bucket"],
        ["an ARN without a resource", "arn:aws:s3:::"],
        ["an ARN cut off before the resource", "arn:aws:s3::"],
        ["an account of eleven digits", "arn:aws:ssm:eu-west-1:12345678901:parameter/x"],
        ["an account of thirteen digits", "arn:aws:ssm:eu-west-1:1234567890123:parameter/x"],
        ["a placeholder as account", "arn:aws:ssm:eu-west-1:ACCOUNT:parameter/x"],
        ["a placeholder as region", "arn:aws:ssm:REGION:123456789012:parameter/x"],
        ["a region without a number", "arn:aws:ssm:eu-west:123456789012:parameter/x"],
        ["an availability zone", "arn:aws:ssm:eu-west-1a:123456789012:parameter/x"],
        ["a pattern for a region", "arn:aws:ssm:*:123456789012:parameter/x"],
        ["another partition than Amazon's", "arn:azure:ssm:eu-west-1:123456789012:parameter/x"],
        ["no service", "arn:aws::eu-west-1:123456789012:parameter/x"],
        ["white space before it", " arn:aws:s3:::bucket"],
        ["a line break after it", "arn:aws:s3:::bucket\n"],
        ["an ARN that is part of a longer text", "see arn:aws:s3:::bucket"],
    ];
    for (const [name, text] of invalid) {
        it(`does not take for an ARN: ${name}`, () => assert.equal(parseArn(text), undefined));
    }

    it("reads what renderArn writes", () => {
        fc.assert(
            fc.property(arns, (arn) => {
                assert.deepEqual(parseArn(renderArn(arn)), arn);
            }),
        );
    });

    it("gives for any text nothing, or what renderArn writes as that text", () => {
        const texts = fc.oneof(
            fc.string(),
            fc
                .array(fc.constantFrom("arn", "aws", "s3", "", "a b", "x"), { maxLength: 9 })
                .map((parts) => parts.join(":")),
        );
        fc.assert(
            fc.property(texts, (text) => {
                const arn = parseArn(text);
                assert.ok(arn === undefined || renderArn(arn) === text);
            }),
        );
    });
});

describe("dnsSuffix", () => {
    const suffixes: [string, string][] = [
        ["aws", "amazonaws.com"],
        ["aws-us-gov", "amazonaws.com"],
        ["aws-cn", "amazonaws.com.cn"],
        ["aws-eusc", "amazonaws.eu"],
        ["aws-iso", "c2s.ic.gov"],
        ["aws-iso-b", "sc2s.sgov.gov"],
        ["aws-iso-e", "cloud.adc-e.uk"],
        ["aws-iso-f", "csp.hci.ic.gov"],
        ["aws-later", "amazonaws.com"],
    ];
    for (const [partition, suffix] of suffixes) {
        it(`of ${partition} is ${suffix}`, () => assert.equal(dnsSuffix(partition), suffix));
    }
});

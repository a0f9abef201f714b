import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { TestAccount } from "../../support/simulated-aws";

describe("the simulated AWS finds its one network alone", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());
    const look = (token: string, args: Properties) =>
        provider.invoke(account.account, `aws:ec2/${token}:${token}`, args);

    it("and neither another VPC nor another security group", () => {
        const vpcId = look("getVpc", { default: true }).id;
        assert.equal(look("getVpc", { id: vpcId }).id, vpcId);
        assert.equal(look("getSecurityGroup", { name: "default", vpcId }).vpcId, vpcId);
        assert.throws(() => look("getVpc", { id: "vpc-0" }), /no matching EC2 VPC found/);
        assert.throws(
            () => look("getSecurityGroup", { name: "web" }),
            /no matching EC2 Security Group found/,
        );
    });

    it("and no subnets of another VPC", () => {
        const ofVpc = (id: unknown) =>
            look("getSubnets", { filters: [{ name: "vpc-id", values: [id] }] }).ids;
        assert.equal((ofVpc(look("getVpc", {}).id) as string[]).length, 2);
        assert.deepEqual(ofVpc("vpc-0"), []);
    });
});

describe("the simulated AWS looks up", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());
    const look = (path: string, args: Properties) =>
        provider.invoke(account.account, `aws:${path}:${path.split("/")[1]}`, args);

    it("a key by each of its names", () => {
        const { id, outputs } = account.create("key", { description: "web" });
        const alias = account.create("alias", { name: "alias/web", targetKeyId: id });
        for (const keyId of [id, outputs.arn, "alias/web", alias.outputs.arn]) {
            const { arn, keyManager, id: found, keyId: asked } = look("kms/getKey", { keyId });
            assert.deepEqual([arn, keyManager, found, asked], [outputs.arn, "CUSTOMER", id, keyId]);
        }
        assert.equal(look("kms/getAlias", { name: "alias/web" }).targetKeyArn, outputs.arn);
    });

    it("the AWS managed key of each store, the same one whenever it is asked", () => {
        const keyOf = (keyId: string) => look("kms/getKey", { keyId });
        const secrets = keyOf("alias/aws/secretsmanager");
        assert.equal(secrets.keyManager, "AWS");
        assert.deepEqual(keyOf(String(secrets.arn)).id, secrets.id);
        assert.notEqual(keyOf("alias/aws/ssm").id, secrets.id);
        assert.match(String(secrets.id), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    });

    it("no key and no alias that is not there", () => {
        assert.throws(() => look("kms/getKey", { keyId: "alias/no" }), /NotFoundException: Alias/);
        assert.throws(() => look("kms/getAlias", { name: "alias/no" }), /NotFoundException: Alias/);
    });

    it("a key of another account where its policy lets it, and none else", () => {
        const other = account.other();
        const keyOf = (action: string, principal: string) => {
            const policy = JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { AWS: `arn:aws:iam::${principal}:root` },
                        Action: action,
                        Resource: "*",
                    },
                ],
            });
            return { keyId: other.output("key", { policy }, "arn") };
        };
        const open = look("kms/getKey", keyOf("kms:DescribeKey", "123456789012"));
        assert.equal(open.awsAccountId, "210987654321");
        for (const closed of [
            keyOf("kms:Decrypt", "123456789012"),
            keyOf("kms:DescribeKey", "210987654321"),
        ]) {
            assert.throws(() => look("kms/getKey", closed), /DescribeKey, AccessDeniedException: /);
        }
    });

    it("a secret by its ARN and by its name, with its key", () => {
        const kmsKeyId = account.output("key", {}, "arn");
        const { id } = account.create("secret", { name: "db", kmsKeyId, description: "web" });
        for (const args of [{ arn: id }, { name: "db" }]) {
            const found = look("secretsmanager/getSecret", args);
            const { arn, name, description } = found;
            assert.deepEqual([arn, name, description], [id, "db", "web"]);
            assert.equal(found.kmsKeyId, kmsKeyId);
        }
        const plain = account.output("secret", {}, "arn");
        assert.equal(look("secretsmanager/getSecret", { arn: plain }).kmsKeyId, "");
    });

    it("no secret that is not there", () => {
        assert.throws(
            () => look("secretsmanager/getSecret", { name: "db" }),
            /DescribeSecret, ResourceNotFoundException: /,
        );
    });

    it("a secret of another account where its policy lets it, and none else", () => {
        const other = account.other();
        const secretOf = (action: string) => {
            const policy = JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { AWS: "123456789012" },
                        Action: action,
                        Resource: "*",
                    },
                ],
            });
            return other.output("secret", { policy }, "arn");
        };
        const arn = secretOf("secretsmanager:DescribeSecret");
        assert.equal(look("secretsmanager/getSecret", { arn }).arn, arn);
        for (const closed of [
            secretOf("secretsmanager:GetSecretValue"),
            other.output("secret", {}, "arn"),
            arn.replace(/.{6}$/, "AbCdEf"),
        ]) {
            assert.throws(
                () => look("secretsmanager/getSecret", { arn: closed }),
                /DescribeSecret, AccessDeniedException: User: arn:aws:iam::123456789012:user\/simulated/,
            );
        }
    });

    const passwords: Record<string, [Properties, RegExp]> = {
        "of 32 characters of each kind": [
            {},
            /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^A-Za-z0-9])[!-~]{32}$/,
        ],
        "as long as it is asked": [{ passwordLength: 8 }, /^[!-~]{8}$/],
        "of lower-case letters alone": [
            { excludeUppercase: true, excludeNumbers: true, excludePunctuation: true },
            /^[a-z]{32}$/,
        ],
        "without what is excluded": [
            { excludePunctuation: true, excludeCharacters: "abcABC123" },
            /^[d-zD-Z04-9]{32}$/,
        ],
        "with a space where it is to have one": [{ includeSpace: true }, / /],
        "of two characters where it need not have each kind": [
            { passwordLength: 2, requireEachIncludedType: false },
            /^[!-~]{2}$/,
        ],
    };
    for (const [title, [args, form]] of Object.entries(passwords)) {
        it(`a password ${title}, another one each time`, () => {
            const make = () => look("secretsmanager/getRandomPassword", args).randomPassword;
            const [one, two] = [make(), make()];
            assert.ok(form.test(String(one)), "the form is another one");
            assert.ok(one !== two || args.passwordLength === 2, "it is the same");
        });
    }

    it("no password that cannot be made", () => {
        const token = "secretsmanager/getRandomPassword";
        for (const args of [{ passwordLength: 3 }, { passwordLength: 4_097 }]) {
            assert.throws(() => look(token, args), /GetRandomPassword, InvalidParameterException/);
        }
    });
});

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { configuredAccount } from "../../../sandbox/aws/configured-account";
import { lookups } from "../../../sandbox/aws/lookups";
import * as provider from "../../../sandbox/aws/provider";
import { findSecret, listSecrets } from "../../../sandbox/aws/secretsmanager";
import { TestAccount } from "../../support/simulated-aws";
import { checked, typeOf } from "./engine-steps";

const OTHER = "210987654321";
const role = (account: string) => ({ roleArn: `arn:aws:iam::${account}:role/deploy` });

const configurations: Record<string, [Record<string, string>, string, string]> = {
    "no configuration, to the default account": [{}, "123456789012", "us-east-1"],
    "a region, to the default account there": [
        { region: "cn-north-1" },
        "123456789012",
        "cn-north-1",
    ],
    "a role to assume, to its account": [
        { assumeRoles: JSON.stringify([role(OTHER)]) },
        OTHER,
        "us-east-1",
    ],
    "one role to assume, as older versions name it, to its account": [
        { assumeRole: JSON.stringify(role(OTHER)), region: "eu-west-1" },
        OTHER,
        "eu-west-1",
    ],
    "a chain of roles, to the account of the last": [
        { assumeRoles: JSON.stringify([role("123456789012"), role(OTHER)]) },
        OTHER,
        "us-east-1",
    ],
    "an empty list of roles, to the default account": [
        { assumeRoles: "[]" },
        "123456789012",
        "us-east-1",
    ],
};

describe("in the simulated AWS a provider leads with", () => {
    const configure = (variables: Record<string, string>) =>
        configuredAccount(
            "folder",
            new Map(
                Object.entries(variables).map(([name, value]) => [`aws:config:${name}`, value]),
            ),
            {},
        );

    for (const [title, [variables, id, region]] of Object.entries(configurations)) {
        it(title, () => {
            const account = configure(variables);
            assert.deepEqual([account.id, account.region], [id, region]);
        });
    }

    it("a role that is no ARN nowhere", () => {
        for (const roles of [[{ roleArn: "deploy" }], [{}], [null]]) {
            assert.throws(
                () => configure({ assumeRoles: JSON.stringify(roles) }),
                /^Error: simulated AWS: assumeRoles must name a role by its ARN/,
            );
        }
    });

    it("no region of its own to that of the environment", () => {
        const account = configuredAccount("folder", new Map(), { AWS_REGION: "us-gov-west-1" });
        assert.deepEqual([account.region, account.partition], ["us-gov-west-1", "aws-us-gov"]);
    });
});

describe("in the simulated AWS another account", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    it("has objects of its own, which their ARNs lead to", () => {
        const other = account.account.of(OTHER);
        const { id } = provider.create(other, typeOf("secret"), checked("secret", { name: "a" }));
        assert.match(id, /^arn:aws:secretsmanager:us-east-1:210987654321:secret:a-/);
        assert.deepEqual(listSecrets(account.account), []);
        assert.equal(findSecret(account.account, id)?.name, "a");
        assert.deepEqual(fs.readdirSync(account.folder), ["accounts"]);
        assert.ok(fs.existsSync(path.join(account.folder, "accounts", OTHER, "us-east-1")));
    });

    it("is another caller, and in its region of another partition", () => {
        const other = account.account.of(OTHER).in("cn-north-1");
        const look = (name: string) => lookups[`aws:index/${name}:${name}`](other, {});
        assert.equal(look("getCallerIdentity").accountId, OTHER);
        assert.equal(look("getCallerIdentity").arn, `arn:aws-cn:iam::${OTHER}:user/simulated`);
        assert.equal(look("getPartition").dnsSuffix, "amazonaws.com.cn");
        assert.equal(look("getRegion").region, "cn-north-1");
    });

    it("is left where an ARN names no account", () => {
        const other = account.account.of(OTHER);
        assert.equal(other.ofArn("arn:aws:iam::aws:policy/ReadOnlyAccess").id, OTHER);
        assert.equal(other.ofArn("/web/parameter"), other);
    });
});

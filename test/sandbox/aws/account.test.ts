import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { Account } from "../../../sandbox/aws/account";
import { findSecret, listSecrets } from "../../../sandbox/aws/secretsmanager";
import { findParameter } from "../../../sandbox/aws/ssm";
import { filesContaining } from "../../support/files";
import { TestAccount } from "../../support/simulated-aws";

const CANARY = "canary-never-shown";

describe("the simulated account", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    it("makes a new version current and the one before it previous", () => {
        const secretId = account.output("secret", {}, "arn");
        ["one", "two", "three"].forEach((secretString) =>
            account.create("secretVersion", { secretId, secretString }),
        );
        assert.deepEqual(
            findSecret(account.account, secretId)?.versions.map(({ stages, value }) => [
                stages,
                value,
            ]),
            [
                [["AWSPREVIOUS"], "two"],
                [["AWSCURRENT"], "three"],
            ],
        );
    });

    it("is one for all that open its folder", () => {
        const arn = account.output("secret", {}, "arn");
        assert.equal(findSecret(new Account(account.folder, "us-east-1"), arn)?.arn, arn);
        assert.deepEqual(listSecrets(new Account(account.folder, "eu-west-1")), []);
    });

    it("gives a name to one of several processes that ask for it at once", async () => {
        const script = `
            require("ts-node/register/transpile-only");
            const { Account } = require(process.argv[1]);
            const names = new Account(process.argv[2], "us-east-1").collection("names");
            console.log(Array.from({ length: 50 }, (_, i) => names.create("n" + i, {}) ? 1 : 0).join(""));
        `;
        const file = require.resolve("../../../sandbox/aws/account");
        const run = () =>
            new Promise<string>((resolve) => {
                const child = spawn(process.execPath, ["-e", script, file, account.folder]);
                let output = "";
                child.stdout.on("data", (data: Buffer) => (output += data.toString()));
                child.on("close", () => resolve(output.trim()));
            });
        const [one, two] = await Promise.all([run(), run()]);
        assert.equal(one.length, 50);
        [...one].forEach((taken, index) => assert.notEqual(taken, two[index]));
    });

    it("says which of its files is broken, and never what it holds", () => {
        account.create("parameter", { name: "a", type: "String", value: CANARY });
        const [file] = filesContaining(account.folder, CANARY);
        fs.writeFileSync(path.join(account.folder, file), `{ ${CANARY}`);
        assert.throws(
            () => findParameter(account.account, "a"),
            (error: Error) =>
                error.message.startsWith("simulated AWS: ") &&
                error.message.includes(file) &&
                !error.message.includes(CANARY),
        );
    });

    it("keeps a value in files of the owner alone, and puts it out as the value alone", () => {
        const secretId = account.output("secret", {}, "arn");
        const created = [
            account.create("secretVersion", { secretId, secretString: CANARY }),
            account.create("parameter", { type: "SecureString", value: CANARY }),
        ];
        const files = filesContaining(account.folder, CANARY);
        assert.equal(files.length, 2);
        for (const file of files) {
            assert.equal(fs.statSync(path.join(account.folder, file)).mode & 0o777, 0o600);
        }
        for (const { id, outputs } of created) {
            const { secretString, value, ...rest } = outputs;
            assert.ok([secretString, value].includes(CANARY));
            assert.ok(!JSON.stringify([id, rest]).includes(CANARY));
        }
    });
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { Account } from "../../../sandbox/aws/account";
import * as provider from "../../../sandbox/aws/provider";
import { UNKNOWN, type Properties } from "../../../sandbox/aws/resource-type";
import { findSecret, listSecrets } from "../../../sandbox/aws/secretsmanager";
import { findParameter } from "../../../sandbox/aws/ssm";
import { filesContaining } from "../../support/files";
import { TestAccount, TOKENS } from "../../support/simulated-aws";

const CANARY = "canary-never-shown";
const seed = new Uint8Array([7]);
const typeOf = (name: keyof typeof TOKENS) => provider.resourceType(TOKENS[name]);
const check = (name: keyof typeof TOKENS, news: Properties, olds: Properties = {}) =>
    provider.checkInputs(typeOf(name), "web", news, olds, seed).inputs;

describe("the simulated AWS checks inputs", () => {
    it("and fills in defaults, as the real provider does, and says which they are", () => {
        assert.deepEqual(check("secret", { name: "own" }), {
            name: "own",
            forceOverwriteReplicaSecret: false,
            recoveryWindowInDays: 30,
            __defaults: ["forceOverwriteReplicaSecret", "recoveryWindowInDays"],
        });
    });

    it("and makes a name of the logical one and seven hexadecimal digits", () => {
        assert.match(String(check("parameter", { type: "String" }).name), /^web-[0-9a-f]{7}$/);
    });

    it("and keeps a name that was made, whatever the seed", () => {
        const first = check("role", { assumeRolePolicy: "{}" });
        const again = provider.checkInputs(
            typeOf("role"),
            "web",
            { assumeRolePolicy: "{}" },
            first,
            new Uint8Array([8]),
        );
        assert.equal(again.inputs.name, first.name);
    });

    it("and makes a new name where a given one was taken away", () => {
        const given = check("role", { assumeRolePolicy: "{}", name: "given" });
        assert.match(String(check("role", { assumeRolePolicy: "{}" }, given).name), /^web-/);
    });
});

describe("the simulated AWS compares inputs", () => {
    const definitions = (definition: object) => ({
        containerDefinitions: JSON.stringify([{ name: "web", image: "httpd", ...definition }]),
    });
    const same: Record<string, [keyof typeof TOKENS, Properties, Properties]> = {
        "a policy in another layout": [
            "rolePolicy",
            { policy: '{"Version":"2012-10-17","Statement":[]}' },
            { policy: '{ "Statement": [], "Version": "2012-10-17" }' },
        ],
        "container definitions with AWS's own defaults": [
            "task",
            definitions({}),
            definitions({ essential: true, cpu: 0, mountPoints: [] }),
        ],
        "port mappings with AWS's own defaults": [
            "task",
            { ...definitions({ portMappings: [{ containerPort: 80 }] }), networkMode: "awsvpc" },
            {
                ...definitions({
                    portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
                }),
                networkMode: "awsvpc",
            },
        ],
        "variables in another order": [
            "task",
            definitions({ environment: [pair("A"), pair("B")] }),
            definitions({ environment: [pair("B"), pair("A")] }),
        ],
    };
    for (const [what, [type, olds, news]] of Object.entries(same)) {
        it(`and finds no difference in ${what}`, () => {
            assert.deepEqual(provider.diffInputs(typeOf(type), olds, news), {
                changed: [],
                replaces: [],
                deleteBeforeReplace: false,
            });
        });
    }

    const different: Record<string, [keyof typeof TOKENS, Properties, Properties, boolean]> = {
        "replaces a version with another value": [
            "secretVersion",
            { secretString: "a" },
            { secretString: "b" },
            true,
        ],
        "replaces a task definition with another image": [
            "task",
            definitions({}),
            definitions({ image: "nginx" }),
            true,
        ],
        "replaces a parameter of another name": ["parameter", { name: "a" }, { name: "b" }, true],
        "updates a parameter with another value": [
            "parameter",
            { value: "a" },
            { value: "b" },
            false,
        ],
        "replaces a task definition with a volume": [
            "task",
            {},
            { volumes: [{ name: "a" }] },
            true,
        ],
        "updates a task definition with other tags": ["task", {}, { tags: { a: "b" } }, false],
        "replaces a task definition with a fixed host port": [
            "task",
            definitions({ portMappings: [{ containerPort: 80 }] }),
            definitions({ portMappings: [{ containerPort: 80, hostPort: 80 }] }),
            true,
        ],
        "updates a service with another trigger": [
            "service",
            { triggers: { a: "1" } },
            { triggers: { a: "2" } },
            false,
        ],
    };
    for (const [what, [type, olds, news, isReplaced]] of Object.entries(different)) {
        it(`and ${what}`, () => {
            const { changed, replaces } = provider.diffInputs(typeOf(type), olds, news);
            assert.deepEqual(changed, Object.keys(news));
            assert.deepEqual(replaces, isReplaced ? changed : []);
        });
    }
});

describe("the simulated AWS previews", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    it("a creation with its name known and what AWS makes up unknown", () => {
        const inputs = check("secret", {});
        const preview = provider.previewCreate(account.account, typeOf("secret"), inputs);
        assert.equal(preview.name, inputs.name);
        assert.equal(preview.arn, UNKNOWN);
        assert.equal(preview.__defaults, undefined);
    });

    it("another value of a parameter with its ARN known and its version unknown", () => {
        const inputs = { name: "/a", type: "SecureString", value: "a" };
        const { outputs } = account.create("parameter", inputs);
        const news = { ...inputs, value: "b" };
        const preview = provider.previewUpdate(typeOf("parameter"), outputs, inputs, news);
        assert.equal(preview.arn, outputs.arn);
        assert.equal(preview.version, UNKNOWN);
    });

    it("another version of a secret with its ARN unknown, as it is another resource", () => {
        const secretId = account.output("secret", {}, "arn");
        const inputs = check("secretVersion", { secretId, secretString: "b" });
        const preview = provider.previewCreate(account.account, typeOf("secretVersion"), inputs);
        assert.deepEqual([preview.versionId, preview.arn], [UNKNOWN, UNKNOWN]);
        assert.equal(preview.secretId, secretId);
    });
});

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

function pair(name: string) {
    return { name, value: name.toLowerCase() };
}

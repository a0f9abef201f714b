import assert from "node:assert/strict";
import * as provider from "../../../sandbox/aws/provider";
import { UNKNOWN, type Properties } from "../../../sandbox/aws/resource-type";
import { TestAccount, TOKENS } from "../../support/simulated-aws";

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

    it("and writes a policy document that is given as an object as JSON", () => {
        const assumeRolePolicy = { Version: "2012-10-17", Statement: [] };
        const json = JSON.stringify(assumeRolePolicy);
        assert.equal(check("role", { assumeRolePolicy }).assumeRolePolicy, json);
        const open = { Version: "2012-10-17", Statement: [{ Resource: UNKNOWN }] };
        assert.equal(check("role", { assumeRolePolicy: open }).assumeRolePolicy, UNKNOWN);
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

function pair(name: string) {
    return { name, value: name.toLowerCase() };
}

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { packageRoot } from "../../sandbox/package-root";
import { canary } from "../support/canary";
import { assertEndsWithEngine } from "../support/orphan";
import { secretOf } from "../support/wire";
import { startFakeEngine, type FakeEngine } from "./fake-engine";
import { PluginProcess } from "./plugin-process";

const VALUE = canary();
const PROVIDER = "urn:pulumi:dev::project::pulumi:providers:aws::own::00000000-0000-4000-8000-0";
const PARENT = "urn:pulumi:dev::project::my:index:Parent::parent";
const OTHER = "urn:pulumi:dev::project::aws:kms/key:Key::other";
const OLD = "urn:pulumi:dev::project::my:index:Old::old";

const inputs = (environment: Record<string, object | string> = {}) =>
    ({
        cluster: "web",
        launchType: "EC2",
        networkMode: "bridge",
        secrets: { api: { value: secretOf(VALUE) } },
        containers: {
            web: {
                image: "httpd",
                memory: 128,
                environment,
                secrets: { API: { secret: "api" } },
            },
        },
    }) as never;

const finding = (name: string, reason: string) =>
    `2 UNKNOWN: 1 finding\n  containers.web.environment.${name} is plaintext: ${reason}. Move it ` +
    "to the container's secrets: plaintext shows to everybody who may describe the task definition.";

describe("the plugin's process", function () {
    this.timeout(60_000);
    let engine: FakeEngine;
    let plugin: PluginProcess;
    const read = (file: string) =>
        JSON.parse(fs.readFileSync(path.join(packageRoot(), file), "utf8")) as { version: string };

    before("start it", async () => {
        engine = await startFakeEngine();
        plugin = await PluginProcess.start(engine);
    });
    after("end it", async () => {
        await plugin?.close();
        engine?.close();
    });

    it("serves the schema, and says the package's version", async () => {
        assert.deepEqual(JSON.parse(await plugin.schema()), read("provider/schema.json"));
        assert.equal(await plugin.version(), read("package.json").version);
    });

    it("tells of findings, and goes on with the next component", async () => {
        await assert.rejects(plugin.construct("wrong", inputs({ DB_PASSWORD: VALUE })), {
            message: finding("DB_PASSWORD", "its name reads as a password"),
        });
        const { serviceArn } = await plugin.construct("right", inputs({ LEVEL: "info" }));
        assert.equal(typeof serviceArn, "string");
    });

    it("tells each of several components that are made at a time of its own findings alone", async () => {
        const token = { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4" };
        const late = { ...token, value: VALUE, secret: true };
        const results = await Promise.allSettled([
            plugin.construct("one", inputs({ LEVEL: "info" })),
            plugin.construct("two", inputs({ LATE: late })),
            plugin.construct("three", inputs({ DB_PASSWORD: VALUE })),
            plugin.construct("four", inputs({ OTHER: late })),
            plugin.construct("five", inputs()),
        ]);
        assert.deepEqual(
            results.map((result) =>
                result.status === "fulfilled" ? "made" : (result.reason as Error).message,
            ),
            [
                "made",
                finding("LATE", "its value is a Pulumi secret"),
                finding("DB_PASSWORD", "its name reads as a password"),
                finding("OTHER", "its value is a Pulumi secret"),
                "made",
            ],
        );
    });

    it("refuses a component that there is not", async () => {
        const type = "ecs-secrets:index:Service";
        await assert.rejects(plugin.construct("web", inputs(), undefined, type), {
            message:
                `2 UNKNOWN: There is no ${type} in ecs-secrets ${await plugin.version()}: use ` +
                "ecs-secrets:index:SecretInjectedService or " +
                "ecs-secrets:index:SecretInjectedTaskDefinition.",
        });
    });

    it("hands the options of a component on", async () => {
        await plugin.construct("options", inputs(), (request) => {
            request.getProvidersMap().set("aws", PROVIDER);
            request.setParent(PARENT).setProtect(true).setDependenciesList([OTHER]);
            request.setAliasesList([new Alias().setUrn(OLD)]);
        });
        const component = engine.registered.find(
            ({ name, type }) => name === "options" && type.endsWith(":SecretInjectedService"),
        );
        assert.deepEqual(component, {
            name: "options",
            type: "ecs-secrets:index:SecretInjectedService",
            parent: PARENT,
            providers: [PROVIDER],
            protect: true,
            dependencies: [OTHER],
            aliases: [OLD],
        });
        const children = engine.registered.filter(({ name }) => name.startsWith("options-"));
        assert.ok(children.length > 4);
        for (const { providers, protect, name } of children) {
            assert.deepEqual(
                { name, providers, protect },
                { name, providers: [PROVIDER], protect: true },
            );
        }
    });

    it("has printed its port and nothing else, and has told no value and no stack", () => {
        assert.match(plugin.output, /^\d+\n$/);
        assert.deepEqual(engine.logs, []);
    });
});

describe("the plugin's executable", () => {
    const main = path.join(packageRoot(), "bin", "provider", "main.js");

    it("loads neither AWS's resources nor the library to say what it is", () => {
        const script = `
            const { createProvider } = require(${JSON.stringify(path.join(path.dirname(main), "provider.js"))});
            createProvider();
            require("@pulumi/pulumi/provider");
            const loaded = Object.keys(require.cache);
            process.stdout.write(String(loaded.filter((file) =>
                /[\\\\/]@pulumi[\\\\/]aws[\\\\/]|[\\\\/]bin[\\\\/]components[\\\\/]|pulumi[\\\\/]automation/.test(file)).length));`;
        const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], {
            encoding: "utf8",
            cwd: packageRoot(),
        });
        assert.equal(`${stdout}${stderr}`, "0");
    });

    it("ends when whatever started it has ended", () => assertEndsWithEngine(main)).timeout(20_000);

    it("is the library itself to a tool that requires the folder", () => {
        const script = `process.stdout.write(Object.keys(require(${JSON.stringify(packageRoot())})).sort().join())`;
        const { stdout, stderr } = spawnSync(process.execPath, ["-e", script], {
            encoding: "utf8",
        });
        assert.equal(`${stdout}${stderr}`, "SecretInjectedService,SecretInjectedTaskDefinition");
    });

    it("says in one sentence what is missing, on stderr alone, and fails", () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-bare-"));
        try {
            fs.cpSync(path.join(packageRoot(), "bin", "core"), path.join(folder, "core"), {
                recursive: true,
            });
            fs.cpSync(path.join(packageRoot(), "bin", "provider"), path.join(folder, "provider"), {
                recursive: true,
            });
            fs.mkdirSync(path.join(folder, "components"));
            fs.copyFileSync(
                path.join(packageRoot(), "bin", "components", "requirements.js"),
                path.join(folder, "components", "requirements.js"),
            );
            const { status, stdout, stderr } = spawnSync(
                process.execPath,
                [path.join(folder, "provider", "main.js"), "127.0.0.1:1"],
                { encoding: "utf8" },
            );
            assert.deepEqual([status, stdout], [1, ""]);
            assert.match(
                stderr,
                /^pulumi-ecs-secrets needs @pulumi\/pulumi \S+ and finds none, and @pulumi\/aws [^\n]+\n$/,
            );
        } finally {
            fs.rmSync(folder, { recursive: true, force: true });
        }
    });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { createConsumer } from "../support/packed-library";

/** What stands in `node_modules/@pulumi`, by name: the version of a package that is nothing else. */
type Versions = Readonly<Record<string, string>>;

const CJS = 'require("pulumi-ecs-secrets");';
const ESM = 'import { SecretInjectedService } from "pulumi-ecs-secrets"; SecretInjectedService;';
const POLICIES = 'import { policies } from "pulumi-ecs-secrets/policies"; policies;';
const OLD_NODE =
    'const node = "18.20.8"; Object.defineProperty(process, "versions", { value: { node } });';

const INSTALL = "beside your program's package.json and try again.";
const NO_PEERS =
    "pulumi-ecs-secrets needs @pulumi/pulumi ^3.210.0 and finds none, and " +
    "@pulumi/aws ^7.2.0 and finds none: run `npm install " +
    `"@pulumi/pulumi@^3.210.0" "@pulumi/aws@^7.2.0"\` ${INSTALL}`;

const ROWS: readonly (readonly [string, string, string, Versions, string])[] = [
    ["required without peers", "program.cjs", CJS, {}, NO_PEERS],
    ["imported without peers", "program.mjs", ESM, {}, NO_PEERS],
    [
        "imported beside an old SDK",
        "program.mjs",
        ESM,
        { pulumi: "3.209.0", aws: "7.48.0" },
        "pulumi-ecs-secrets needs @pulumi/pulumi ^3.210.0 and finds 3.209.0: " +
            `run \`npm install "@pulumi/pulumi@^3.210.0"\` ${INSTALL}`,
    ],
    [
        "imported beside an old provider",
        "program.mjs",
        ESM,
        { pulumi: "3.248.0", aws: "v6.83.0" },
        "pulumi-ecs-secrets needs @pulumi/aws ^7.2.0 and finds v6.83.0: " +
            `run \`npm install "@pulumi/aws@^7.2.0"\` ${INSTALL}`,
    ],
    [
        "asked for its policies without their SDK",
        "pack.mjs",
        POLICIES,
        { pulumi: "3.248.0" },
        "pulumi-ecs-secrets needs @pulumi/policy ^1.21.0 and finds none: " +
            `run \`npm install "@pulumi/policy@^1.21.0"\` ${INSTALL}`,
    ],
    [
        "required by an old Node",
        "program.cjs",
        `${OLD_NODE} ${CJS}`,
        { pulumi: "3.248.0", aws: "7.48.0" },
        "pulumi-ecs-secrets needs Node 20.0.0 or newer, and this is Node 18.20.8: " +
            "install a current Node from https://nodejs.org/ and try again.",
    ],
];

describe("the library that is published", function () {
    this.timeout(60_000);
    let folder: string;
    before(() => {
        folder = createConsumer([]);
    });

    for (const [name, file, code, versions, expected] of ROWS) {
        it(`ends with one sentence where it is ${name}`, () => {
            const peers = path.join(folder, "node_modules", "@pulumi");
            fs.rmSync(peers, { recursive: true, force: true });
            for (const [peer, version] of Object.entries(versions)) {
                fs.mkdirSync(path.join(peers, peer), { recursive: true });
                const manifest = JSON.stringify({ name: `@pulumi/${peer}`, version });
                fs.writeFileSync(path.join(peers, peer, "package.json"), manifest);
            }
            fs.writeFileSync(path.join(folder, file), code);
            const { status, stderr } = spawnSync(process.execPath, [file], {
                cwd: folder,
                encoding: "utf8",
            });
            assert.equal(status, 1);
            // Node shows where an error comes from, before it; there is no line of a stack.
            const lines = stderr.split("\n").filter((line) => /^\[?Error|^ +at /.test(line));
            assert.deepEqual(
                lines.map((line) => line.replace(/^\[|\]$/g, "")),
                [`Error: ${expected}`],
            );
        });
    }

    it("ends with the sentence alone where the engine starts it as a plugin", () => {
        fs.rmSync(path.join(folder, "node_modules", "@pulumi"), { recursive: true, force: true });
        const library = path.join(folder, "node_modules", "pulumi-ecs-secrets");
        const { bin } = JSON.parse(fs.readFileSync(path.join(library, "package.json"), "utf8")) as {
            readonly bin: Readonly<Record<string, string>>;
        };
        const plugin = path.join(library, bin["pulumi-resource-ecs-secrets"]);
        const { status, stdout, stderr } = spawnSync(plugin, ["127.0.0.1:0"], {
            cwd: folder,
            encoding: "utf8",
        });
        assert.deepEqual(
            { status, stdout, stderr },
            { status: 1, stdout: "", stderr: `${NO_PEERS}\n` },
        );
    });
});

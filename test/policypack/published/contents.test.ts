import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as yaml from "js-yaml";
import { version as versionOfPackage } from "../../../package.json";
import { usePublishedPack } from "../../support/published-pack";

/** What the tarball holds, and nothing else. */
const FILES = [
    "LICENSE",
    "PulumiPolicy.yaml",
    "README.md",
    "bin/ecs-secrets-policies",
    "bin/index.js",
    "config-schema.json",
    "load.js",
    "package.json",
    "presets/observe.json",
    "presets/recommended.json",
    "presets/strict.json",
];

/** The largest that the tarball may be, in bytes. */
const MOST_BYTES = 500_000;

/** What the bundle may ask for where it runs: Node.js, and what its package.json depends on. */
const ASKED = /^(node:[a-z]+|@pulumi\/(policy|pulumi)(\/.*)?)$/;

interface Manifest {
    readonly name: string;
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly scripts?: object;
}

describe("the tarball of the policy pack", () => {
    const published = usePublishedPack();
    const manifest = () =>
        JSON.parse(
            fs.readFileSync(path.join(published().folder, "package.json"), "utf8"),
        ) as Manifest;

    it("holds what the pack needs, and nothing else", () => {
        const { folder } = published();
        const files = fs
            .readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
            .map((file) => file.replaceAll(path.sep, "/"));
        assert.deepEqual(files.sort(), FILES);
    });

    it("asks for a CLI no older than the SDK that the pack runs on", () => {
        const text = fs.readFileSync(path.join(published().folder, "PulumiPolicy.yaml"), "utf8");
        const { requiredPulumiVersion } = yaml.load(text) as { requiredPulumiVersion: string };
        const sdk = manifest().dependencies["@pulumi/pulumi"];
        assert.equal(requiredPulumiVersion, sdk.replace("^", ">="));
    });

    it(`has at most ${MOST_BYTES} bytes`, () => {
        assert.ok(fs.statSync(published().tarball).size <= MOST_BYTES);
    });

    it("is all that `npm pack` tells of, for the engine takes what is printed for its name", () => {
        const { name, version } = manifest();
        assert.equal(published().printed, `${name}-${version}.tgz\n`);
    });

    it("can be published once more from where it was unpacked: nothing is run to pack it", () => {
        // npm prints what it runs, and the engine would take that for a part of the name.
        assert.equal(manifest().scripts, undefined);
    });

    it("has the version that PulumiPolicy.yaml says and the package has", () => {
        const project = fs.readFileSync(path.join(published().folder, "PulumiPolicy.yaml"), "utf8");
        const { version } = manifest();
        assert.equal(/^version: (.*)$/m.exec(project)?.[1], version);
        assert.equal(versionOfPackage, version);
    });

    it("depends on all that its bundle asks for, and on nothing else", () => {
        const code = fs.readFileSync(path.join(published().folder, "bin", "index.js"), "utf8");
        const asked = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
        assert.deepEqual(
            asked.filter((name) => !ASKED.test(name)),
            [],
        );
        const packages = asked.flatMap((name) => /^@[^/]+\/[^/]+/.exec(name) ?? []);
        assert.deepEqual(
            [...new Set(packages)].sort(),
            Object.keys(manifest().dependencies).sort(),
        );
    });
});

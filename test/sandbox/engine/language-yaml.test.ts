import assert from "node:assert/strict";
import {
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { findLanguageYaml, LanguageYamlNotFoundError, type Engine } from "../../../sandbox/engine";
import { YAML_VERSION } from "../../../sandbox/engine/versions";
import { packageRoot } from "../../../sandbox/package-root";
import { Room } from "./fake-executables";

const NAME = "pulumi-language-yaml";

describe("findLanguageYaml", () => {
    let room: Room;
    let lines: string[];
    let engine: Engine;
    let built: string;
    beforeEach(() => {
        room = new Room();
        lines = [];
        built = join(room.engines, "language-yaml-1.32.0", "bin", NAME);
        const command = room.pulumi("v3.259.0", join(room.folder, "the cli", "pulumi"));
        engine = { command, version: "3.259.0", source: "cache", hasNodeLanguageHost: false };
    });
    afterEach(() => room.remove());
    const find = (): Promise<string> =>
        findLanguageYaml(engine, { env: room.env(), report: (line) => lines.push(line) });
    const buildsOf = (): number =>
        existsSync(room.goRuns)
            ? readFileSync(room.goRuns, "utf8").trimEnd().split("\n").length
            : 0;
    const findNothing = async (): Promise<string> => {
        const error = await find().catch((thrown: unknown) => thrown);
        assert.ok(error instanceof LanguageYamlNotFoundError);
        return error.message;
    };

    it("takes the one beside the CLI, before the one on PATH, and says nothing", async () => {
        const beside = room.write(join(dirname(engine.command), NAME), "exit 0");
        room.write(join(room.bin, NAME), "exit 0");
        assert.equal(await find(), beside);
        assert.deepEqual(lines, []);
        assert.ok(!existsSync(room.engines), "it makes no cache");
    });

    it("sees the one beside the executable that a link leads to", async () => {
        const cellar = join(room.folder, "Cellar");
        room.pulumi("v3.259.0", join(cellar, "pulumi"));
        const beside = room.write(join(cellar, NAME), "exit 0");
        mkdirSync(room.bin);
        symlinkSync(join(cellar, "pulumi"), join(room.bin, "pulumi"));
        engine = { ...engine, command: join(room.bin, "pulumi") };
        assert.equal(await find(), beside);
    });

    it("takes the one on PATH, before the cache", async () => {
        const onPath = room.write(join(room.bin, NAME), "exit 0");
        room.write(built, "exit 0");
        assert.equal(await find(), onPath);
    });

    it("builds it with Go, once", async () => {
        room.go("go1.26.8");
        assert.equal(await find(), built);
        assert.equal(await find(), built);
        assert.equal(buildsOf(), 1);
        assert.deepEqual(readdirSync(room.engines), ["language-yaml-1.32.0"]);
        const title = "Pulumi's language host for YAML 1.32.0";
        assert.equal(lines[0], `Building ${title} with Go 1.26.8 (about a minute the first time)…`);
        assert.match(lines[1], /^Built Pulumi's language host for YAML 1\.32\.0 in \d+ s\.$/);
    });

    it("builds it once for several that look at a time", async () => {
        room.go("go1.26.8", 1);
        assert.deepEqual(await Promise.all([find(), find()]), [built, built]);
        assert.equal(buildsOf(), 1);
        assert.ok(lines.includes("Waiting for another process that installs or builds Pulumi…"));
    });

    const broken: [string, () => void][] = [
        ["does not run", () => room.write(built, "exit 1")],
        ["is cut short", () => writeFileSync(room.write(built), "\u007fELF")],
        ["is missing from its folder", () => mkdirSync(dirname(built), { recursive: true })],
    ];
    for (const [name, spoil] of broken) {
        it(`heals a cache whose ${NAME} ${name}`, async () => {
            spoil();
            room.go("go1.26.8");
            assert.equal(await find(), built);
            assert.ok(lines.some((line) => line.startsWith("Removed from the cache")));
        });
    }

    it("keeps what does not run out of the cache", async () => {
        room.go("go1.26.8", 0, `printf '#!/bin/sh\\nexit 1\\n' > "$out"; chmod +x "$out"; exit 0`);
        assert.match(await findNothing(), /building with Go: it ended well, but .* fails: /);
        assert.deepEqual(readdirSync(room.engines), []);
    });

    it("says every way and what to do, if none works", async () => {
        assert.deepEqual((await findNothing()).split("\n"), [
            "No pulumi-language-yaml was found, which runs programs in YAML. What was tried:",
            `  - beside ${engine.command}: not there`,
            "  - PATH: not there",
            "  - building with Go: no go on PATH",
            "What you can do, any one of:",
            "  - install Pulumi with its language hosts, and put it on PATH: https://www.pulumi.com/docs/install/",
            "  - install Go 1.25.11 or newer (https://go.dev/dl) and run this again: it is then built, once",
        ]);
    });

    it("says so if the cache cannot be written", async () => {
        writeFileSync(room.cacheRoot, "a file where a folder should be");
        assert.match(await findNothing(), /building with Go: E(NOTDIR|EXIST)/);
    });

    it("builds the version of its Go module", () => {
        const file = join(packageRoot(), "sandbox/engine/build-language-yaml/go.mod");
        const text = readFileSync(file, "utf8");
        assert.ok(text.includes(`github.com/pulumi/pulumi-yaml v${YAML_VERSION}`));
    });
});

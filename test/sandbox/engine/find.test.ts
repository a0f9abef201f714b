import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Room } from "./fake-executables";
import { outcomeOf, Search } from "./search";

describe("findEngine", () => {
    let room: Room;
    let lines: string[];
    let find: Search["find"];
    let findNothing: Search["findNothing"];
    beforeEach(() => {
        room = new Room();
        ({ lines, find, findNothing } = new Search(room));
    });
    afterEach(() => room.remove());

    describe("takes them in this order", () => {
        it("what the environment variable names, before all else", async () => {
            const command = room.pulumi("v3.240.0", join(room.folder, "my own", "pulumi"));
            room.pulumi("v3.250.0");
            room.pulumi("v3.259.0", room.cached);
            assert.deepEqual(await find({ ECS_SECRETS_PULUMI: command }), {
                command,
                version: "3.240.0",
                source: "environment variable",
                hasNodeLanguageHost: false,
            });
        });
        it("the one on PATH, before the cache", async () => {
            const command = room.pulumi("v3.250.0");
            room.pulumi("v3.259.0", room.cached);
            assert.deepEqual(await find(), {
                command,
                version: "3.250.0",
                source: "PATH",
                hasNodeLanguageHost: false,
            });
            assert.deepEqual(lines, [
                "Not by the environment variable ECS_SECRETS_PULUMI: not set.",
                `Using the Pulumi CLI 3.250.0: ${command} (PATH).`,
            ]);
        });
        it("the cached one, before the installer, without a lock", async () => {
            room.pulumi("v3.259.0", room.cached);
            const engine = await find({}, () => assert.fail("the installer ran"));
            assert.deepEqual([engine.command, engine.source], [room.cached, "cache"]);
            assert.deepEqual(readdirSync(room.engines), ["3.259.0"]);
        });
        it("the installed one, before Go", async () => {
            room.go("go1.26.8");
            const engine = await find({}, async (root) => {
                room.pulumi("v3.259.0", join(root, "bin", "pulumi"));
                room.languageHost(join(root, "bin"));
                return undefined;
            });
            assert.deepEqual(engine, {
                command: room.cached,
                version: "3.259.0",
                source: "installer",
                hasNodeLanguageHost: true,
            });
            assert.deepEqual(readdirSync(room.engines), ["3.259.0"]);
            assert.ok(!existsSync(room.goRuns));
        });
        it("the one built with Go at last, and from then on the cache", async () => {
            room.go("go1.25.11");
            const built = await find({ GOFLAGS: "-tags=mine -mod=vendor", GOOS: "plan9" });
            assert.deepEqual(built, {
                command: room.cached,
                version: "3.259.0",
                source: "Go",
                hasNodeLanguageHost: false,
            });
            assert.deepEqual(await find(), { ...built, source: "cache" });
            assert.equal(readFileSync(room.goRuns, "utf8"), "run\n");
            const seen = readFileSync(room.goEnvironment, "utf8").split("\n");
            assert.ok(seen[0].startsWith(realpathSync(room.engines)), "it builds in the cache");
            assert.deepEqual(seen.slice(1, 3), ["go.mod", "go.sum"]);
            assert.ok(seen.includes("GOFLAGS=-tags=mine -mod=vendor"), "the user's flags stay");
            assert.ok(!seen.includes("GOOS=plan9"));
            const start =
                "Building the Pulumi CLI 3.259.0 with Go 1.25.11 (about 3 to 7 minutes the first time)…";
            assert.ok(lines.includes(start));
            assert.ok(
                lines.some((line) => /^Built the Pulumi CLI 3\.259\.0 in \d+ s\.$/.test(line)),
            );
        });
    });

    describe("heals a cache whose pulumi", () => {
        const rows: [string, (room: Room) => void][] = [
            ["does not run", (r) => r.write(r.cached, "exit 1")],
            ["prints another version", (r) => r.pulumi("v3.258.0", r.cached)],
            ["is cut short", (r) => writeFileSync(r.write(r.cached), "\u007fELF")],
            ["is missing from its folder", (r) => r.write(join(r.cached, "..", "something"))],
        ];
        for (const [name, spoil] of rows) {
            it(name, async () => {
                spoil(room);
                room.go("go1.26.8");
                assert.equal((await find()).source, "Go");
                assert.equal((await find()).source, "cache");
                assert.ok(lines.some((line) => line.startsWith("Removed a broken Pulumi CLI")));
            });
        }
    });

    describe("keeps out of the cache", () => {
        it("what the installer made of another version", async () => {
            const error = await findNothing({}, async (root) => {
                room.pulumi("v3.248.0", join(root, "bin", "pulumi"));
                return undefined;
            });
            assert.match(
                outcomeOf(error, "Pulumi's installer") ?? "",
                /^it ended well, but .*3\.248\.0, not 3\.259\.0$/,
            );
            assert.deepEqual(readdirSync(room.engines), []);
        });
        it("what a failed build left", async () => {
            room.go(
                "go1.26.8",
                0,
                "echo 'go: downloading a v1' >&2; echo 'a.go:1: bad' >&2; exit 1",
            );
            assert.equal(outcomeOf(await findNothing(), "building with Go"), "a.go:1: bad");
            assert.deepEqual(readdirSync(room.engines), []);
        });
    });

    it("refuses a Go that is too old", async () => {
        room.go("go1.25.10");
        const outcome = outcomeOf(await findNothing(), "building with Go");
        assert.equal(outcome, `${join(room.bin, "go")} is version 1.25.10, older than 1.25.11`);
    });

    it("says every way and what to do, if none works", async () => {
        const { message } = await findNothing();
        assert.deepEqual(message.split("\n"), [
            "No usable Pulumi CLI was found. What was tried:",
            "  - the environment variable ECS_SECRETS_PULUMI: not set",
            "  - pulumi on PATH: in none of its 1 folders",
            `  - the cache: no ${room.cached}`,
            "  - Pulumi's installer: Failed to download the installer",
            "  - building with Go: no go on PATH",
            "What you can do, any one of:",
            "  - install Pulumi 3.229.0 or newer, with its language hosts, and put it on PATH: https://www.pulumi.com/docs/install/",
            "  - install Go 1.25.11 or newer (https://go.dev/dl) and run this again: Pulumi 3.259.0 is then built, once",
            "  - set ECS_SECRETS_PULUMI to the path of a pulumi executable",
        ]);
    });

    it("says so if the cache cannot be written", async () => {
        writeFileSync(room.cacheRoot, "a file where a folder should be");
        const { attempts } = await findNothing();
        assert.equal(attempts[3].tried, `writing to the cache in ${room.engines}`);
        assert.match(attempts[3].outcome, /^E(NOTDIR|EXIST)/);
    });
});

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Room } from "./fake-executables";
import { outcomeOf, Search } from "./search";

describe("findEngine", () => {
    let room: Room;
    let find: Search["find"];
    let findNothing: Search["findNothing"];
    beforeEach(() => {
        room = new Room();
        ({ find, findNothing } = new Search(room));
    });
    afterEach(() => room.remove());

    describe("refuses what ECS_SECRETS_PULUMI names, and tries nothing else, because", () => {
        const rows: [string, (room: Room, command: string) => void, RegExp][] = [
            ["it does not exist", () => undefined, /mine is not an executable file$/],
            [
                "it is a folder",
                (_, path) => void mkdirSync(path),
                /mine is not an executable file$/,
            ],
            [
                "it is no executable",
                (_, path) => writeFileSync(path, ""),
                /mine is not an executable file$/,
            ],
            [
                "it is too old",
                (r, path) => r.pulumi("v3.228.0", path),
                /is version 3\.228\.0, older than 3\.229\.0$/,
            ],
            [
                "it fails",
                (r, path) => r.write(path, "echo broken >&2; exit 7"),
                /version` fails: broken$/,
            ],
            [
                "it is something else",
                (r, path) => r.write(path, "echo hello"),
                /version` prints no version$/,
            ],
        ];
        for (const [name, prepare, outcome] of rows) {
            it(name, async () => {
                room.pulumi("v3.259.0");
                const command = join(room.folder, "mine");
                prepare(room, command);
                const { attempts } = await findNothing({ ECS_SECRETS_PULUMI: command });
                assert.equal(attempts.length, 1);
                assert.equal(attempts[0].tried, "the environment variable ECS_SECRETS_PULUMI");
                assert.match(attempts[0].outcome, outcome);
            });
        }
        it("(but an empty one is none)", async () => {
            room.pulumi("v3.259.0");
            assert.equal((await find({ ECS_SECRETS_PULUMI: "" })).source, "PATH");
        });
    });

    describe("judges the one on PATH:", () => {
        const rows: [string, string, boolean, RegExp | undefined][] = [
            ["takes the oldest", "v3.229.0", false, undefined],
            ["refuses the one before", "v3.228.9", true, /older than 3\.229\.0$/],
            [
                "refuses a pre-release of the oldest",
                "v3.229.0-alpha.1",
                true,
                /older than 3\.229\.0$/,
            ],
            ["takes the newest that needs no language host", "v3.259.0", false, undefined],
            [
                "refuses the next without a language host",
                "v3.259.1",
                false,
                /without pulumi-language-nodejs/,
            ],
            [
                "refuses a much newer without a language host",
                "v3.274.1",
                false,
                /without pulumi-language-nodejs/,
            ],
            ["takes a much newer with a language host", "v3.274.1", true, undefined],
            [
                "refuses the next major version",
                "v4.0.0",
                true,
                /Automation API of version 3 refuses$/,
            ],
        ];
        for (const [name, version, host, refusal] of rows) {
            it(name, async () => {
                room.pulumi(version);
                if (host) {
                    room.languageHost();
                }
                if (refusal === undefined) {
                    const engine = await find();
                    assert.deepEqual([engine.source, engine.hasNodeLanguageHost], ["PATH", host]);
                } else {
                    assert.match(outcomeOf(await findNothing(), "pulumi on PATH") ?? "", refusal);
                }
            });
        }
        it("sees the language host beside the executable that a link leads to", async () => {
            const cellar = join(room.folder, "Cellar", "bin");
            room.pulumi("v3.274.1", join(cellar, "pulumi"));
            room.languageHost(cellar);
            mkdirSync(room.bin);
            symlinkSync(join(cellar, "pulumi"), join(room.bin, "pulumi"));
            assert.equal((await find()).command, join(room.bin, "pulumi"));
        });
        it("passes over a file that is no executable", async () => {
            chmodSync(room.pulumi("v3.240.0"), 0o644);
            assert.equal(
                outcomeOf(await findNothing(), "pulumi on PATH"),
                "in none of its 1 folders",
            );
        });
    });
});

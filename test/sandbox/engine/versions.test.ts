import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
    compareVersions,
    OLDEST_GO,
    parseGoVersion,
    parsePulumiVersion,
    PINNED_VERSION,
} from "../../../sandbox/engine/versions";
import { packageRoot } from "../../../sandbox/package-root";

describe("versions", () => {
    const printed: [string, string, string | undefined][] = [
        ["reads a release", "v3.259.0\n", "3.259.0"],
        ["reads one without a v", "3.259.0", "3.259.0"],
        ["reads a pre-release", "v3.260.0-alpha.1\n", "3.260.0-alpha.1"],
        ["reads one after a warning", "warning: old file\r\nv3.259.0\r\n", "3.259.0"],
        ["reads none from within a warning", "warning: 3.1.0 is out\n", undefined],
        ["reads none from an unversioned build", "\n", undefined],
    ];
    for (const [name, text, expected] of printed) {
        it(`parsePulumiVersion ${name}`, () => assert.equal(parsePulumiVersion(text), expected));
    }

    const goPrinted: [string, string, string | undefined][] = [
        ["reads a release", "go version go1.26.8 linux/amd64", "1.26.8"],
        ["reads one without a third number", "go version go1.26 darwin/arm64", "1.26.0"],
        ["reads a development version", "go version devel go1.27-abc12 Mon", "1.27.0"],
        ["reads none from something else", "usage: go play", undefined],
    ];
    for (const [name, text, expected] of goPrinted) {
        it(`parseGoVersion ${name}`, () => assert.equal(parseGoVersion(text), expected));
    }

    const ordered: [string, string][] = [
        ["3.99.9", "3.229.0"],
        ["3.229.0", "3.229.1"],
        ["3.229.0-alpha.1", "3.229.0"],
        ["3.228.0", "3.229.0-alpha.1"],
        ["3.229.0", "4.0.0"],
    ];
    for (const [older, newer] of ordered) {
        it(`compareVersions puts ${older} before ${newer}`, () => {
            assert.ok(compareVersions(older, newer) < 0);
            assert.ok(compareVersions(newer, older) > 0);
        });
    }
    it("compareVersions does not order by build metadata", () => {
        assert.equal(compareVersions("3.229.0+a-b", "3.229.0"), 0);
    });

    it("are those of the Go module", () => {
        const text = readFileSync(join(packageRoot(), "sandbox/engine/build/go.mod"), "utf8");
        for (const part of ["pkg", "sdk"]) {
            assert.ok(text.includes(`github.com/pulumi/pulumi/${part}/v3 v${PINNED_VERSION}`));
        }
        assert.ok(text.includes(`\ngo ${OLDEST_GO}\n`));
    });
});

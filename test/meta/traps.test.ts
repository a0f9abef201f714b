import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { readPage } from "./pages";

/** How many rows the page has, at least: what is shown must not fall out of it unseen. */
const FEWEST = 110;

interface Proof {
    readonly file: string;
    readonly title: string;
}

/** A row of a table: what it says, and what shows it. */
interface Row {
    readonly text: string;
    readonly proofs: readonly Proof[];
}

describe("the page of proofs", function () {
    this.timeout(60_000);
    const rows = listRows();
    const proofs = rows.flatMap(({ proofs: ofRow }) => ofRow);
    const files = [...new Set(proofs.map(({ file }) => file))].sort();

    it(`has at least ${FEWEST} rows, each of which names a test`, () => {
        assert.ok(rows.length >= FEWEST, `${rows.length} rows`);
        const unproved = rows.filter(({ proofs: ofRow }) => ofRow.length === 0);
        assert.deepEqual(unproved, []);
    });

    it("names nothing but what it links to", () => {
        const links = readPage("proofs.md").match(/\]\(\.\.\/test\//g) ?? [];
        assert.equal(proofs.length, links.length);
    });

    it("names files that are there", () => {
        const missing = files.filter((file) => !fs.existsSync(path.join(packageRoot(), file)));
        assert.deepEqual(missing, []);
    });

    it("names tests by their titles", () => {
        const titles = listTitles(files);
        const missing = proofs.filter(({ file, title }) => !titles.has(`${file} › ${title}`));
        assert.deepEqual(describeMissing(missing), []);
        assert.ok(!titles.has(`${files[0]} › a title that no test has`));
    });
});

/** What is missing, and where tests stand by now that were moved to another file. */
function describeMissing(missing: readonly Proof[]): string[] {
    const all = missing.length === 0 ? [] : [...listTitles(["test/**/*.test.ts"])];
    return missing.map(({ file, title }) => {
        const [found] = all.filter((one) => one.endsWith(` › ${title}`));
        const moved = found === undefined ? "nor has any other" : found.split(" › ")[0];
        return `${file} has no test "${title}": ${moved}`;
    });
}

function listRows(): Row[] {
    const lines = readPage("proofs.md")
        .split("\n")
        .filter((line) => /^\| (?!-)/.test(line) && !line.endsWith("| shown by |"));
    return lines.map((text) => ({
        text,
        proofs: [...text.matchAll(/\]\(\.\.\/(test\/[^)]+)\) (`+) ?(.+?) ?\2(?!`)/g)].map(
            ([, file, , title]) => ({ file, title }),
        ),
    }));
}

/** What Mocha would run, by file and full title; without running it. */
function listTitles(files: readonly string[]): Set<string> {
    const mocha = require.resolve("mocha/bin/mocha.js");
    const output = execFileSync(
        process.execPath,
        [mocha, "--dry-run", "--reporter", "json", ...files],
        {
            cwd: packageRoot(),
            encoding: "utf8",
            maxBuffer: 100 * 2 ** 20,
            stdio: ["ignore", "pipe", "pipe"],
        },
    );
    const { tests } = JSON.parse(output.slice(output.indexOf("{"))) as {
        tests: { file: string; fullTitle: string }[];
    };
    return new Set(
        tests.map(({ file, fullTitle }) => {
            const relative = path.relative(packageRoot(), file).split(path.sep).join("/");
            return `${relative} › ${fullTitle}`;
        }),
    );
}

import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { loadAll } from "js-yaml";
import { packageRoot } from "../../sandbox/package-root";
import {
    listAnchors,
    listCode,
    listLinks,
    listMarkdown,
    readMarkdown,
    resolveLink,
    type Link,
} from "./markdown";

/** Where a newcomer begins. */
const FIRST = "README.md";

/** Pages for whoever uses the package: two clicks away, at most. */
const FOR_USERS = /^([A-Z]+\.md|docs\/.*|examples\/.*|policypack\/.*)$/;

/** How much there is, at least: a search that finds none would prove nothing. */
const FEWEST = { pages: 60, links: 600, external: 60, anchors: 5 };

const pages = listMarkdown();
const links = pages.flatMap(listLinks);
const inner = links.filter(({ target }) => !/^[a-z][a-z+.-]*:/i.test(target));
const external = links.filter((link) => !inner.includes(link));

describe("the links of all pages", () => {
    it("are found", () => {
        assert.ok(pages.length >= FEWEST.pages, `${pages.length} pages`);
        assert.ok(links.length >= FEWEST.links, `${links.length} links`);
        assert.ok(external.length >= FEWEST.external, `${external.length} external links`);
    });

    for (const page of pages) {
        it(`${page} leads to files that are there, and to headings that they have`, () => {
            const broken = inner.filter((link) => link.page === page).filter(isBroken);
            assert.deepEqual(broken, []);
        });
    }

    it("are broken where a file or a heading is missing", () => {
        const known = listAnchors("docs/policies.md");
        assert.ok(known.includes("in-your-own-repository"));
        for (const target of ["docs/none.md", "docs/policies.md#none", "#none"]) {
            assert.ok(isBroken({ page: FIRST, target }), target);
        }
        const anchored = inner.filter(({ target }) => target.includes("#"));
        assert.ok(anchored.length >= FEWEST.anchors, `${anchored.length} anchors`);
    });

    it("outside of the repository are https, of a host, and without a login or a tracker", () => {
        const wrong = external.filter(({ target }) => !isProper(target));
        assert.deepEqual(wrong, []);
        const others = ["http://example.com/", "https://localhost/", "mailto:a@example.com"];
        assert.deepEqual(others.filter(isProper), []);
    });
});

describe("the pages", () => {
    const clicks = countClicks();

    it("for users are at most two clicks away from the README", () => {
        const far = pages
            .filter((page) => FOR_USERS.test(page))
            .filter((page) => (clicks.get(page) ?? Infinity) > 2);
        assert.deepEqual(far, []);
    });

    it("are all reached from the README", () => {
        assert.deepEqual(
            pages.filter((page) => !clicks.has(page)),
            [],
        );
    });

    it("are all on the index of docs, where they are pages of docs", () => {
        const listed = listLinks("docs/README.md").map((link) => resolveLink(link).file);
        const missing = pages
            .filter((page) => page.startsWith("docs/") && page !== "docs/README.md")
            .filter((page) => !listed.includes(page));
        assert.deepEqual(missing, []);
    });
});

describe("the code blocks of all pages", () => {
    const blocks = pages.flatMap(listCode);
    const inLanguage = (language: string) => blocks.filter((block) => block.language === language);

    it("say what language they are in", () => {
        assert.deepEqual(inLanguage(""), []);
    });

    it("are JSON where they say so", () => {
        for (const { place, code } of inLanguage("json")) {
            assert.doesNotThrow(() => void JSON.parse(code), place);
        }
    });

    it("are YAML where they say so", () => {
        for (const { place, code } of inLanguage("yaml")) {
            assert.doesNotThrow(() => loadAll(code), place);
        }
    });

    it("and the sentences name commands that the package has", () => {
        const file = path.join(packageRoot(), "package.json");
        const { scripts } = JSON.parse(fs.readFileSync(file, "utf8")) as { scripts: object };
        const named = pages.flatMap((page) =>
            [...readMarkdown(page).matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(
                ([, script]) => `${page}: ${script}`,
            ),
        );
        assert.ok(named.length > 20, `${named.length} commands`);
        const unknown = named.filter((one) => !(one.split(": ")[1] in scripts));
        assert.deepEqual(unknown, []);
    });
});

function isBroken(link: Link): boolean {
    const { file, anchor } = resolveLink(link);
    if (!fs.existsSync(path.join(packageRoot(), file))) {
        return true;
    }
    return anchor !== "" && (!file.endsWith(".md") || !listAnchors(file).includes(anchor));
}

function isProper(target: string): boolean {
    if (!URL.canParse(target)) {
        return false;
    }
    const { protocol, hostname, port, username, search } = new URL(target);
    const isOfHost = /^([a-z\d-]+\.)+[a-z]{2,}$/.test(hostname) && port === "" && username === "";
    return protocol === "https:" && isOfHost && !/[?&]utm_/.test(search);
}

/** How many links have to be followed from the first page to each other. */
function countClicks(): Map<string, number> {
    const clicks = new Map([[FIRST, 0]]);
    for (const [page, count] of clicks) {
        for (const link of inner.filter((one) => one.page === page)) {
            const { file } = resolveLink(link);
            // A link to a folder shows the page that stands in it.
            const [target] = [file, path.posix.join(file, "README.md")].filter((one) =>
                pages.includes(one),
            );
            if (target !== undefined && !clicks.has(target)) {
                clicks.set(target, count + 1);
            }
        }
    }
    return clicks;
}

import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/** A link of a page, as it stands there. */
export interface Link {
    /** The page, from the root of the package. */
    readonly page: string;
    readonly target: string;
}

/** A block of code, with the language that it says it is in. */
export interface CodeBlock {
    /** The page and the line where the code begins. */
    readonly place: string;
    readonly language: string;
    readonly code: string;
}

/** Where no page of ours stands. */
const FOREIGN = /^(\.git|\.stryker-tmp|bin|coverage|node_modules|reports)$/;

/** Every page of the repository, from its root. */
export function listMarkdown(folder = ""): string[] {
    return fs
        .readdirSync(path.join(packageRoot(), folder), { withFileTypes: true })
        .filter(({ name }) => !FOREIGN.test(name))
        .flatMap((entry) => {
            const file = path.posix.join(folder, entry.name);
            if (entry.isDirectory()) {
                return listMarkdown(file);
            }
            return file.endsWith(".md") ? [file] : [];
        })
        .sort();
}

/** The text of a page. */
export function readMarkdown(page: string): string {
    return fs.readFileSync(path.join(packageRoot(), page), "utf8");
}

/** The links of a page: inline, by reference, and bare in angle brackets. */
export function listLinks(page: string): Link[] {
    const text = withoutCode(readMarkdown(page));
    const found = [
        ...text.matchAll(/\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)\)/g),
        ...text.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
        ...text.matchAll(/<(https?:[^>\s]*)>/g),
    ];
    return found.map(([, target]) => ({ page, target }));
}

/** The file that a relative link leads to, from the root, and the anchor in it. */
export function resolveLink({ page, target }: Link): { file: string; anchor: string } {
    const [file, anchor = ""] = target.split("#");
    return {
        file: file === "" ? page : path.posix.join(path.posix.dirname(page), file),
        anchor,
    };
}

/** The anchors that GitHub gives to the headings of a page. */
export function listAnchors(page: string): string[] {
    const seen = new Map<string, number>();
    const text = readMarkdown(page).replace(/^ *(`{3,}|~{3,}).*?^ *\1`*$/gms, "");
    const anchors = [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading]) => {
        const slug = heading
            .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
            .toLowerCase()
            .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
            .trim()
            .replaceAll(" ", "-");
        const before = seen.get(slug) ?? 0;
        seen.set(slug, before + 1);
        return before === 0 ? slug : `${slug}-${before}`;
    });
    return [...anchors, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)];
}

/** The blocks of code on a page. */
export function listCode(page: string): CodeBlock[] {
    const text = readMarkdown(page);
    return [...text.matchAll(/^ *```(\w*)[^\n`]*\n(.*?)^ *```$/gms)].map(
        ({ index, 1: language, 2: code }) => ({
            place: `${page}:${text.slice(0, index).split("\n").length}`,
            language,
            code,
        }),
    );
}

function withoutCode(text: string): string {
    return text.replace(/^ *(`{3,}|~{3,}).*?^ *\1`*$/gms, "").replace(/(`+)(?!`).*?\1(?!`)/g, "");
}

import * as fs from "node:fs";
import * as path from "node:path";
import type { PackConfig } from "./pack-config";

const ROOT = path.join(__dirname, "..", "..");

/** Where a policy's parts stand, by its name. */
export const PLACES = {
    source: (name: string) => path.join(ROOT, "policypack", "policies", `${name}.ts`),
    page: (name: string) => path.join(ROOT, "policypack", "docs", `${name}.md`),
    spec: (name: string) => path.join(ROOT, "test", "policypack", "policies", `${name}.test.ts`),
};

/** The names for which a folder holds a part, sorted. */
export function namesWith(place: keyof typeof PLACES): string[] {
    const example = path.parse(PLACES[place]("*"));
    const ending = example.base.slice(1);
    return fs
        .readdirSync(example.dir)
        .filter((file) => file.endsWith(ending) && file !== `index${ending}`)
        .map((file) => file.slice(0, -ending.length))
        .sort();
}

/** The text of a part. */
export function readPart(place: keyof typeof PLACES, name: string): string {
    return fs.readFileSync(PLACES[place](name), "utf8");
}

/** The first TypeScript block below a heading of a page. */
export function exampleBelow(page: string, heading: string): string {
    return firstBlock(sectionBelow(page, heading), "ts") ?? "";
}

/** The configuration of the pack that an example is run with: it stands before the program. */
export function configBelow(page: string, heading: string): PackConfig | undefined {
    const [before] = sectionBelow(page, heading).split("```ts\n");
    const json = firstBlock(before, "json");
    return json === undefined ? undefined : (JSON.parse(json) as PackConfig);
}

function sectionBelow(page: string, heading: string): string {
    const [, rest = ""] = page.split(`\n## ${heading}\n`);
    return rest.split("\n## ")[0];
}

function firstBlock(text: string, language: string): string | undefined {
    const [, code] = text.split(`\`\`\`${language}\n`) as [string, string?];
    return code?.split("```")[0];
}

/** What came of each use, in words; what begins with FAILED did not work. */
export type Findings = Readonly<Record<string, string>>;

/** What came of all uses beside some versions. */
export interface Cell {
    readonly node: string;
    readonly sdk: string;
    readonly provider: string;
    readonly findings: Findings;
}

const USES: Readonly<Record<string, string>> = {
    program: "program",
    refusal: "wrong args",
    policies: "`./policies`",
    plugin: "plugin",
    pack: "pack",
};

const BLOCK = /(<!-- matrix: [^>]*-->\n)[\s\S]*(<!-- \/matrix -->)/;

/** Renders the table of all cells, with the day it was made. */
export function renderMatrix(cells: readonly Cell[], day: Date): string {
    const names = Object.keys(USES);
    const heads = ["Node", "@pulumi/pulumi", "@pulumi/aws", ...Object.values(USES)];
    const rows = cells.map(({ node, sdk, provider, findings }) => [
        ...[node, sdk, provider],
        ...names.map((name) => findings[name] ?? "not tried"),
    ]);
    const lines = [heads, heads.map(() => "-"), ...rows].map((cols) => `| ${cols.join(" | ")} |`);
    return `Run on ${day.toISOString().slice(0, 10)}.\n\n${lines.join("\n")}`;
}

/** Puts a text into the generated block of a page. */
export function replaceBlock(page: string, text: string): string {
    return page.replace(BLOCK, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
}

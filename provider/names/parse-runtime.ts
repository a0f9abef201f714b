/**
 * Reads the runtime out of a project file, which is YAML or JSON: a name, or an object with one.
 * A file that writes it in a way that is not known here has none: names are then spelled as the
 * schema has them.
 *
 * No parser of YAML is among what this package depends on.
 * Source: https://www.pulumi.com/docs/iac/concepts/projects/project-file/
 */
export function parseRuntime(text: string): string | undefined {
    const marked = text.replace(/^\uFEFF/, "");
    return parseJson(marked) ?? parseYaml(marked);
}

function parseJson(text: string): string | undefined {
    try {
        const { runtime } = JSON.parse(text) as { runtime?: string | { name?: string } };
        return typeof runtime === "string" ? runtime : runtime?.name;
    } catch {
        return undefined;
    }
}

const KEY = /^(?:runtime|"runtime"|'runtime')\s*:(?=\s|$)/;
const NAME = /(?:^|[\s{,])(?:name|"name"|'name')\s*:\s*["']?([\w-]+)/;

function parseYaml(text: string): string | undefined {
    const lines = text.split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*$/, ""));
    const index = lines.findIndex((line) => KEY.test(line));
    if (index < 0) {
        return undefined;
    }
    const own = lines[index].replace(KEY, "").trim();
    if (own !== "" && !own.startsWith("{")) {
        return /^["']?([\w-]+)["']?$/.exec(own)?.[1];
    }
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((line) => /^[^\s}]/.test(line));
    return NAME.exec([own, ...rest.slice(0, end < 0 ? rest.length : end)].join("\n"))?.[1];
}

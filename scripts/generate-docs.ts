import * as fs from "node:fs";
import * as path from "node:path";
import * as prettier from "prettier";
import { policies } from "../policypack/policies";
import { renderConfigSchema, renderPresets } from "./policy-config";
import { renderPage, renderReadme } from "./policy-docs";

const root = path.join(__dirname, "..");

/** Every generated file with the text that it must have. */
export async function generateDocs(): Promise<Map<string, string>> {
    const pack = path.join(root, "policypack");
    const pages = policies.map((policy) => ({
        file: path.join(pack, "docs", `${policy.name}.md`),
        render: (text: string) => renderPage(text, policy),
    }));
    const presets = Object.entries(renderPresets(policies)).map(([name, text]) => ({
        file: path.join(pack, "presets", `${name}.json`),
        render: () => text,
    }));
    const schema = {
        file: path.join(pack, "config-schema.json"),
        render: () => renderConfigSchema(policies),
    };
    const readme = path.join(root, "README.md");
    const all = [
        { file: readme, render: (text: string) => renderReadme(text, policies) },
        ...pages,
        ...presets,
        schema,
    ];
    const texts = all.map(async ({ file, render }) => {
        const text = render(fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");
        const options = await prettier.resolveConfig(file);
        return [file, await prettier.format(text, { ...options, filepath: file })] as const;
    });
    return new Map(await Promise.all(texts));
}

if (require.main === module) {
    void generateDocs().then((docs) => {
        docs.forEach((text, file) => {
            fs.mkdirSync(path.dirname(file), { recursive: true });
            fs.writeFileSync(file, text);
        });
    });
}

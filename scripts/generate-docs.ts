import * as fs from "node:fs";
import * as path from "node:path";
import * as prettier from "prettier";
import { policies } from "../policypack/policies";
import { renderPage, renderReadme } from "./policy-docs";

const root = path.join(__dirname, "..");

/** Every generated file with the text that it must have. */
export async function generateDocs(): Promise<Map<string, string>> {
    const pages = policies.map((policy) => ({
        file: path.join(root, "policypack", "docs", `${policy.name}.md`),
        render: (text: string) => renderPage(text, policy),
    }));
    const readme = path.join(root, "README.md");
    const all = [
        { file: readme, render: (text: string) => renderReadme(text, policies) },
        ...pages,
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
        docs.forEach((text, file) => fs.writeFileSync(file, text));
    });
}

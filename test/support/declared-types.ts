import * as fs from "node:fs";
import * as path from "node:path";

/** The text of what `@pulumi/aws` declares for a type or a function. */
export function declarationText(token: string): string {
    const folder = path.dirname(require.resolve("@pulumi/aws/package.json"));
    const file = token.split(":")[1].replace(/^index\//, "");
    return fs.readFileSync(path.join(folder, `${file}.d.ts`), "utf8");
}

/** What the declaration of a resource says of its inputs and outputs. */
export function declaration(token: string) {
    const text = declarationText(token);
    const shell = text.slice(text.indexOf("export declare class"), text.indexOf("constructor("));
    const outputs = [...shell.matchAll(/readonly (\w+): pulumi\.Output<([\s\S]*?)>;\n/g)];
    const args = text.slice(text.search(/export interface \w+Args /));
    const inputs = [...args.matchAll(/^ {4}(\w+)(\??): /gm)];
    return {
        outputs: outputs.map(([, name]) => name),
        certain: outputs
            .filter(([, , type]) => !type.includes("undefined"))
            .map(([, name]) => name),
        inputs: inputs.map(([, name]) => name),
        required: inputs
            .filter(([, , optional]) => optional === "")
            .map(([, name]) => name)
            .sort(),
    };
}

/** The names that are wanted and not given. */
export function missing(wanted: readonly string[], given: readonly string[]): string[] {
    return wanted.filter((name) => !given.includes(name));
}

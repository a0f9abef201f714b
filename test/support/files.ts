import * as fs from "node:fs";
import * as path from "node:path";

/** The files below a folder that hold a text, by their relative paths, sorted. */
export function filesContaining(folder: string, text: string): string[] {
    return fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => fs.statSync(path.join(folder, file)).isFile())
        .filter((file) => fs.readFileSync(path.join(folder, file)).includes(text))
        .sort();
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { packageRoot } from "../../sandbox/package-root";

/** A file of `ci`, ready to copy. */
export interface Pipeline {
    /** Its path, from the root of the package. */
    readonly file: string;
    /** The schema of check-jsonschema that judges it. */
    readonly schema: string;
}

/** A call of the Pulumi CLI in a pipeline. */
export interface Call {
    /** What stands before the first flag, for example `preview`. */
    readonly command: string;
    /** The flags in their order, without what is given to them. */
    readonly flags: readonly string[];
}

/** The files of `ci`. */
export const PIPELINES: readonly Pipeline[] = [
    { file: "ci/github-actions/preview.yml", schema: "vendor.github-workflows" },
    { file: "ci/gitlab/.gitlab-ci.yml", schema: "vendor.gitlab-ci" },
];

/** The text of a pipeline. */
export function readPipeline({ file }: Pipeline): string {
    return readFileSync(join(packageRoot(), file), "utf8");
}

/** The calls of the Pulumi CLI in a pipeline's scripts. */
export function listCalls(pipeline: Pipeline): Call[] {
    return listScripts(load(readPipeline(pipeline))).flatMap(parseCalls);
}

/** The calls of the Pulumi CLI in the `sh` blocks of a page. */
export function listPageCalls(text: string): Call[] {
    return [...text.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].flatMap(([, code]) => parseCalls(code));
}

function parseCalls(script: string): Call[] {
    return script
        .replaceAll("\\\n", " ")
        .replace(/ #.*$/gm, "")
        .split(/[\n|;&()]/)
        .map((line) => line.trim().split(/\s+/))
        .filter(([program]) => program === "pulumi")
        .map(([, ...words]) => {
            const first = words.findIndex((word) => word.startsWith("-"));
            return {
                command: words.slice(0, first === -1 ? undefined : first).join(" "),
                flags: words.filter((word) => word.startsWith("-")),
            };
        });
}

/** The texts under `run`, of GitHub Actions, and in `script` and `before_script`, of GitLab. */
function listScripts(value: unknown): string[] {
    if (typeof value !== "object" || value === null) {
        return [];
    }
    return Object.entries(value).flatMap(([name, entry]: [string, unknown]) => {
        if (name === "run" && typeof entry === "string") {
            return [entry];
        }
        return /^(before_)?script$/.test(name) && Array.isArray(entry)
            ? entry.map(String)
            : listScripts(entry);
    });
}

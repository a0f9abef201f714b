import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { findGoTool } from "../../sandbox/engine/go-tool";
import { runCommand, type CommandOutcome } from "../../sandbox/engine/run-command";
import { packageRoot } from "../../sandbox/package-root";

/** The folder of the Go module whose program makes the SDKs for Go, Node and Python. */
export const GENERATOR = path.join(__dirname, "generator");

/** The folder of the Go module whose program makes the SDK for Java. */
export const JAVA_GENERATOR = path.join(__dirname, "generator-java");

const TIMEOUT_MS = 10 * 60_000;

/** Makes the SDKs from the committed schema, in a folder that is removed after the tests of a file. */
export function useSdks(module = GENERATOR): () => string {
    let folder: string;
    before("make the SDKs", async function () {
        this.timeout(50 * 60_000);
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-sdks-"));
        const generator = await findGenerator(module, (line) => console.log(`      ${line}`));
        const schema = path.join(packageRoot(), "provider", "schema.json");
        await expectSuccess(generator, [schema, folder], { cwd: folder });
    });
    after(() => fs.rmSync(folder, { recursive: true, force: true }));
    return () => folder;
}

/** Where and with what a command runs. */
export interface Place {
    readonly cwd: string;
    /**
     * Variables beside those of this process.
     * @default - none
     */
    readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command of a toolchain. */
export function run(
    command: string,
    args: readonly string[],
    { cwd, env }: Place,
): Promise<CommandOutcome> {
    return runCommand(command, args, { cwd, env: { ...process.env, ...env }, timeout: TIMEOUT_MS });
}

/** Runs a command that has to end well, and returns what it printed. */
export async function expectSuccess(
    command: string,
    args: readonly string[],
    place: Place,
): Promise<string> {
    const outcome = await run(command, args, place);
    if ("failure" in outcome) {
        throw new Error(`${path.basename(command)} ${args.join(" ")}: ${outcome.failure}`);
    }
    return outcome.stdout;
}

/** The program in a language on the page of other languages, which a user copies. */
export function readPageProgram(language: "go" | "java" | "python"): string {
    const page = path.join(packageRoot(), "docs", "other-languages.md");
    const text = fs.readFileSync(page, "utf8");
    const [, code] = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(text) ?? [];
    if (code === undefined) {
        throw new Error(`docs/other-languages.md has no program in ${language}`);
    }
    return code;
}

/** The program of a module, built if it is not there. */
export async function findGenerator(
    module: string,
    report: (line: string) => void,
): Promise<string> {
    const hash = createHash("sha256");
    for (const file of fs.readdirSync(module).sort()) {
        hash.update(fs.readFileSync(path.join(module, file)));
    }
    const tool = await findGoTool(
        {
            name: "generate-sdks",
            title: "the generator of SDKs",
            entry: `${path.basename(module)}-${hash.digest("hex").slice(0, 16)}`,
            source: { module, path: ".", ldflags: "-s -w" },
            duration: "about a minute",
            trial: [],
        },
        { env: process.env, report },
    );
    if ("outcome" in tool) {
        throw new Error(
            `The SDKs are made by a program in Go, which cannot be had: ${tool.outcome}`,
        );
    }
    return tool.found;
}

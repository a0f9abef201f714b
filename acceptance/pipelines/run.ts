import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findEngine } from "../../sandbox/engine";
import { runCommand } from "../../sandbox/engine/run-command";
import { packageRoot } from "../../sandbox/package-root";
import { preparePython, PythonError } from "../python";
import { judgeCall, listAllCalls } from "./judge-calls";
import { PIPELINES, type Call } from "./pipeline-files";

// It knows GitHub's expressions and the inputs of well-known actions, which the schema does not.
const ACTIONLINT = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";
const TIMEOUT_MS = 5 * 60_000;

/** A pipeline that every judge must refuse: its job has no runner, no script and a misspelt key. */
const CONTROL = "on: pull_request\njobs:\n  preview:\n    stage: preview\n    stepz: []\n";

/** Calls that the help of the CLI must not know. */
const WRONG_CALLS: readonly Call[] = [
    { command: "policy none", flags: [] },
    { command: "preview", flags: ["--policy"] },
];

/** Judges the files of `ci` by their schemas, by actionlint and by the Pulumi CLI's own help. */
async function main(print: (line: string) => void): Promise<number> {
    const folder = mkdtempSync(join(tmpdir(), "ecs-secrets-pipelines-"));
    const control = join(folder, "control.yml");
    writeFileSync(control, CONTROL);
    const findings: string[] = [];
    try {
        const python = await preparePython(process.env, print);
        for (const { file, schema } of PIPELINES) {
            const judge = (path: string) => run(python, schemaArgs(schema, path));
            note(await judge(file), `${file}: ${schema}`);
            noteControl(await judge(control), schema);
        }
        const workflows = PIPELINES.filter(({ file }) => file.includes("github-actions"));
        const version = await run("go", ["run", ACTIONLINT, "-version"]);
        if ("stdout" in version) {
            const judge = (path: string) => run("go", ["run", ACTIONLINT, path]);
            for (const { file } of workflows) {
                note(await judge(file), `${file}: actionlint`);
            }
            noteControl(await judge(control), "actionlint");
        } else {
            print(`actionlint: left out, Go does not build it: ${version.failure}`);
        }
        const { command: pulumi } = await findEngine({ report: print });
        const calls = listAllCalls();
        for (const call of [...calls, ...WRONG_CALLS]) {
            const unknown = await judgeCall(call, (words) => run(pulumi, words));
            const outcome = unknown.length === 0 ? {} : { failure: unknown.join(", ") };
            if (WRONG_CALLS.includes(call)) {
                noteControl(outcome, `the help of pulumi ${call.command}`);
            } else if (unknown.length > 0) {
                note(outcome, `pulumi ${call.command} ${call.flags.join(" ")}`);
            }
        }
        print(`${calls.length} calls of the Pulumi CLI, in ci and on the pages: judged`);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
    print(`\npipelines: ${findings.length === 0 ? "green" : `${findings.length} FAILED`}`);
    return findings.length === 0 ? 0 : 1;

    function note(outcome: object, what: string): void {
        const failure = "failure" in outcome ? String(outcome.failure) : undefined;
        print(failure === undefined ? `${what}: green` : `${what}: FAILED: ${failure}`);
        findings.push(...(failure === undefined ? [] : [what]));
    }

    function noteControl(outcome: object, judge: string): void {
        note("failure" in outcome ? {} : { failure: "it takes anything" }, `control of ${judge}`);
    }
}

function schemaArgs(schema: string, path: string): string[] {
    return ["-E", "-s", "-m", "check_jsonschema", "--builtin-schema", schema, path];
}

function run(command: string, args: readonly string[]): ReturnType<typeof runCommand> {
    return runCommand(command, args, {
        env: process.env,
        timeout: TIMEOUT_MS,
        cwd: packageRoot(),
    });
}

main((line) => console.log(line)).then(
    (exitCode) => process.exit(exitCode),
    (error: unknown) => {
        console.error(error instanceof PythonError ? error.message : error);
        process.exit(1);
    },
);

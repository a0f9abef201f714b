import { parseArgs } from "node:util";
import { createSend, type Send } from "./clients";
import { CONTROL_ROLE, CONTROLS, type Control } from "./controls";
import { listExamples, runExample, type ExampleRun } from "./examples";
import { judgeAccess } from "./iam";
import { Moto } from "./moto";
import { createFindNetwork } from "./network";
import { HOME } from "./program";
import { preparePython, PythonError } from "./python";
import { renderReport, type JudgedExample } from "./report";
import { findInRequests } from "./validation";

const USAGE = `Usage: npm run test:aws -- [--help] [example ...]

Sends every resource that the examples make through the AWS SDK to moto's server on this machine, and
judges the same requests by botocore's service models, and what they carry with cfn-lint. Where no example
is named, holds core/iam against moto's access control as well. Nothing reaches a real account. Needs
Python 3.11 or newer.`;

/** Runs the examples, or those that are named, and returns the exit code. */
export async function main(
    args: readonly string[],
    print: (line: string) => void,
): Promise<number> {
    // The SDK's versions are pinned: that later ones need a later Node concerns nobody here.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
    const named = readExamples(args, print);
    if (typeof named === "number") {
        return named;
    }
    const python = await preparePython(process.env, print);
    const moto = await Moto.start(python);
    process.once("exit", () => moto.stop());
    const send = createSend(moto);
    const server = { send, findNetwork: createFindNetwork(moto.endpoint) };
    const reset = () => moto.reset();
    const runs: ExampleRun[] = [];
    for (const example of named) {
        runs.push(await runExample(example, server, reset));
    }
    await reset();
    const refused = await sendControls(send);
    const examples = await judge(python, runs);
    const found = await findInRequests(
        python,
        CONTROLS.map(({ request }) => request),
    );
    const uncontrolled = CONTROLS.filter((control, index) =>
        control.judge === "moto"
            ? !refused.has(control)
            : !found[index].some((finding) => finding.startsWith(control.judge)),
    );
    await reset();
    const access = args.length === 0 ? [await judgeAccess(python, moto.endpoint)] : [];
    const requests = renderReport(
        examples,
        uncontrolled.map(({ what, judge }) => `${what} (${judge})`),
    );
    const summaries = [...access, requests];
    summaries.flatMap(({ lines }) => lines).forEach(print);
    return summaries.every(({ isGreen }) => isGreen) ? 0 : 1;
}

function readExamples(args: readonly string[], print: (line: string) => void): string[] | number {
    const all = listExamples();
    try {
        const { values, positionals } = parseArgs({
            args: [...args],
            allowPositionals: true,
            options: { help: { type: "boolean" } },
        });
        if (values.help) {
            print(USAGE);
            return 0;
        }
        const unknown = positionals.find((name) => !all.includes(name));
        if (unknown === undefined) {
            return positionals.length === 0 ? all : positionals;
        }
        print(`There is no example ${unknown}. There are: ${all.join(", ")}`);
    } catch (error) {
        print(`${(error as Error).message}\n\n${USAGE}`);
    }
    return 2;
}

/** The controls that the server refuses. */
async function sendControls(send: Send): Promise<ReadonlySet<Control>> {
    await send(CONTROL_ROLE, HOME);
    const refused = new Set<Control>();
    for (const control of CONTROLS.filter(({ judge }) => judge === "moto")) {
        await send(control.request, HOME).catch(() => refused.add(control));
    }
    return refused;
}

async function judge(python: string, runs: readonly ExampleRun[]): Promise<JudgedExample[]> {
    const all = runs.flatMap(({ requests }) => requests.map(({ request }) => request));
    const found = await findInRequests(python, all);
    return runs.map((run) => ({
        ...run,
        requests: run.requests.map((sent) => ({ ...sent, findings: found.shift() ?? [] })),
    }));
}

if (require.main === module) {
    process.on("SIGINT", () => process.exit(130));
    process.on("SIGTERM", () => process.exit(143));
    main(process.argv.slice(2), (line) => console.log(line)).then(
        (exitCode) => process.exit(exitCode),
        (error: unknown) => {
            console.error(error instanceof PythonError ? error.message : error);
            process.exit(1);
        },
    );
}

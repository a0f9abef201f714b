import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { parseArgs } from "node:util";
import {
    findManagedPolicyDifferences,
    MANAGED_POLICIES,
    type ManagedPolicyEntry,
} from "../core/iam";

const USAGE = `Usage: npm run managed-policies -- [--help] [name ...]
       npm run managed-policies -- --compare FILE [name]

Prints the AWS managed policies whose documents are recorded in core/iam/managed, or those that are
named, with the commands that show today's. With --compare, holds what \`aws iam get-policy-version\`
answered, saved in FILE, against the entry of that name; by default the name is that of the file.`;

/** Runs the command and returns the exit code: 1 if AWS's document differs from the entry. */
export function main(args: readonly string[], print: (line: string) => void): number {
    try {
        const { values, positionals } = parseArgs({
            args: [...args],
            allowPositionals: true,
            options: { help: { type: "boolean" }, compare: { type: "string" } },
        });
        if (values.help) {
            print(USAGE);
            return 0;
        }
        const file = values.compare;
        if (file !== undefined && positionals.length > 1) {
            print(`--compare takes one name\n\n${USAGE}`);
            return 2;
        }
        const names = positionals.length > 0 || file === undefined ? positionals : [nameOf(file)];
        const unknown = names.find((name) => !MANAGED_POLICIES.some((one) => isCalled(one, name)));
        if (unknown !== undefined) {
            print(`There is no entry ${unknown}. There are: ${listNames().join(", ")}`);
            return 2;
        }
        const entries = MANAGED_POLICIES.filter(
            (entry) => names.length === 0 || names.some((name) => isCalled(entry, name)),
        );
        if (file !== undefined) {
            return compareFile(file, entries[0], print);
        }
        print(entries.map(renderEntry).join("\n\n"));
        return 0;
    } catch (error) {
        print(`${(error as Error).message}\n\n${USAGE}`);
        return 2;
    }
}

function compareFile(file: string, entry: ManagedPolicyEntry, print: (line: string) => void) {
    const differences = findManagedPolicyDifferences(entry, readJson(file));
    const name = nameOf(entry.path);
    if (differences.length === 0) {
        print(`${name} is as it is recorded: ${entry.version} of ${entry.date}.`);
        return 0;
    }
    print([`${name} differs from what is recorded:`, ...differences].join("\n    "));
    return 1;
}

function readJson(file: string): unknown {
    const text = readFileSync(file, "utf8");
    try {
        return JSON.parse(text) as unknown;
    } catch {
        throw new Error(`${file} holds no JSON`);
    }
}

/** An entry for a person to read, with commands to paste. */
function renderEntry(entry: ManagedPolicyEntry): string {
    const { path, version, date, source, completeFor } = entry;
    const name = nameOf(path);
    const policy = `--policy-arn arn:aws:iam::aws:policy/${path}`;
    const today = `$(aws iam get-policy ${policy} --query Policy.DefaultVersionId --output text)`;
    return [
        `${name} ${version} ${date}${completeFor ? `, only ${completeFor.join(", ")}` : ""}`,
        `    ${source}`,
        `    aws iam get-policy ${policy}`,
        `    aws iam get-policy-version ${policy} --version-id "${today}" --output json > ${name}.json`,
        `    npm run managed-policies -- --compare ${name}.json`,
    ].join("\n");
}

function nameOf(path: string): string {
    return basename(path, extname(path));
}

function isCalled({ path }: ManagedPolicyEntry, name: string): boolean {
    return nameOf(path) === name;
}

function listNames(): string[] {
    return MANAGED_POLICIES.map(({ path }) => nameOf(path)).sort();
}

if (require.main === module) {
    process.exitCode = main(process.argv.slice(2), (line) => console.log(line));
}

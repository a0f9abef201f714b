import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { CORPUS_FILES, readCorpus } from "../detection/corpus";
import { fillStandIns } from "./stand-ins";

/**
 * How many scored variables of each file the tools were shown for the page. New ones are added at the end of
 * a file: they are shown once this number grows and the tools are run.
 */
const SHOWN: Readonly<Record<(typeof CORPUS_FILES)[number], number>> = {
    "environment-variables": 730,
    additions: 1037,
};

/** Where a case is from: the list of places, or a file of the corpus. */
export const CASE_SETS = ["places", ...CORPUS_FILES] as const;

/** A container definition that every tool is shown, in a task definition of its own. */
export interface Case {
    readonly set: (typeof CASE_SETS)[number];
    readonly id: string;
    readonly container: Readonly<Record<string, unknown>>;
    readonly isSecret: boolean;
    /** Whether its name misleads a list of keywords; of the corpus alone. */
    readonly isHard: boolean;
    /** Whether the value of its variable is known; of the corpus alone there are others. */
    readonly hasValue: boolean;
}

/** A case as it is written down. */
interface WrittenCase {
    readonly id: string;
    readonly isSecret: boolean;
    readonly variable?: readonly [name: string, value: string];
    readonly container?: Readonly<Record<string, unknown>>;
}

/** Reads all cases: the places first, then the files of the corpus. */
export function readCases(): Case[] {
    return [...readPlaces(), ...CORPUS_FILES.flatMap(readVariables)];
}

function readPlaces(): Case[] {
    const file = path.join(packageRoot(), "bench", "comparison", "cases.json");
    const written = JSON.parse(fs.readFileSync(file, "utf8"), (_key, value: unknown) =>
        typeof value === "string" ? fillStandIns(value) : value,
    ) as WrittenCase[];
    return written.map(({ id, isSecret, variable, container = {} }) => ({
        set: "places",
        id,
        container: variable ? containerWith(...variable, container) : containerOf(container),
        isSecret,
        isHard: false,
        hasValue: true,
    }));
}

function readVariables(file: (typeof CORPUS_FILES)[number]): Case[] {
    const shown = readCorpus(file).slice(0, SHOWN[file]);
    return shown.map(({ name, value, label, isHard }, index) => ({
        set: file,
        id: `${index} ${name}`,
        container: containerWith(name, value ?? ""),
        isSecret: label === "sensitive",
        isHard,
        hasValue: value !== undefined,
    }));
}

function containerWith(name: string, value: string, others: object = {}): Case["container"] {
    return containerOf({ ...others, environment: [{ name, value }] });
}

function containerOf(fields: object): Case["container"] {
    return { name: "web", image: "httpd", ...fields };
}

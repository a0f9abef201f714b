import { printPackStarts } from "./pack";
import { printYamlPreviews } from "./yaml-preview";

/** What is measured, each in a file of its own. */
const STARTS: readonly (() => Promise<void>)[] = [printPackStarts, printYamlPreviews];

/** Prints how long it takes until what is published is of use, and how much memory. */
export async function printStartup(): Promise<void> {
    for (const print of STARTS) {
        await print();
    }
}

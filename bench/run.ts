import { printDetection } from "./detection/print";
import { printImport } from "./import/print";
import { printPack } from "./pack/print";
import { printRegistration } from "./registration/print";
import { printStartup } from "./startup/print";

const BENCHMARKS: Readonly<Record<string, () => void | Promise<void>>> = {
    detection: printDetection,
    import: printImport,
    pack: printPack,
    registration: printRegistration,
    startup: printStartup,
};

async function run(asked: readonly string[]): Promise<void> {
    for (const name of asked.length > 0 ? asked : Object.keys(BENCHMARKS)) {
        console.log(`== ${name}`);
        await BENCHMARKS[name]();
    }
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
    console.error(
        `no benchmark ${unknown.join(", ")}; there are ${Object.keys(BENCHMARKS).join(", ")}`,
    );
    process.exitCode = 2;
} else {
    void run(asked);
}

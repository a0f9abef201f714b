import { printDetection } from "./detection/print";
import { printRegistration } from "./registration/print";

const BENCHMARKS: Readonly<Record<string, () => void>> = {
    detection: printDetection,
    registration: printRegistration,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
    console.error(
        `no benchmark ${unknown.join(", ")}; there are ${Object.keys(BENCHMARKS).join(", ")}`,
    );
    process.exitCode = 2;
} else {
    for (const name of asked.length > 0 ? asked : Object.keys(BENCHMARKS)) {
        console.log(`== ${name}`);
        BENCHMARKS[name]();
    }
}

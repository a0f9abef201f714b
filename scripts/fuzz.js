// Bundles the target into one file, so that all of it is watched, and lets the fuzzer run for a time.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { buildSync } = require("esbuild");

const FUZZER = "jsfuzz@1.0.15";
const [seconds = "600"] = process.argv.slice(2);

const root = path.join(__dirname, "..");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-fuzz-"));
buildSync({
    entryPoints: [path.join(root, "fuzz", "target.ts")],
    outfile: path.join(folder, "target.js"),
    bundle: true,
    platform: "node",
    target: "node20",
});
// What it finds is kept in a copy: the seeds of the project stay as they are.
fs.cpSync(path.join(root, "fuzz", "seeds"), path.join(folder, "seeds"), { recursive: true });

// Inputs have at most 4 KiB; what the fuzzer would compose of several has no end.
const args = ["--yes", FUZZER, "target.js", "seeds", "--versifier=false"];
// In a process group of its own, so that its workers end with it.
const fuzzer = spawn("npx", args, { cwd: folder, stdio: "inherit", detached: true });
let isTimeUp = false;
const timer = setTimeout(
    () => {
        isTimeUp = true;
        process.kill(-fuzzer.pid);
    },
    Number(seconds) * 1000,
);
fuzzer.on("exit", (status) => {
    clearTimeout(timer);
    // It goes on until it is stopped: if it ends by itself, it has found something.
    process.exitCode = isTimeUp ? 0 : (status ?? 1) || 1;
    if (isTimeUp) {
        fs.rmSync(folder, { recursive: true, force: true });
    } else {
        console.error(`The input that failed is in ${folder}.`);
    }
});

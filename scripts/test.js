// Runs every gate, also after one has failed, and ends with the sum: `N passed, N failed`.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.join(__dirname, "..");
const bin = (name) => path.join(root, "node_modules", ".bin", name);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-counts-"));

const gates = [
    ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
    ["lint and import direction", bin("eslint"), ["."]],
    ["types", bin("tsc"), ["--noEmit", "-p", "tsconfig.json"]],
    ["unused files, exports and dependencies", bin("knip"), []],
];
const suites = [
    [
        "unit and law tests",
        [
            ...["--parallel", "--jobs", String(os.availableParallelism())],
            "test/{core,components,policypack,provider,sandbox,scripts,acceptance,meta}/**/*.test.ts",
        ],
    ],
    ["engine tests", ["--config", "test/engine/.mocharc.json"]],
];

let passed = 0;
let failed = 0;
for (const [name, command, args] of gates) {
    const isGreen = run(name, command, args);
    passed += isGreen ? 1 : 0;
    failed += isGreen ? 0 : 1;
}
for (const [name, args] of suites) {
    const counts = path.join(folder, "counts.json");
    fs.rmSync(counts, { force: true });
    const reporter = ["--reporter", path.join(root, "test", "support", "reporter.js")];
    const options = ["--reporter-option", `counts=${counts}`];
    const isGreen = run(name, bin("mocha"), [...reporter, ...options, ...args]);
    const stats = fs.existsSync(counts)
        ? JSON.parse(fs.readFileSync(counts, "utf8"))
        : { passes: 0, failures: 0 };
    passed += stats.passes;
    // A suite that breaks before it counts, or runs nothing, has failed all the same.
    failed += isGreen && stats.passes > 0 ? stats.failures : Math.max(stats.failures, 1);
}
fs.rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run(name, command, args) {
    const started = Date.now();
    console.log(`\n== ${name}`);
    const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
    const isGreen = !error && status === 0;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`== ${name}: ${isGreen ? "green" : "FAILED"} after ${seconds} s`);
    return isGreen;
}

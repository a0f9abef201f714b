// Makes a fresh clone ready for the other scripts: dependencies installed, code compiled.
// It uses nothing but Node, and does nothing where nothing has changed.
const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { takeLock } = require("./lock");

// The linter's settings and the coverage need it.
const OLDEST_NODE = "20.19.0";
// What `npm install` and `npm pack` leave beside the sources.
const MADE_HERE = /^(bin|node_modules|LICENSE|.*\.tgz)$/;
const root = path.join(__dirname, "..");

if (isOlder(process.versions.node, OLDEST_NODE)) {
    fail(
        `This needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.`,
        "Install a current Node from https://nodejs.org/ and try again.",
    );
}

const unlock = lock();
// Also where a step fails, which ends the process.
process.on("exit", unlock);
once("node_modules/.bootstrap", ["package.json", "package-lock.json"], () =>
    run("Installing the dependencies (about half a minute the first time)", npm(), [
        ...npmArguments(),
        "ci",
        "--ignore-scripts",
        "--include=dev",
        "--no-audit",
        "--no-fund",
    ]),
);
const sources = ["components", "core", "examples", "policypack", "provider", "sandbox", "scripts"];
const settings = ["package-lock.json", "tsconfig.json", "tsconfig.build.json"];
once("bin/.bootstrap", [...sources, ...settings], () =>
    run("Compiling (about half a minute the first time)", npm(), [
        ...npmArguments(),
        "run",
        "--silent",
        "build",
    ]),
);

/** Runs a step unless its stamp says that it was run for these very files. */
function once(stampFile, inputs, step) {
    const stamp = path.join(root, stampFile);
    const hash = createHash("sha256").update(process.version);
    inputs.flatMap(listFiles).forEach((file) => {
        hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file));
    });
    const now = hash.digest("hex");
    const expected = path.join(root, "policypack", "bin", "index.js");
    const isThere = stampFile.startsWith("node_modules") || fs.existsSync(expected);
    if (isThere && fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === now) {
        return;
    }
    // Removed first: a step that is interrupted is run again.
    fs.rmSync(stamp, { force: true });
    step();
    fs.mkdirSync(path.dirname(stamp), { recursive: true });
    fs.writeFileSync(stamp, now);
}

function listFiles(entry) {
    const full = path.resolve(root, entry);
    if (fs.statSync(full).isFile()) {
        return [full];
    }
    return fs
        .readdirSync(full)
        .filter((name) => !MADE_HERE.test(name))
        .sort()
        .flatMap((name) => listFiles(path.join(full, name)));
}

function run(what, command, args) {
    const started = Date.now();
    console.log(`${what}…`);
    const { status, error, stdout, stderr } = spawnSync(command, args, {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
    });
    if (error || status !== 0) {
        fail(`${what}: failed.`, `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`.trim());
    }
    console.log(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** The npm that runs this script, which need not be on PATH. */
function npm() {
    return process.env.npm_execpath ? process.execPath : "npm";
}

function npmArguments() {
    return process.env.npm_execpath ? [process.env.npm_execpath] : [];
}

/** A second script in the same clone waits; a lock whose owner is gone is taken over. */
function lock() {
    const onWait = (owner) =>
        console.log(`Waiting for process ${owner}, which is making this clone ready…`);
    try {
        return takeLock(path.join(root, ".bootstrap.lock"), { onWait });
    } catch (error) {
        return fail(`Cannot write to ${root}: ${error.code}.`, "Give yourself the right to write.");
    }
}

function isOlder(version, oldest) {
    const [left, right] = [version, oldest].map((text) => text.split(".").map(Number));
    const index = left.findIndex((number, position) => number !== right[position]);
    return index >= 0 && left[index] < right[index];
}

function fail(...lines) {
    console.error(lines.join("\n"));
    process.exit(1);
}

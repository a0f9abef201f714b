// Makes a fresh clone ready for the other scripts: dependencies installed, code compiled.
// It uses nothing but Node, and does nothing where nothing has changed.
const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const OLDEST_NODE = 20;
const root = path.join(__dirname, "..");
const lockFile = path.join(root, ".bootstrap.lock");

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
    fail(
        `This needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.`,
        "Install a current Node from https://nodejs.org/ and try again.",
    );
}

lock();
try {
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
    const sources = ["components", "core", "examples", "policypack", "sandbox", "scripts"];
    const settings = ["package-lock.json", "tsconfig.json", "tsconfig.build.json"];
    once("bin/.bootstrap", [...sources, ...settings], () =>
        run("Compiling (about ten seconds the first time)", npm(), [
            ...npmArguments(),
            "run",
            "--silent",
            "build",
        ]),
    );
} finally {
    fs.rmSync(lockFile, { force: true });
}

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
        .filter((name) => name !== "bin" && name !== "node_modules")
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
    for (let waited = 0; ; waited++) {
        try {
            fs.writeFileSync(lockFile, String(process.pid), { flag: "wx" });
            return;
        } catch (error) {
            if (error.code !== "EEXIST") {
                fail(
                    `Cannot write to ${root}: ${error.code}.`,
                    "Give yourself the right to write.",
                );
            }
        }
        const owner = readOwner();
        if (owner === undefined || !isRunning(owner)) {
            fs.rmSync(lockFile, { force: true });
            continue;
        }
        if (waited === 0) {
            console.log(`Waiting for process ${owner}, which is making this clone ready…`);
        }
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
}

function readOwner() {
    try {
        return Number(fs.readFileSync(lockFile, "utf8")) || undefined;
    } catch {
        return undefined;
    }
}

function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return error.code === "EPERM";
    }
}

function fail(...lines) {
    fs.rmSync(lockFile, { force: true });
    console.error(lines.join("\n"));
    process.exit(1);
}

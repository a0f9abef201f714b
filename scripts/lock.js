// A lock file between processes on one machine; it says who holds it, and is never empty.
const { randomUUID } = require("node:crypto");
const fs = require("node:fs");

/**
 * Takes a lock, waits for it while its owner runs, and takes it over from an owner that is gone.
 * Returns the function that gives it back.
 * @param {string} file the lock
 * @param {{ onWait?: (owner: number) => void, interval?: number }} [options]
 * @returns {() => void}
 */
function takeLock(file, { onWait = () => {}, interval = 500 } = {}) {
    const mine = `${process.pid} ${randomUUID()}`;
    for (let waited = 0; !create(file, mine);) {
        const found = read(file);
        if (found === undefined) {
            continue;
        }
        const owner = Number(found.split(" ")[0]);
        if (!isRunning(owner)) {
            removeStale(file, found);
            continue;
        }
        if (waited++ === 0) {
            onWait(owner);
        }
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, interval);
    }
    return () => {
        if (read(file) === mine) {
            fs.rmSync(file, { force: true });
        }
    };
}

/** Makes a lock with its content in one step; `false` if there is one. */
function create(file, content) {
    const temporary = `${file}.${randomUUID()}`;
    try {
        fs.writeFileSync(temporary, content);
        fs.linkSync(temporary, file);
        return true;
    } catch (error) {
        if (error.code === "EEXIST") {
            return false;
        }
        throw error;
    } finally {
        fs.rmSync(temporary, { force: true });
    }
}

/** Moves a lock away before it is removed: only then is it sure which one that was. */
function removeStale(file, content) {
    const moved = `${file}.${randomUUID()}`;
    try {
        fs.renameSync(file, moved);
    } catch (error) {
        if (error.code === "ENOENT") {
            return;
        }
        throw error;
    }
    try {
        // Another process was faster, and this is its new lock: it gets it back.
        if (read(moved) !== content) {
            fs.linkSync(moved, file);
        }
    } catch (error) {
        if (error.code !== "EEXIST") {
            throw error;
        }
    } finally {
        fs.rmSync(moved, { force: true });
    }
}

function read(file) {
    try {
        return fs.readFileSync(file, "utf8");
    } catch (error) {
        if (error.code === "ENOENT") {
            return undefined;
        }
        throw error;
    }
}

function isRunning(pid) {
    // 0 and what is no number name no process, but signals to them might succeed.
    if (!Number.isInteger(pid) || pid <= 0) {
        return false;
    }
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return error.code === "EPERM";
    }
}

module.exports = { takeLock };

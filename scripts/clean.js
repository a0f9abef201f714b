// Removes what was compiled: the output of a source that has moved would be found in its place.
const fs = require("node:fs");
const path = require("node:path");

for (const folder of ["bin", "policypack/bin"]) {
    fs.rmSync(path.join(__dirname, "..", folder), { recursive: true, force: true });
}

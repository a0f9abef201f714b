// Lists what is published, file by file, and how large it is: the library and the policy pack.
const { execFileSync } = require("node:child_process");
const path = require("node:path");

const root = path.join(__dirname, "..");
for (const folder of ["", "policypack"]) {
    const args = ["pack", "--dry-run", "--ignore-scripts", "--json"];
    const output = execFileSync("npm", args, { cwd: path.join(root, folder), encoding: "utf8" });
    const [{ filename, size, unpackedSize, files }] = JSON.parse(output);
    console.log(
        `${filename}: ${kib(size)} KiB packed, ${kib(unpackedSize)} KiB in ${files.length} files`,
    );
    for (const { path: name, size: bytes } of files) {
        console.log(`${kib(bytes).padStart(9)} KiB  ${name}`);
    }
}

function kib(bytes) {
    return (bytes / 1024).toFixed(1);
}

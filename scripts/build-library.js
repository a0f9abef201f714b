// Makes one file of each entry of the published library, in the place of what tsc compiled for it: it
// is imported faster so, and the tarball holds nothing of core that no entry uses. Of the declarations
// stays what the entries lead to.
const fs = require("node:fs");
const path = require("node:path");
const { buildSync } = require("esbuild");

const root = path.join(__dirname, "..");
const bin = path.join(root, "bin");
const entries = ["components/index", "policypack/library", "provider/main"];

for (const entry of entries) {
    buildSync({
        absWorkingDir: root,
        entryPoints: [`${entry}.ts`],
        outfile: path.join(bin, `${entry}.js`),
        bundle: true,
        // A class is called in messages as in the source, also where it has static fields.
        keepNames: true,
        platform: "node",
        // Where Node is too old it must still read the file, to say so.
        target: "node16.11",
        packages: "external",
        // The plugin runs the library that programs import; there is no second one.
        external: entry.startsWith("provider/") ? ["../components"] : [],
        sourcemap: true,
        logLevel: "warning",
    });
}
// The engine starts it by itself.
fs.chmodSync(path.join(bin, "provider", "main.js"), 0o755);

const needed = new Set();
["components/index.d.ts", "policypack/library.d.ts"].forEach(need);
for (const folder of ["components", "core", "policypack", "provider"]) {
    for (const file of listDeclarations(folder).filter((name) => !needed.has(name))) {
        fs.rmSync(path.join(bin, file));
    }
}

/** Notes a file of declarations, and what it imports. */
function need(file) {
    if (needed.has(file)) {
        return;
    }
    needed.add(file);
    const text = fs.readFileSync(path.join(bin, file), "utf8");
    for (const [, specifier] of text.matchAll(/\b(?:from|import)[ (]"(\.[^"]+)"/g)) {
        const target = path.join(path.dirname(file), specifier);
        const isFile = fs.existsSync(path.join(bin, `${target}.d.ts`));
        need(isFile ? `${target}.d.ts` : path.join(target, "index.d.ts"));
    }
}

function listDeclarations(folder) {
    return fs.existsSync(path.join(bin, folder))
        ? fs
              .readdirSync(path.join(bin, folder), { recursive: true })
              .filter((file) => file.endsWith(".d.ts"))
              .map((file) => path.join(folder, file))
        : [];
}

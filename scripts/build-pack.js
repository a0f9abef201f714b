// Bundles the policy pack into one file: it starts faster so, and holds what it needs of core. Another
// file than the pack's own may be named as the only argument.
const path = require("node:path");
const { buildSync } = require("esbuild");

const pack = path.join(__dirname, "..", "policypack");
buildSync({
    entryPoints: [path.join(pack, "index.ts")],
    outfile: process.argv[2] ?? path.join(pack, "bin", "index.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
});

// Builds what is published of the policy pack: bin/index.js, which Pulumi's own runner loads, and the
// executable bin/ecs-secrets-policies. It does so in policypack, or in the folder that is named as the
// only argument.
const fs = require("node:fs");
const path = require("node:path");
const { collectNotices } = require("./pack-notices");

const root = path.join(__dirname, "..");
const pack = path.join(root, "policypack");
const folder = process.argv[2] ?? pack;
const { buildSync } = loadEsbuild();

/** The oldest Node.js that it runs on, as the package says it. */
const oldest = require("../policypack/package.json").engines.node.replace(/^>=/, "");

const common = { bundle: true, platform: "node", absWorkingDir: root, logLevel: "warning" };

buildSync({
    ...common,
    entryPoints: [path.join(pack, "index.ts")],
    outfile: path.join(folder, "bin", "index.js"),
    target: `node${oldest}`,
    packages: "external",
});
buildExecutable(path.join(folder, "bin", "ecs-secrets-policies"));
fs.copyFileSync(path.join(root, "LICENSE"), path.join(folder, "LICENSE"));

function buildExecutable(file) {
    const ours = (name) => path.join(pack, "executable", `${name}.ts`);
    const sdk = path.dirname(require.resolve("@pulumi/pulumi/package.json"));
    const { metafile } = buildSync({
        ...common,
        entryPoints: [ours("index")],
        outfile: file,
        // An old Node.js must be able to read it, so far as to say that it is too old.
        target: "node10",
        banner: { js: `#!/usr/bin/env node\n"use strict";\n${refuseOldNode(oldest)}` },
        minifySyntax: true,
        minifyWhitespace: true,
        // Our own lines stay short, and the names in a stack trace as they are.
        lineLimit: 200,
        legalComments: "none",
        metafile: true,
        // The whole of the SDK is for programs, and takes most of the time that a pack needs to start.
        alias: {
            "@pulumi/pulumi/asset": path.join(sdk, "asset", "index.js"),
            "@pulumi/pulumi/proto": path.join(sdk, "proto"),
            "@pulumi/pulumi/runtime/rpc": ours("rpc"),
            "@pulumi/pulumi": ours("pulumi"),
        },
    });
    fs.appendFileSync(file, collectNotices(root, Object.keys(metafile.inputs)));
    fs.chmodSync(file, 0o755);
}

/** What comes before all else: any Node.js can read it. */
function refuseOldNode(version) {
    const [major, minor = 0] = version.split(".").map(Number);
    return (
        `(function (v) { var n = v.split("."); if (n[0] < ${major} || (n[0] == ${major} && n[1] < ${minor})) { ` +
        `process.stderr.write("The policy pack ecs-secrets needs Node.js ${version} or later, and node on PATH is " + v + ": install a later one.\\n"); ` +
        `process.exit(1); } })(process.versions.node);`
    );
}

function loadEsbuild() {
    try {
        return require("esbuild");
    } catch {
        console.error(
            "The policy pack cannot be built: run `npm install` in the repository first.",
        );
        process.exit(1);
    }
}

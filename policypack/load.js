// What the engine loads: the compiled pack, or one sentence on why it cannot run. An old Node.js must
// be able to read this file.
const { dependencies, engines } = require("./package.json");

const oldest = engines.node.replace(/^>=/, "");
const bundle = "./bin/index.js";

if (parseInt(process.versions.node, 10) < parseInt(oldest, 10)) {
    refuse(
        `needs Node.js ${oldest} or later, and this is ${process.versions.node}: install a later one.`,
    );
}
if (!isFound(bundle)) {
    refuse(
        "is not built: policypack/bin/index.js is missing. " +
            "Run `npm install && npm run build` in the folder above policypack, then try again.",
    );
}
const missing = Object.keys(dependencies).filter((name) => !isFound(`${name}/package.json`));
if (missing.length > 0) {
    refuse(
        `does not find ${missing.join(" and ")}: run \`npm install\` in ${__dirname}, then try again.`,
    );
}
require(bundle);

function isFound(specifier) {
    try {
        require.resolve(specifier);
        return true;
    } catch (error) {
        // What is there, and does not show that file, is there.
        return error.code !== "MODULE_NOT_FOUND";
    }
}

/** Pulumi prints no stack of an error that it takes for its `RunError`, which it knows by this field. */
function refuse(why) {
    const error = new Error(`The policy pack ecs-secrets ${why}`);
    throw Object.assign(error, { __pulumiRunError: true });
}

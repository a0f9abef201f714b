// What the engine loads: the compiled pack, or a clear word that it is not there.
const fs = require("node:fs");
const path = require("node:path");

const bundle = path.join(__dirname, "bin", "index.js");
if (!fs.existsSync(bundle)) {
    throw new Error(
        "The policy pack ecs-secrets is not built: policypack/bin/index.js is missing. " +
            "Run `npm install && npm run build` in the folder above policypack, then try again.",
    );
}
require(bundle);

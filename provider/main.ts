#!/usr/bin/env node
import { findUnmetLibraryRequirement } from "../components/requirements";
import type * as Serve from "./serve";

/** What Pulumi's Node language host starts a folder with that holds a PulumiPlugin.yaml. */
const RUN_PLUGIN = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run-plugin[\\/]index\.js$/;

/* eslint-disable @typescript-eslint/no-require-imports -- one of the two, and not before it is said
   what is missing */
if (require.main === module || RUN_PLUGIN.test(require.main?.filename ?? "")) {
    const unmet = findUnmetLibraryRequirement();
    if (unmet !== undefined) {
        process.stderr.write(`${unmet}\n`);
        process.exit(1);
    }
    void (require("./serve") as typeof Serve).serve(process.argv.slice(2));
} else {
    // The folder itself, as tools see it that do not read `exports` in package.json.
    module.exports = require("../components");
}

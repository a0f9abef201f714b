// Mocha's own report, and its counts in a file for the sum at the end.
const fs = require("node:fs");
const { reporters } = require("mocha");

module.exports = class extends reporters.Spec {
    constructor(runner, options) {
        super(runner, options);
        runner.once("end", () => {
            fs.writeFileSync(options.reporterOptions.counts, JSON.stringify(runner.stats));
        });
    }
};

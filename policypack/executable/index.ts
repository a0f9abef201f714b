import { parseArgs } from "node:util";
import { description, version } from "../package.json";
import { policies } from "../policies";
import { endWithEngine } from "./end-with-engine";
import { servePack } from "./serve";

const HELP = `ecs-secrets ${version}: a policy pack of ${policies.length} policies, for Pulumi 3.255 and later.
${description}

pulumi preview --policy-pack <this file> [--policy-pack-config <file.json>]
pulumi up --policy-pack <this file> [--policy-pack-config <file.json>]

  --help     prints this
  --version  prints the version of the pack
`;

const { values, positionals } = parseArgs({
    // The engine may add flags of its own, on logging for example.
    strict: false,
    allowPositionals: true,
    options: { help: { type: "boolean" }, version: { type: "boolean" } },
});
if (values.version) {
    process.stdout.write(`${version}\n`);
} else if (values.help) {
    process.stdout.write(HELP);
} else if (positionals.length === 0) {
    process.stderr.write(HELP);
    process.exitCode = 1;
} else {
    process.on("uncaughtException", (error) => {
        // Node itself would show the line of the file in which it was thrown, which is long.
        process.stderr.write(`${error.stack ?? error.message}\n`);
        process.exit(1);
    });
    endWithEngine();
    servePack();
}

import { addToCache } from "./cache";
import { Step } from "./engine";
import { withProgress } from "./progress";
import { runCommand } from "./run-command";
import { PINNED_VERSION } from "./versions";

const TIMEOUT_MS = 5 * 60_000;

// In a process of its own, because `PulumiCommand.install` cannot be told to stop, nor which
// environment to use. It wants a SemVer, which only the SDK's own dependency can make.
const INSTALL = `
const [sdk, root, version] = process.argv.slice(1);
const { SemVer } = require("node:module").createRequire(sdk)("semver");
require(sdk).PulumiCommand.install({ root, version: new SemVer(version) }).catch((error) => {
    console.error(error.message);
    process.exit(1);
});
`;

/** Installs into the folder: nothing if it went well, else why not. */
export type Install = (root: string, env: NodeJS.ProcessEnv) => Promise<string | undefined>;

/** Pulumi's own installer, as the Automation API runs it. Needs the network. */
export const installer: Step = createInstaller(installBySdk);

/** Makes the step from something that installs. */
export function createInstaller(install: Install): Step {
    return {
        tried: "Pulumi's installer",
        run: (search) =>
            withProgress(
                search,
                {
                    start: `Downloading the Pulumi CLI ${PINNED_VERSION} with Pulumi's installer (about a minute)…`,
                    ongoing: "Still downloading the Pulumi CLI…",
                    done: `Installed the Pulumi CLI ${PINNED_VERSION}`,
                },
                () => addToCache("installer", search.env, (root) => install(root, search.env)),
            ),
    };
}

async function installBySdk(root: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
    const sdk = require.resolve("@pulumi/pulumi/automation");
    const args = ["-e", INSTALL, sdk, root, PINNED_VERSION];
    const outcome = await runCommand(process.execPath, args, { env, timeout: TIMEOUT_MS });
    return "failure" in outcome ? outcome.failure : undefined;
}

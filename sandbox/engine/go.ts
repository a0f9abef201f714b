import { join } from "node:path";
import { packageRoot } from "../package-root";
import { addToCache, commandIn } from "./cache";
import { Step } from "./engine";
import { buildWithGo, findGo } from "./go-build";
import { withProgress } from "./progress";
import { PINNED_VERSION } from "./versions";

/** Builds the CLI from its Go module, with the versions that are committed in `build/`. */
export const go: Step = {
    tried: "building with Go",
    async run(search) {
        const { env } = search;
        const result = await findGo(env);
        if ("outcome" in result) {
            return result;
        }
        const cli = {
            module: join(packageRoot(), "sandbox", "engine", "build"),
            path: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
            // Without its version the Automation API refuses the CLI.
            ldflags: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${PINNED_VERSION}`,
        };
        return withProgress(
            search,
            {
                start: `Building the Pulumi CLI ${PINNED_VERSION} with Go ${result.go.version} (about 3 to 7 minutes the first time)…`,
                ongoing: "Still building the Pulumi CLI…",
                done: `Built the Pulumi CLI ${PINNED_VERSION}`,
            },
            () =>
                addToCache("Go", env, (installation, workFolder) =>
                    buildWithGo(result.go, cli, commandIn(installation), env, workFolder),
                ),
        );
    },
};

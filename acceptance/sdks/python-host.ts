import * as path from "node:path";
import { startLanguageHost, type LanguageHost } from "../../test/support/language-host";
import { expectSuccess, GENERATOR } from "./sdks";

/**
 * Runs programs in Python for the engine with the very script by which Pulumi's own language host
 * runs them: it is among the files of Pulumi's Go module, that host is not.
 */
export async function startPythonHost(
    python: string,
    env: Readonly<Record<string, string>>,
): Promise<LanguageHost> {
    const module = ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}"];
    const place = { cwd: GENERATOR, env: { GOWORK: "off", GO111MODULE: "on" } };
    const sdk = await expectSuccess("go", [...module, "github.com/pulumi/pulumi/sdk/v3"], place);
    const script = path.join(sdk.trim(), "python", "cmd", "pulumi-language-python-exec");
    return startLanguageHost((request) => {
        const info = request.getInfo();
        const folder = info?.getProgramDirectory() ?? request.getPwd();
        const args = [
            script,
            ...["--monitor", request.getMonitorAddress()],
            ...["--engine", request.getArgsList()[0] ?? ""],
            ...["--project", request.getProject()],
            ...["--stack", request.getStack()],
            ...["--organization", request.getOrganization()],
            ...["--root_directory", info?.getRootDirectory() ?? folder],
            ...["--parallel", String(request.getParallel())],
            ...["--dry_run", String(request.getDryrun())],
            ...["--pwd", folder],
            info?.getEntryPoint() ?? request.getProgram(),
        ];
        return { command: python, args, env };
    });
}

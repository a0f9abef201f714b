import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws/ecs";
import { linkExecutables, testConsumer, useInstalledPack } from "../../test/support/consumer";
import type { LanguageHost } from "../../test/support/language-host";
import { createConsumer } from "../../test/support/packed-library";
import { useSandbox } from "../../test/support/sandbox";
import { preparePython } from "../python";
import { startPythonHost } from "./python-host";
import { expectSuccess, readPageProgram, run, useSdks } from "./sdks";

const PROGRAM = path.join(__dirname, "programs", "python", "__main__.py");
const REQUIREMENTS = path.join(__dirname, "requirements.txt");

// By its token: the SDK of AWS for Python is large, and a plain resource is all that is needed of it.
const leak = (value: string) => `
import json

definition = {
    "name": "db",
    "image": "mysql",
    "memory": 512,
    "environment": [{"name": "MYSQL_ROOT_PASSWORD", "value": "${value}"}],
}
pulumi.CustomResource(
    "aws:ecs/taskDefinition:TaskDefinition",
    "db",
    {"family": "db", "containerDefinitions": json.dumps([definition])},
)
`;

describe("the SDK for Python", () => {
    const sdks = useSdks();
    let python: string;
    let sdk: string;
    before("install Python's packages, and the SDK", async function () {
        this.timeout(15 * 60_000);
        const what = "Pulumi and mypy";
        const report = (line: string) => console.log(`      ${line}`);
        python = await preparePython(process.env, report, { requirements: REQUIREMENTS, what });
        sdk = path.join(sdks(), "site");
        const source = path.join(sdks(), "python");
        const args = ["install", "--no-index", "--no-deps", "--no-build-isolation", "--target"];
        await expectSuccess(python, ["-m", "pip", ...args, sdk, source], { cwd: sdks() });
    });

    it("compiles, and can be imported", async () => {
        await expectSuccess(python, ["-m", "compileall", "-q", sdk], { cwd: sdks() });
        const printed = await expectSuccess(
            python,
            ["-c", "import pulumi_ecs_secrets as sdk; print(sdk.SecretInjectedService.__name__)"],
            { cwd: sdks(), env: { PYTHONPATH: sdk } },
        );
        assert.equal(printed.trim(), "SecretInjectedService");
    });

    const mypy = (file: string) =>
        run(python, ["-m", "mypy", "--strict", "--follow-imports=silent", file], {
            cwd: sdks(),
            env: { MYPYPATH: sdk },
        });

    it("lets a program keep two secrets, and its types are right", async () => {
        assert.ok("stdout" in (await mypy(PROGRAM)), JSON.stringify(await mypy(PROGRAM)));
    });

    it("finds nothing wrong with the program on the page of other languages", async () => {
        const page = path.join(sdks(), "page.py");
        fs.writeFileSync(page, readPageProgram("python"));
        const outcome = await mypy(page);
        assert.ok("stdout" in outcome, JSON.stringify(outcome));
    });

    it("refuses a text where a number is wanted", async () => {
        const text = fs.readFileSync(PROGRAM, "utf8");
        const wrong = path.join(sdks(), "wrong.py");
        fs.writeFileSync(wrong, text.replace("memory=128", 'memory="128"'));
        const outcome = await mypy(wrong);
        assert.ok("failure" in outcome);
        assert.match(
            outcome.failure,
            /Argument "memory" to "ContainerArgs" has incompatible type "str"/,
        );
    });

    describe("in a user's program with the tarballs of library and pack,", () => {
        const sandbox = useSandbox();
        const pack = useInstalledPack();
        let host: LanguageHost;
        before(async () => {
            host = await startPythonHost(python, { PYTHONPATH: sdk });
        });
        after(() => host.close());

        testConsumer(
            () => {
                const folder = createConsumer(["@pulumi/pulumi", "@pulumi/aws"]);
                const PATH = linkExecutables(folder, sandbox());
                const file = path.join(folder, "__main__.py");
                fs.copyFileSync(PROGRAM, file);
                fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: web\nruntime: python\n");
                return {
                    async open(opened, config) {
                        const cluster = await createCluster();
                        const settings = { ...config, cluster: { value: cluster } };
                        const options = { languageHost: host.address, environment: { PATH } };
                        return opened.folderStack("dev", folder, settings, options);
                    },
                    leak: (value) => fs.appendFileSync(file, leak(value)),
                };
            },
            sandbox,
            pack,
        );

        async function createCluster(): Promise<string> {
            const run = async () => ({ arn: new aws.Cluster("web").arn });
            const stack = await sandbox().stack("dev", { project: "cluster", run });
            await stack.up();
            return (await stack.outputs()).arn.value as string;
        }
    });
});

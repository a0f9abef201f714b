import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { policies } from "../../../policypack/policies";
import { version } from "../../../policypack/package.json";
import { assertEndsWithEngine } from "../../support/orphan";
import { usePublishedPack } from "../../support/published-pack";

describe("the executable of the policy pack", () => {
    const published = usePublishedPack();

    /** Runs it alone in its folder, with flags of its own and some for Node.js. */
    const run = (args: readonly string[], node: readonly string[] = []) => {
        const { executable } = published();
        const { status, stdout, stderr } = spawnSync(
            process.execPath,
            [...node, executable, ...args],
            { cwd: path.dirname(executable), encoding: "utf8" },
        );
        return { status, stdout, stderr };
    };

    it("is one file that may be executed, and says what executes it", () => {
        const { executable } = published();
        assert.equal(fs.statSync(executable).mode & 0o777, 0o755);
        assert.ok(fs.readFileSync(executable, "utf8").startsWith("#!/usr/bin/env node\n"));
    });

    it("prints the version of the pack", () => {
        assert.deepEqual(run(["--version"]), { status: 0, stdout: `${version}\n`, stderr: "" });
    });

    it("says what it is and how it is used", () => {
        const { status, stdout } = run(["--help"]);
        assert.equal(status, 0);
        assert.ok(
            stdout.startsWith(
                `ecs-secrets ${version}: a policy pack of ${policies.length} policies, for Pulumi 3.255 and later.\n`,
            ),
        );
        assert.match(stdout, /pulumi preview --policy-pack <this file>/);
    });

    it("says so as well, and fails, where it was started without an engine", () => {
        const { status, stdout, stderr } = run([]);
        assert.deepEqual([status, stdout], [1, ""]);
        assert.match(stderr, /pulumi preview --policy-pack <this file>/);
    });

    const OLD = ["0.10.48", "8.17.0", "18.20.8"];
    for (const old of OLD) {
        it(`says in one sentence that Node.js ${old} is too old, and fails`, () => {
            const preload = path.join(path.dirname(published().executable), "old.js");
            fs.writeFileSync(
                preload,
                `Object.defineProperty(process.versions, "node", { value: "${old}" });`,
            );
            assert.deepEqual(run(["127.0.0.1:1"], ["--require", preload]), {
                status: 1,
                stdout: "",
                stderr: `The policy pack ecs-secrets needs Node.js 20 or later, and node on PATH is ${old}: install a later one.\n`,
            });
        });
    }

    it("ends when whatever started it has ended", () =>
        assertEndsWithEngine(published().executable)).timeout(20_000);

    it("names the licenses of what it holds", () => {
        const code = fs.readFileSync(published().executable, "utf8");
        const notices = code.slice(code.lastIndexOf("/*\nThis file holds parts of"));
        for (const name of ["@grpc/grpc-js", "@pulumi/policy", "@pulumi/pulumi", "protobufjs"]) {
            assert.match(notices, new RegExp(`^${name} \\S+ \\(`, "m"));
        }
    });
});

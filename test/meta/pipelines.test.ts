import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { load } from "js-yaml";
import { listAllCalls } from "../../acceptance/pipelines/judge-calls";
import { listCalls, PIPELINES, readPipeline } from "../../acceptance/pipelines/pipeline-files";
import { packageRoot } from "../../sandbox/package-root";

/** A workflow of GitHub Actions, as far as it is asked about here. */
interface Workflow {
    readonly on: Readonly<Record<string, unknown>>;
    readonly permissions: Readonly<Record<string, string>>;
    readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
    readonly if: string;
    readonly env: Readonly<Record<string, string>>;
    readonly steps: readonly { readonly uses?: string; readonly with?: object }[];
}

/** The settings of GitLab CI, as far as they are asked about here. */
interface GitLab {
    readonly preview: {
        readonly rules: readonly { readonly if: string }[];
        readonly variables: Readonly<Record<string, string>>;
        readonly artifacts?: object;
        readonly script: readonly string[];
    };
}

const [github, gitlab] = PIPELINES;
const workflow = load(readPipeline(github)) as Workflow;
const settings = load(readPipeline(gitlab)) as GitLab;
const [job] = Object.values(workflow.jobs);

describe("the files of ci", () => {
    it("are all there are, and all are judged by a schema", () => {
        const folder = path.join(packageRoot(), "ci");
        const files = fs
            .readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
            .map((entry) => path.relative(packageRoot(), path.join(entry.parentPath, entry.name)));
        assert.deepEqual(files.sort(), PIPELINES.map(({ file }) => file).sort());
    });

    for (const pipeline of PIPELINES) {
        it(`${pipeline.file} previews with the pack, and asks and shows nothing more`, () => {
            assert.deepEqual(listCalls(pipeline), [
                {
                    command: "preview",
                    flags: [
                        "--stack",
                        "--non-interactive",
                        "--color",
                        "--suppress-outputs",
                        "--suppress-progress",
                        "--policy-pack",
                        "--policy-pack-config",
                    ],
                },
            ]);
        });

        it(`${pipeline.file} tells of both forms of the pack, under the names that it has`, () => {
            const text = readPipeline(pipeline);
            assert.ok(text.includes("POLICY_PACK: node_modules/ecs-secrets\n"));
            assert.ok(text.includes("./ecs-secrets-policies\n"));
            const file = path.join(packageRoot(), "policypack", "package.json");
            const { name } = JSON.parse(fs.readFileSync(file, "utf8")) as { name: string };
            assert.equal(name, "ecs-secrets");
        });

        it(`${pipeline.file} keeps no values: no artifact, no debug messages, no event log`, () => {
            const scripts = readPipeline(pipeline).replace(/^\s*#.*$/gm, "");
            assert.doesNotMatch(scripts, /artifact|--debug|--event-log|--show-secrets|--diff/);
        });
    }

    it("let GitHub Actions run on pull requests alone, and never on those of forks", () => {
        assert.deepEqual(Object.keys(workflow.on), ["pull_request"]);
        assert.equal(job.if, "github.event.pull_request.head.repo.full_name == github.repository");
    });

    it("let GitHub Actions read, comment and take a role, and nothing else", () => {
        assert.deepEqual(workflow.permissions, {
            contents: "read",
            "id-token": "write",
            "pull-requests": "write",
        });
    });

    it("pin every action to a version, and leave no token with the clone", () => {
        const uses = job.steps.flatMap((step) => step.uses ?? []);
        assert.equal(uses.length, 4);
        for (const name of uses) {
            assert.match(name, /^[a-z-]+\/[a-z-]+@v\d+$/);
        }
        assert.deepEqual(job.steps[0].with, { "persist-credentials": false });
    });

    it("hold no key of AWS, and take every secret from where it is kept", () => {
        const secrets = Object.entries(job.env).filter(([name]) => /TOKEN|PASSPHRASE/.test(name));
        assert.equal(secrets.length, 2);
        for (const [name, value] of secrets) {
            assert.equal(value, `\${{ secrets.${name} }}`);
        }
        for (const pipeline of PIPELINES) {
            assert.doesNotMatch(
                readPipeline(pipeline),
                /AWS_SECRET_ACCESS_KEY|aws-secret-access-key/,
            );
        }
    });

    it("let GitLab run on merge requests alone, and keep nothing", () => {
        const rules = settings.preview.rules.map((rule) => rule.if);
        assert.deepEqual(rules, ['$CI_PIPELINE_SOURCE == "merge_request_event"']);
        assert.equal(settings.preview.artifacts, undefined);
        assert.deepEqual(Object.keys(settings.preview.variables), [
            "POLICY_PACK",
            "POLICY_PACK_CONFIG",
        ]);
    });

    it("and the pages call commands that `npm run test:pipelines` asks the CLI about", () => {
        const commands = listAllCalls().map(({ command }) =>
            command.split(" ").slice(0, 2).join(" "),
        );
        for (const command of ["preview", "policy analyze", "policy publish", "package add"]) {
            assert.ok(commands.includes(command), command);
        }
    });
});

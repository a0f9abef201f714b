import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Account } from "../../sandbox/aws/account";
import type { Sandbox } from "../../sandbox/sandbox";
import type { Outcome } from "../../sandbox/stack";
import { tour, TourError } from "../../sandbox/tour";

const PLAINTEXT = "ecs-task-definition-no-plaintext-secrets";
const DECRYPT = "ecs-execution-role-require-kms-decrypt";

describe("tour", () => {
    let folder: string;

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-tour-"));
    });
    afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

    /** Runs the tour on an engine that answers with these outcomes, one after the other. */
    function run(outcomes: Outcome[]): Promise<void> {
        const rest = [...outcomes];
        const next = () => Promise.resolve(rest.shift());
        const stack = { preview: next, up: next, setConfig: () => Promise.resolve() };
        const account = new Account(folder, "us-east-1");
        const sandbox = { account, stack: () => Promise.resolve(stack) };
        return tour(sandbox as unknown as Sandbox, () => {});
    }

    it("takes the outcomes that it is to show", () => run(asExpected()));

    const rows: [string, number, Outcome, RegExp][] = [
        ["step 1 fails at preview", 0, outcome(1), /exit code 1 instead of 0/],
        ["step 1 is advised at preview", 0, outcome(0, DECRYPT, "advisory"), /must not report/],
        ["step 1 fails", 1, outcome(255), /exit code 255 instead of 0/],
        ["step 1 is advised", 1, outcome(0, DECRYPT, "advisory"), /must not report/],
        ["step 2 is let through", 2, outcome(0), /exit code 0 instead of 1/],
        ["step 2 fails without a report, as a broken program does", 2, outcome(1), /no mandatory/],
        ["step 2 fails for another policy", 2, outcome(1, DECRYPT, "mandatory"), /no mandatory/],
        ["step 2 is only advised", 2, outcome(1, PLAINTEXT, "advisory"), /no mandatory/],
        ["step 3 is silent at its first preview", 3, outcome(0), /no advisory/],
        [
            "step 3 is refused at its first preview",
            3,
            outcome(1, DECRYPT, "mandatory"),
            /exit code 1 instead of 0/,
        ],
        ["step 3 is not deployed", 4, outcome(1), /exit code 1 instead of 0/],
        ["step 3 fails without a report in the end", 5, outcome(1), /no mandatory/],
    ];
    for (const [name, position, wrong, message] of rows) {
        it(`stops with what the CLI printed where ${name}`, async () => {
            const error: unknown = await run(
                asExpected().map((right, index) => (index === position ? wrong : right)),
            ).catch((reason: unknown) => reason);
            assert.ok(error instanceof TourError, String(error));
            assert.match(error.message, message);
            assert.match(error.message, /printed by the CLI/);
        });
    }
});

function asExpected(): Outcome[] {
    return [
        outcome(0),
        outcome(0),
        outcome(1, PLAINTEXT, "mandatory"),
        outcome(0, DECRYPT, "advisory"),
        outcome(0),
        outcome(1, DECRYPT, "mandatory"),
    ];
}

function outcome(exitCode: number, policy?: string, level = ""): Outcome {
    const policies = policy === undefined ? [] : [{ policy, level, urn: "", message: "message" }];
    return { exitCode, output: "printed by the CLI", events: [], policies, changes: [] };
}

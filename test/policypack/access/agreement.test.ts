import fc from "fast-check";
import assert from "node:assert/strict";
import { AwsError } from "../../../sandbox/aws/resource-type";
import { runPack } from "../../support/policies";
import { deploy } from "./agreement/deploy";
import type { Plan } from "./agreement/plan";
import { Program } from "./agreement/program";
import { plan } from "./agreement/roles";

const STACKS = 500;

/** The policies that say whether a task can start; of other mistakes there are none here. */
const ACCESS = [
    "ecs-execution-role-require-kms-decrypt",
    "ecs-execution-role-require-secret-access",
    "ecs-execution-role-require-trust",
    "ecs-task-definition-require-execution-role",
];

/** What the pack says of a stack. */
type Answer = "allowed" | "denied" | "undetermined";

interface Outcome {
    readonly answer: Answer;
    readonly messages: readonly string[];
    /** Why the task stopped; empty if it runs. */
    readonly stopped: readonly string[];
}

/** Deploys a stack in the simulated AWS and hands it to the pack. */
async function run(stack: Plan): Promise<Outcome> {
    const program = new Program();
    try {
        const refused = refusalOf(() => {
            deploy(program, stack);
        });
        const reports = await runPack(program.resources);
        const said = reports.filter(({ policy }) => ACCESS.includes(policy));
        const isDenied = said.some(({ level }) => level === "mandatory");
        return {
            answer: isDenied ? "denied" : said.length > 0 ? "undetermined" : "allowed",
            messages: said.map(({ policy, level, message }) => `${policy} ${level}: ${message}`),
            stopped: refused === undefined ? program.stopReasons() : [refused],
        };
    } finally {
        program.remove();
    }
}

/** Why Amazon ECS takes no task definition without a role; any other error is one of the program. */
function refusalOf(program: () => void): string | undefined {
    try {
        program();
        return undefined;
    } catch (error) {
        if (error instanceof AwsError && error.message.includes("RegisterTaskDefinition")) {
            return error.message;
        }
        throw error;
    }
}

describe("the pack and the simulated AWS agree", () => {
    it("on whether the tasks of generated stacks start", async function () {
        this.timeout(120_000);
        const seed = Math.floor(Math.random() * 2 ** 31);
        const outcomes: Outcome[] = [];
        await fc.assert(
            fc.asyncProperty(plan, async (stack) => {
                const outcome = await run(stack);
                outcomes.push(outcome);
                const { answer, messages, stopped } = outcome;
                if (answer !== "undetermined") {
                    assert.equal(
                        answer,
                        stopped.length === 0 ? "allowed" : "denied",
                        [...messages, ...stopped].join("\n"),
                    );
                }
            }),
            { numRuns: STACKS, seed },
        );
        const share = (is: (outcome: Outcome) => boolean) =>
            outcomes.filter(is).length / outcomes.length;
        const said = `of ${outcomes.length} stacks of seed ${seed}`;
        assert.ok(outcomes.length >= STACKS, said);
        assert.ok(share(({ stopped }) => stopped.length === 0) >= 1 / 3, `a third starts ${said}`);
        assert.ok(share(({ stopped }) => stopped.length > 0) >= 1 / 3, `a third stops ${said}`);
        assert.ok(share(({ answer }) => answer === "undetermined") <= 0.05, `5 % are open ${said}`);
    });
});

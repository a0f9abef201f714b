import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import { SecretInjectedTaskDefinition } from "../../components";
import { packageRoot } from "../../sandbox/package-root";
import { fullProgram, fullTaskArgs } from "../components/full";
import { build, service, specs, type Built } from "../components/programs";
import { EXAMPLES } from "../support/example-table";
import { fakeCall } from "../support/fake-account";
import { runPack, toPackResources } from "../support/policies";
import { recordClean } from "../support/recorded";
import type { Program } from "../support/recording";
import { exampleProgram } from "../support/run-example";

/** What the examples look up of what they do not make. */
const LOOKUPS: Readonly<Record<string, object>> = {
    "aws:ec2/getVpc:getVpc": { id: "vpc-0a" },
    "aws:ec2/getSubnets:getSubnets": { ids: ["subnet-0a"] },
    "aws:ec2/getSecurityGroup:getSecurityGroup": { id: "sg-0a" },
};

const KEY_OF_EXISTING =
    "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-657869737469";

/** Of the examples, one has secrets whose keys are looked up: that of its own key. */
const callFor =
    (example: string): typeof fakeCall =>
    (token, where, inputs) =>
        example === "existing-secrets-cmk" && token.endsWith("getSecret")
            ? { kmsKeyId: KEY_OF_EXISTING }
            : { ...(LOOKUPS[token] ?? fakeCall(token, where, inputs)) };

const reportsOn = async (program: Program, options: Parameters<typeof recordClean>[1] = {}) =>
    (await runPack(toPackResources(await recordClean(program, options)))).map(
        ({ level, message }) => `${level} ${message}`,
    );

/** The key of another account has a policy that this stack does not hold. */
const UNDETERMINED: Readonly<Record<string, RegExp>> = {
    "cross-account": /^advisory undetermined: .*secret shared.*Not known: the policy of the key/s,
};

describe("the whole pack is silent on", () => {
    const rows = [
        { example: "article", config: ["databasePassword", "splunkToken"] },
        ...EXAMPLES.filter(({ example }) => !(example in UNDETERMINED)),
    ];
    for (const { example, config } of rows) {
        for (const mode of ["preview", "update"] as const) {
            it(`the example ${example} (${mode})`, async () => {
                const call = callFor(example);
                assert.deepEqual(await reportsOn(runExample(example, config), { mode, call }), []);
            });
        }
    }

    for (const mode of ["preview", "update"] as const) {
        it(`a service with everything (${mode})`, async () => {
            assert.deepEqual(await reportsOn(() => fullProgram(), { mode }), []);
        });

        it(`a task definition alone (${mode})`, async () => {
            const program = () => new SecretInjectedTaskDefinition("web", fullTaskArgs());
            assert.deepEqual(await reportsOn(program, { mode }), []);
        });
    }
});

describe("the pack stops nothing, and says in one line what it cannot know, of", () => {
    for (const [example, expected] of Object.entries(UNDETERMINED)) {
        it(`the example ${example}`, async () => {
            const { config } = EXAMPLES.find((one) => one.example === example) ?? { config: [] };
            const call = callFor(example);
            const reports = await reportsOn(runExample(example, config), { call });
            assert.equal(reports.length, 1);
            assert.match(reports[0], expected);
        });
    }

    it("any service, whatever it injects (200 programs)", async function () {
        this.timeout(60_000);
        const said =
            /^advisory (undetermined: .* may decrypt .*: the key of what is no secret of this stack|.*: it is a partial ARN)/s;
        await fc.assert(
            fc.asyncProperty(specs, async (spec) => {
                let built: Built | undefined;
                const call: typeof fakeCall = (token, where, inputs) =>
                    token.endsWith("getSecret")
                        ? { kmsKeyId: built?.lookups[String(inputs?.arn)] ?? "" }
                        : fakeCall(token, where, inputs);
                const reports = await reportsOn(() => service((built = build(spec))), { call });
                for (const report of reports) {
                    assert.match(report, said);
                }
            }),
            { numRuns: 200 },
        );
    });
});

function runExample(example: string, config: readonly string[]): Program {
    const file = path.join(packageRoot(), "examples", example, "index.ts");
    const values = Object.fromEntries(config.map((key) => [key, `made-up-${key}`]));
    return exampleProgram(fs.readFileSync(file, "utf8"), values);
}

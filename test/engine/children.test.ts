import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { exampleProgram } from "../../sandbox/program";
import { fakeCall } from "../support/fake-account";
import { EXAMPLES } from "../support/example-table";
import { record, type RecordedResource } from "../support/recording";
import { exampleProgram as mockedProgram } from "../support/run-example";
import { secretConfig, useSandbox } from "../support/sandbox";

const ROWS: readonly (readonly [example: string, config: readonly string[]])[] = [
    ["article", ["databasePassword", "splunkToken"]],
    ["without-decrypt", ["databasePassword"]],
    ...EXAMPLES.map(({ example, config }) => [example, config] as const),
];

describe("Pulumi's mocks and the real engine agree on the resources of", () => {
    const sandbox = useSandbox();
    for (const [example, config] of ROWS) {
        it(example, async () => {
            const values = config.map((key) => [key, `made-up-${key}`] as const);
            const stack = await sandbox().stack(
                "dev",
                exampleProgram(example),
                secretConfig(values),
            );
            const { exitCode, output, events } = await stack.preview();
            assert.equal(exitCode, 0, output);
            const seen = events.flatMap(({ resourcePreEvent }) =>
                resourcePreEvent ? [resourcePreEvent.metadata.urn] : [],
            );
            const code = readExample(example);
            const { resources, errors } = await record(
                mockedProgram(code, Object.fromEntries(values)),
                { call: callWithNetwork },
            );
            assert.deepEqual(errors, []);
            assert.deepEqual(
                normalize(seen),
                normalize(resources.map((one) => urnOf(one, resources))),
            );
            assert.ok(seen.length > 3);
        });
    }
});

/** What the examples look up of the network, whose resources they do not make. */
const NETWORK: Readonly<Record<string, object>> = {
    "aws:ec2/getVpc:getVpc": { id: "vpc-0a" },
    "aws:ec2/getSubnets:getSubnets": { ids: ["subnet-0a"] },
    "aws:ec2/getSecurityGroup:getSecurityGroup": { id: "sg-0a" },
};

const callWithNetwork: typeof fakeCall = (token, where, inputs) => ({
    ...(NETWORK[token] ?? fakeCall(token, where, inputs)),
});

function readExample(example: string): string {
    return fs.readFileSync(path.join(packageRoot(), "examples", example, "index.ts"), "utf8");
}

/** The URN as the engine makes it: the mocks leave out the parents of a parent. */
function urnOf(resource: RecordedResource, all: readonly RecordedResource[]): string {
    const types = (one: RecordedResource): string => {
        const parent = all.find(({ urn }) => urn === one.parent);
        return parent ? `${types(parent)}$${one.type}` : one.type;
    };
    return `urn:pulumi:dev::project::${types(resource)}::${resource.name}`;
}

/** What an URN says beside the project; the stack and default providers are the engine's own. */
function normalize(urns: readonly string[]): string[] {
    return [...new Set(urns)]
        .map((urn) => urn.split("::").slice(2).join("::"))
        .filter((rest) => !/^pulumi:(pulumi:Stack|providers:aws::default)/.test(rest))
        .sort();
}

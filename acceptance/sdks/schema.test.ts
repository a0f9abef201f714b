import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { findGenerator, GENERATOR, run, useSdks } from "./sdks";

const SCHEMA = path.join(packageRoot(), "provider", "schema.json");
const COMPONENT = "ecs-secrets:index:SecretInjectedService";

type Inputs = Record<string, object>;

/** What no schema may say, each with what the engine's own reader answers. */
const WRONG: readonly (readonly [string, (inputs: Inputs) => void, RegExp])[] = [
    [
        "names a type that is not there",
        (inputs) => (inputs.cpu = { $ref: "#/types/ecs-secrets:index:Nothing" }),
        /type ecs-secrets:index:Nothing not found/,
    ],
    [
        "needs another package",
        (inputs) => (inputs.cpu = { $ref: "/aws/v7.0.0/schema.json#/types/aws:ecs/x:X" }),
        /needs the package "aws"/,
    ],
    [
        "gives a property no type",
        (inputs) => (inputs.cpu = { description: "CPU units." }),
        /SecretInjectedService: doesn't validate with/,
    ],
];

describe("the schema, read as the engine reads it", () => {
    const sdks = useSdks();

    it("needs nothing beside itself, and is warned of nothing", () => {
        assert.deepEqual(fs.readdirSync(sdks()).sort(), ["go", "nodejs", "python"]);
    });

    for (const [name, spoil, answer] of WRONG) {
        it(`is refused where it ${name}`, async () => {
            const schema = JSON.parse(fs.readFileSync(SCHEMA, "utf8")) as {
                resources: Record<string, { inputProperties: Inputs }>;
            };
            spoil(schema.resources[COMPONENT].inputProperties);
            const file = path.join(sdks(), "wrong.json");
            fs.writeFileSync(file, JSON.stringify(schema));
            const generator = await findGenerator(GENERATOR, () => undefined);
            const outcome = await run(generator, [file, path.join(sdks(), "wrong")], {
                cwd: sdks(),
            });
            assert.ok("failure" in outcome);
            assert.match(outcome.failure, answer);
        });
    }
});

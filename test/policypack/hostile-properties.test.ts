import assert from "node:assert/strict";
import fc from "fast-check";
import { SERVICE_TYPE } from "../../core";
import { toResources } from "../support/pack-stack";
import { runPack } from "../support/policies";
import { UNKNOWN } from "../support/wire";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";

const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.constantFrom(null, 0, false, UNKNOWN, `a-${UNKNOWN}`, "app.env", "DB_PASSWORD=x"),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(
            fc.constantFrom("web", "environment", "undetermined", "toString", "constructor"),
            tie("any"),
            { noNullPrototype: true },
        ),
    ),
})).any;

const properties = (...names: string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, value])), {
        requiredKeys: [],
        noNullPrototype: true,
    });

describe("properties of any kind", () => {
    it("are judged without an exception (200 stacks)", async function () {
        this.timeout(60_000);
        await fc.assert(
            fc.asyncProperty(
                fc.oneof(value, value.map(JSON.stringify)),
                properties("containers", "secrets"),
                properties("bucket", "key", "content", "contentBase64", "arn"),
                async (containerDefinitions, component, object) => {
                    const reports = await runPack(
                        toResources({
                            web: { type: SERVICE_TYPE, props: component },
                            file: { type: OBJECT, props: object },
                            task: {
                                type: TASK,
                                props: { containerDefinitions },
                                from: { containerDefinitions: ["file"] },
                            },
                        }),
                    );
                    assert.ok(reports.every(({ message }) => !/\p{Cc}/u.test(message)));
                },
            ),
            { numRuns: 200 },
        );
    });
});

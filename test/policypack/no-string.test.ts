import assert from "node:assert/strict";
import { toResources } from "../support/pack-stack";
import { runPack } from "../support/policies";

describe("a value that is no string", () => {
    it("is stopped as a number under the name of a password, and told to be none that AWS takes", async () => {
        const environment = [{ name: "DB_PASSWORD", value: 471147 }];
        const containerDefinitions = JSON.stringify([{ name: "web", image: "httpd", environment }]);
        const reports = await runPack(
            toResources({
                task: {
                    type: "aws:ecs/taskDefinition:TaskDefinition",
                    props: { family: "web", containerDefinitions },
                },
            }),
        );
        assert.deepEqual(
            reports.map(({ level, message }) => [level, message]),
            [
                [
                    "mandatory",
                    'container web: environment DB_PASSWORD is plaintext: its name reads as a password. Move it to secrets: {"name":"DB_PASSWORD","valueFrom":"<ARN of a secret or parameter>"}, and allow the task execution role to read it.',
                ],
                [
                    "advisory",
                    "undetermined: containerDefinitions[0].environment[0].value: is not a string. Give an array of objects with name and value, both of them strings.",
                ],
            ],
        );
    });

    it("is told where the container definitions are none", async () => {
        const props = { family: "web", containerDefinitions: [{ name: "web" }] };
        const reports = await runPack(
            toResources({ task: { type: "aws:ecs/taskDefinition:TaskDefinition", props } }),
        );
        assert.deepEqual(
            reports.map(({ level, message }) => [level, message]),
            [
                [
                    "advisory",
                    "undetermined: containerDefinitions: is no text. Give a JSON array of container definitions, as a string.",
                ],
            ],
        );
    });
});

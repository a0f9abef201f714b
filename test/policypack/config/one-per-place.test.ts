import assert from "node:assert/strict";
import { toResources } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { SECRETS, taskWith, VALUE } from "../exemptions/base";

const variable = (name: string, value: string) => ({ name, value });

const ROWS: Readonly<Record<string, { container: object; said: readonly (readonly string[])[] }>> =
    {
        "is said once of a variable that stands twice": {
            container: {
                environment: [variable("DB_PASSWORD", VALUE), variable("DB_PASSWORD", "x")],
            },
            said: [["mandatory", "container web: environment DB_PASSWORD"]],
        },
        "is the most certain, whatever comes first": {
            container: {
                environment: [
                    variable("DB_PASSWORD", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"),
                    variable("DB_PASSWORD", VALUE),
                ],
            },
            said: [["mandatory", "container web: environment DB_PASSWORD"]],
        },
        "is said of each of two places that hold the same name": {
            container: {
                environment: [variable("DB_PASSWORD", VALUE)],
                dockerLabels: { DB_PASSWORD: VALUE },
            },
            said: [
                ["mandatory", "container web: dockerLabels DB_PASSWORD"],
                ["mandatory", "container web: environment DB_PASSWORD"],
            ],
        },
    };

describe("one finding per place", () => {
    for (const [name, { container, said }] of Object.entries(ROWS)) {
        it(name, async () => {
            const stack = taskWith(JSON.stringify([{ name: "web", image: "httpd", ...container }]));
            const reports = await runPack(toResources(stack));
            const places = reports
                .filter(({ policy }) => policy === SECRETS)
                .map(({ level, message }) => [level, message.split(" is plaintext")[0]]);
            assert.deepEqual(places, said);
        });
    }

    it("is said of each of two containers", async () => {
        const environment = [variable("DB_PASSWORD", VALUE)];
        const containers = ["a", "b"].map((name) => ({ name, image: "httpd", environment }));
        const reports = await runPack(toResources(taskWith(JSON.stringify(containers))));
        const places = reports.map(({ message }) => message.split(" is plaintext")[0]);
        assert.deepEqual(places, [
            "container a: environment DB_PASSWORD",
            "container b: environment DB_PASSWORD",
        ]);
    });
});

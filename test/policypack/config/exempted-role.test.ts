import assert from "node:assert/strict";
import { changeStack, toResources, type StackChange } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { DECRYPT } from "../exemptions/base";
import { rights } from "../kms-decrypt/rows";
import { deployed } from "../kms-decrypt/stack";

const TODAY = "2026-06-15";
const EXEMPTION = {
    urn: "*::aws:ecs/taskDefinition:TaskDefinition::task",
    reason: "the key is retired in July",
    expires: "2026-07-31",
};

/** The role may not decrypt: its statement for the key is gone. */
const DENIED = rights();

const ROWS: readonly [name: string, exemption: object | undefined, levels: readonly string[]][] = [
    ["is stopped without an exemption", undefined, ["mandatory"]],
    ["is silent with one", {}, []],
    ["is stopped on the day after its last", { expires: "2026-06-14" }, ["mandatory"]],
    ["is stopped if it is for another task definition", { urn: "*::other" }, ["mandatory"]],
    ["is stopped if it cannot be read", { variable: "DB_PASSWORD" }, ["mandatory"]],
];

describe("a role that may not decrypt", () => {
    const levelsWith = async (change: StackChange, exemption?: object) => {
        const exemptions = exemption === undefined ? [] : [{ ...EXEMPTION, ...exemption }];
        const resources = toResources(changeStack(deployed, change));
        const config = { [DECRYPT]: { exemptions } };
        const reports = await runPack(resources, { config, today: TODAY });
        return reports.filter(({ policy }) => policy === DECRYPT).map(({ level }) => level);
    };

    for (const [name, exemption, levels] of ROWS) {
        it(name, async () => assert.deepEqual(await levelsWith(DENIED, exemption), levels));
    }
});

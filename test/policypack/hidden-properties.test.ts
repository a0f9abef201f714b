import assert from "node:assert/strict";
import { toResources } from "../support/pack-stack";
import { runPack, type PackResource } from "../support/policies";
import type { PolicyRow } from "../support/policy-table";
import { UNKNOWN } from "../support/wire";
import { NAME as KEYS } from "./keys/stack";
import { valid as validKeys } from "./keys/valid";
import { NAME as REFERENCES } from "./references/stack";
import { valid as validReferences } from "./references/valid";

const TABLES: readonly (readonly [policy: string, rows: readonly PolicyRow[]])[] = [
    [KEYS, validKeys],
    [REFERENCES, validReferences],
];

/** The resources with one property each that is not known. */
function hideEach(resources: readonly PackResource[]): PackResource[][] {
    return resources.flatMap((hidden) =>
        Object.keys(hidden.props).map((property) =>
            resources.map((one) =>
                one === hidden ? { ...one, props: { ...one.props, [property]: UNKNOWN } } : one,
            ),
        ),
    );
}

describe("what is right is never stopped while a part of it is not known", () => {
    for (const [policy, rows] of TABLES) {
        for (const { name, stack, config, today } of rows) {
            it(`${policy}: ${name}`, async () => {
                for (const resources of hideEach(toResources(stack))) {
                    const reports = await runPack(resources, { config, today });
                    const stopped = reports.filter(
                        (report) => report.policy === policy && report.level === "mandatory",
                    );
                    assert.deepEqual(stopped, []);
                }
            });
        }
    }
});

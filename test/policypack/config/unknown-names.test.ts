import assert from "node:assert/strict";
import { describeUnknownNames } from "../../../policypack/config/unknown-names";
import { policies } from "../../../policypack/policies";

const TASK = "ecs-task-definition-no-plaintext-secrets";
const names = policies.map(({ name }) => name);

/** Each configuration as names with their settings, and what is said of it. */
const ROWS: Readonly<Record<string, [config: Record<string, string[]>, said: string | undefined]>> =
    {
        "of every policy is right": [
            Object.fromEntries(names.map((name) => [name, ["likely"]])),
            undefined,
        ],
        "of all policies at once is right": [{ all: [] }, undefined],
        "of nothing is right": [{}, undefined],
        "with a letter too few tells the name that was meant": [
            { [TASK.slice(0, -1)]: [] },
            `the pack has no policy ${TASK.slice(0, -1)} (did you mean ${TASK}?)`,
        ],
        "in capital letters tells the name that was meant": [
            { [TASK.toUpperCase()]: [] },
            `the pack has no policy ${TASK.toUpperCase()} (did you mean ${TASK}?)`,
        ],
        "with underscores tells the name that was meant": [
            { [TASK.replaceAll("-", "_")]: [] },
            `the pack has no policy ${TASK.replaceAll("-", "_")} (did you mean ${TASK}?)`,
        ],
        "of a policy of another pack tells to leave it out": [
            { "s3-no-public-read": [] },
            "the pack has no policy s3-no-public-read (leave it out)",
        ],
        "with several mistakes tells all of them, sorted": [
            { zebra: [], [TASK]: [], apple: [] },
            "the pack has no policy apple (leave it out); the pack has no policy zebra (leave it out)",
        ],
        "with settings for all policies tells where they belong": [
            { all: ["suspected", "likely"] },
            "all has a level and no settings (give likely, suspected to each policy that it is for)",
        ],
        "with a name that a terminal would obey shows it, and does not obey": [
            { "\u001b[2Jx": [] },
            "the pack has no policy \\u{1b}[2Jx (leave it out)",
        ],
    };

describe("a configuration", () => {
    for (const [title, [config, said]] of Object.entries(ROWS)) {
        it(title, () => {
            assert.equal(describeUnknownNames(new Map(Object.entries(config)), names), said);
        });
    }

    it("with a name that is endless is refused at once", () => {
        const start = performance.now();
        const said = describeUnknownNames(new Map([["a-".repeat(1_000_000), []]]), names);
        assert.match(said ?? "", /^the pack has no policy (a-)+… \(leave it out\)$/);
        assert.ok(performance.now() - start < 1000);
    });
});

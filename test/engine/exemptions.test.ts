import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as aws from "@pulumi/aws";
import type { Outcome, SandboxStack } from "../../sandbox/stack";
import { pack, useSandbox } from "../support/sandbox";

const CANARY = "canary-that-is-exempted";
const POLICY = "ecs-task-definition-no-plaintext-secrets";
const USE = "ecs-exemption-require-use";
const EXEMPTION = {
    urn: "*::aws:ecs/taskDefinition:TaskDefinition::web",
    container: "web",
    variable: "DB_PASSWORD",
    reason: "moves to Secrets Manager with the next release",
    expires: "2999-12-31",
};

describe("exemptions on the real engine", () => {
    const sandbox = useSandbox();
    let stack: SandboxStack;
    let runs = 0;
    before("open a stack with a task definition that shows a secret", async () => {
        const environment = [{ name: "DB_PASSWORD", value: CANARY }];
        const container = { name: "web", image: "httpd", memory: 128, environment };
        const run = async () => {
            runs++;
            const containerDefinitions = JSON.stringify([container]);
            new aws.ecs.TaskDefinition("web", { family: "web", containerDefinitions });
        };
        stack = await sandbox().stack("dev", { project: "exempted", run });
    });

    const previewWith = async (settings: object): Promise<Outcome> => {
        const file = path.join(sandbox().folder, "policy-config.json");
        fs.writeFileSync(file, JSON.stringify({ [POLICY]: settings }));
        runs = 0;
        const outcome = await stack.preview({ ...pack, policyPackConfig: file });
        assert.ok(!outcome.output.includes(CANARY), "no value is told");
        return outcome;
    };
    const exempt = (exemption: object) => previewWith({ exemptions: [exemption] });

    it("let pass in silence what they are for", async () => {
        const preview = await exempt(EXEMPTION);
        assert.deepEqual(preview.policies, [], preview.output);
        assert.equal(preview.exitCode, 0);
    });

    it("are reported when they have expired, and what they hid is stopped again", async () => {
        const preview = await exempt({ ...EXEMPTION, expires: "2020-01-31" });
        assert.deepEqual(listSaid(preview), [
            [USE, "advisory"],
            [POLICY, "mandatory"],
        ]);
        assert.match(
            messageOf(preview, USE),
            /exemptions\[0\] \(urn \*::aws:ecs\/taskDefinition:TaskDefinition::web, container web, variable DB_PASSWORD\) expired on 2020-01-31, and what it hid is reported again: resource web, container web, DB_PASSWORD\./,
        );
        assert.equal(preview.exitCode, 1);
    });

    it("are reported when they match nothing, and hide nothing", async () => {
        const preview = await exempt({ ...EXEMPTION, variable: "OTHER_PASSWORD" });
        assert.deepEqual(listSaid(preview), [
            [USE, "advisory"],
            [POLICY, "mandatory"],
        ]);
        assert.match(messageOf(preview, USE), /OTHER_PASSWORD\) matches nothing in this stack\./);
        assert.equal(preview.exitCode, 1);
    });

    it("with a day that no calendar has are stopped by the pack, and hide nothing", async () => {
        const preview = await exempt({ ...EXEMPTION, expires: "2999-02-30" });
        assert.deepEqual(listSaid(preview), [
            [USE, "mandatory"],
            [POLICY, "mandatory"],
        ]);
        assert.match(
            messageOf(preview, USE),
            /exemptions\[0\]\.expires 2999-02-30 is no day of the calendar/,
        );
        assert.equal(preview.exitCode, 1);
    });

    const { reason: _reason, ...unexplained } = EXEMPTION;
    const at = `validating policy config: ecs-secrets 0.1.0  ${POLICY}: `;
    const malformed: Record<string, [settings: object, text: string]> = {
        "an exemption without a reason": [
            { exemptions: [unexplained] },
            `${at}exemptions.0: reason is required`,
        ],
        "an exemption with an empty reason": [
            { exemptions: [{ ...EXEMPTION, reason: " " }] },
            `${at}exemptions.0.reason: Does not match pattern '\\S'`,
        ],
        "an exemption with a field that there is not": [
            { exemptions: [{ ...EXEMPTION, owner: "team" }] },
            `${at}exemptions.0: Additional property owner is not allowed`,
        ],
        "a level of what is likely that there is not": [
            { likely: "strict" },
            `${at}likely: likely must be one of the following: "advisory", "mandatory", "disabled"`,
        ],
        "a level of the policy that there is not": [
            { enforcementLevel: "strict" },
            `parsing enforcement level for "${POLICY}": "strict" is not a valid enforcement level`,
        ],
    };
    for (const [title, [settings, text]] of Object.entries(malformed)) {
        it(`are explained by the engine before anything runs: ${title}`, async () => {
            const preview = await previewWith(settings);
            assert.ok(preview.output.includes(`error: ${text}\n`), preview.output);
            assert.notEqual(preview.exitCode, 0);
            assert.deepEqual([preview.changes, preview.policies, runs], [[], [], 0]);
        });
    }
});

function listSaid({ policies }: Outcome): [policy: string, level: string][] {
    return policies
        .map(({ policy, level }): [string, string] => [policy, level])
        .sort(([a], [b]) => (a < b ? -1 : 1));
}

function messageOf({ policies }: Outcome, name: string): string {
    return policies.find(({ policy }) => policy === name)?.message ?? "";
}

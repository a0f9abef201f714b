import type { PackConfig } from "../../support/pack-config";
import type { Stack } from "../../support/pack-stack";

export const SECRETS = "ecs-task-definition-no-plaintext-secrets";
export const DECRYPT = "ecs-execution-role-require-kms-decrypt";
export const VALUE = "example-only";
export const TODAY = "2026-06-15";
export const TASK = "aws:ecs/taskDefinition:TaskDefinition";

export const EXEMPTION = {
    urn: `*::${TASK}::task`,
    container: "web",
    variable: "DB_PASSWORD",
    reason: "legacy, being moved",
    expires: "2026-12-31",
};

export const taskWith = (containerDefinitions: unknown): Stack => ({
    task: { type: TASK, props: { family: "web", containerDefinitions } as never },
});

const BASE = taskWith(
    JSON.stringify([
        { name: "web", image: "httpd", environment: [{ name: "DB_PASSWORD", value: VALUE }] },
    ]),
);
/** What the engine sends for a value that is not known yet. */
export const UNKNOWN_VALUE = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const UNKNOWN = taskWith(UNKNOWN_VALUE);

export const exempting = (change: object = {}): PackConfig => ({
    [SECRETS]: { exemptions: [{ ...EXEMPTION, ...change }] },
});

export const base = { stack: BASE, today: TODAY, resource: "the stack" };
export const at = (text: string) => `${SECRETS}: exemptions[0]${text}`;

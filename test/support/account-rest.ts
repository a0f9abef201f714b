import * as fs from "node:fs";
import * as path from "node:path";
import type { Account } from "../../sandbox/aws/account";

/** What tells that something happened, and is no resource. */
const RECORDS = ["events-lost", "faults", "pauses", "sqs-messages", "states-executions"];

/** What AWS keeps of a deleted resource for a while, or for ever, marked so. */
const MARKS: Readonly<Record<string, readonly [property: string, value: unknown]>> = {
    "ecs-clusters": ["status", "INACTIVE"],
    "ecs-task-definitions": ["status", "INACTIVE"],
    "kms-keys": ["state", "PendingDeletion"],
    "secretsmanager-secrets": ["scheduledForDeletion", true],
};

/** The files of all resources in a simulated AWS, in any account and region, that are not deleted. */
export function listRest({ folder }: Account): string[] {
    return fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".json") && !isGone(folder, file))
        .sort();
}

function isGone(folder: string, file: string): boolean {
    const kind = path.basename(path.dirname(file));
    if (RECORDS.includes(kind)) {
        return true;
    }
    const [property, value] = MARKS[kind] ?? [];
    const object = JSON.parse(fs.readFileSync(path.join(folder, file), "utf8")) as object;
    return (
        property !== undefined &&
        Object.entries(object).some(([name, one]) => name === property && one === value)
    );
}

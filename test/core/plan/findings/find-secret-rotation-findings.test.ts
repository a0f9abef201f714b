import { DEFERRED } from "../../../../core";
import { KEY_1, owning } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const lambdaArn = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";
const rotating = (rotation: object) =>
    owning({ value: DEFERRED, rotation: { lambdaArn, ...rotation } });
const replicated = (...replicas: unknown[]) => owning({ value: DEFERRED, replicas });
const at = "secrets.s.rotation";
const DAYS: Told = [
    `${at}.automaticallyAfterDays`,
    "is no number of days to rotate after",
    "Give a number from 1 to 1000.",
];
const SCHEDULE: Told = [
    `${at}.scheduleExpression`,
    "is no schedule",
    "Write it like rate(10 days) or cron(0 8 1 * ? *).",
];
const FUNCTION: Told = [
    `${at}.lambdaArn`,
    "is not the ARN of a Lambda function",
    "Give the function's ARN, for example rotate.arn.",
];
const WINDOW: Told = [
    "secrets.s.recoveryWindowInDays",
    "is no recovery window",
    "Give 0, or 7 to 30.",
];
const HOURS: Told = [`${at}.duration`, "is no number of hours", "Write it like 3h."];
const recovered = (recoveryWindowInDays: unknown) =>
    owning({ value: DEFERRED, recoveryWindowInDays });

describe("findServiceFindings, of the rotation of a secret, finds", () => {
    const rows: Row[] = [
        ["nothing in a function alone", rotating({})],
        [
            "nothing in Outputs",
            rotating({ lambdaArn: DEFERRED, scheduleExpression: DEFERRED, duration: DEFERRED }),
        ],
        ["nothing in a version of a function", rotating({ lambdaArn: `${lambdaArn}:live` })],
        ["nothing in the fewest days", rotating({ automaticallyAfterDays: 1 })],
        ["nothing in the most days", rotating({ automaticallyAfterDays: 1000, duration: "24h" })],
        ["nothing in a rate", rotating({ scheduleExpression: "rate(10 days)", duration: "3h" })],
        ["nothing in a cron expression", rotating({ scheduleExpression: "cron(0 8 1 * ? *)" })],
        ["a bucket for a function", rotating({ lambdaArn: "arn:aws:s3:::function:x" }), FUNCTION],
        [
            "all functions at once",
            rotating({ lambdaArn: lambdaArn.replace("rotate", "*") }),
            FUNCTION,
        ],
        ["no days", rotating({ automaticallyAfterDays: 0 }), DAYS],
        ["too many days", rotating({ automaticallyAfterDays: 1001 }), DAYS],
        ["a schedule without its form", rotating({ scheduleExpression: "10 days" }), SCHEDULE],
        [
            "a cron expression of five fields",
            rotating({ scheduleExpression: "cron(0 8 1 * ?)" }),
            SCHEDULE,
        ],
        ["a rate of minutes", rotating({ scheduleExpression: "rate(10 minutes)" }), SCHEDULE],
        [
            "days and a schedule",
            rotating({ automaticallyAfterDays: DEFERRED, scheduleExpression: DEFERRED }),
            [
                `${at}.automaticallyAfterDays`,
                "cannot be given together with scheduleExpression",
                "Give one of the two.",
            ],
        ],
        ["a window of minutes", rotating({ duration: "30m" }), HOURS],
        ["a window of no hours", rotating({ duration: "0h" }), HOURS],
    ];
    itFinds(rows);
});

describe("findServiceFindings, of the recovery window of a secret, finds", () => {
    const rows: Row[] = [
        ["nothing in none", recovered(0)],
        ["nothing in the shortest", recovered(7)],
        ["nothing in the longest", recovered(30)],
        ["nothing in an Output", recovered(DEFERRED)],
        ["one that is too short", recovered(6), WINDOW],
        ["one that is too long", recovered(31), WINDOW],
    ];
    itFinds(rows);
});

describe("findServiceFindings, of the replicas of a secret, finds", () => {
    const region = "eu-west-1";
    const rows: Row[] = [
        [
            "nothing in two regions",
            replicated({ region, kmsKeyId: KEY_1 }, { region: "us-gov-west-1" }),
        ],
        [
            "nothing in Outputs",
            replicated(
                { region: DEFERRED, kmsKeyId: KEY_1 },
                { region: DEFERRED, kmsKeyId: DEFERRED },
            ),
        ],
        ["nothing in a key by its id", replicated({ region, kmsKeyId: "mrk-0123" })],
        [
            "the same region twice",
            replicated({ region }, { region: "eu-west-2" }, { region }),
            [
                "secrets.s.replicas[2].region",
                "is the region of another replica already",
                "Remove one of the two.",
            ],
        ],
        [
            "an Availability Zone",
            replicated({ region: "eu-west-1a" }),
            ["secrets.s.replicas[0].region", "is no region", "Write it like eu-west-1."],
        ],
        [
            "an empty region, once",
            replicated({ region: "" }),
            ["secrets.s.replicas[0].region", "is empty", "Give it a value."],
        ],
        [
            "a key of another region",
            replicated({ region: "eu-west-2", kmsKeyId: KEY_1 }),
            [
                "secrets.s.replicas[0].kmsKeyId",
                "is not in the region of the replica",
                "Give a key of that region.",
            ],
        ],
        [
            "what is no key, once",
            replicated({ region: "eu-west-2", kmsKeyId: `${KEY_1}/x` }),
            [
                "secrets.s.replicas[0].kmsKeyId",
                "names no key",
                "Give the key's ARN, its id, or the name or ARN of its alias.",
            ],
        ],
    ];
    itFinds(rows);
});

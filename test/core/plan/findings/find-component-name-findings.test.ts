import { DEFERRED, findComponentNameFindings } from "../../../../core";
import { itFinds, type Row } from "./rows";

const characters = (count: number) => "n".repeat(count);
const longName = (count: number) =>
    `the component's name has ${count} characters, and the names of its roles, which are made of it, have at most 64`;
const existing = { existing: "arn:aws:iam::123456789012:role/tasks" };
const RESERVED = [
    "is missing, and one made of the component's name would begin with aws or ssm",
    "Give the parameter a name.",
] as const;

describe("findComponentNameFindings finds", () => {
    const rows: Row[] = [
        ["nothing in a name of 41 characters", [characters(41), {}]],
        [
            "a name with which the execution role would have 65",
            [characters(42), {}],
            ["name", longName(42), "Name it with at most 41 characters."],
        ],
        [
            "a name with which the role of the redeployment would have 65",
            [characters(39), { redeployOnRotation: true }],
            ["name", longName(39), "Name it with at most 38 characters."],
        ],
        [
            "a name with which the task role would, where the execution role exists",
            [characters(47), { executionRole: existing }],
            ["name", longName(47), "Name it with at most 46 characters."],
        ],
        [
            "nothing in a long name where no role is made of it",
            [characters(64), { executionRole: existing, taskRole: existing }],
        ],
        [
            "nothing in one whose roles a transform changes",
            [
                characters(80),
                {
                    redeployOnRotation: true,
                    transform: { executionRole: () => 0, taskRole: () => 0, rotationRole: () => 0 },
                },
            ],
        ],
        ["nothing in args that are none", ["web", undefined]],
        [
            "a parameter that would be named after a component that AWS's own begin with",
            ["aws-web", { secrets: { db: { store: "ssm", value: DEFERRED }, api: {} } }],
            ["secrets.db.name", ...RESERVED],
        ],
        [
            "it whatever the case, and nothing where it has a name or exists",
            [
                "SSMweb",
                {
                    secrets: {
                        db: { store: "ssm" },
                        named: { store: "ssm", name: DEFERRED },
                        adopted: { store: "ssm", arn: DEFERRED },
                        wrong: "db",
                    },
                },
            ],
            ["secrets.db.name", ...RESERVED],
        ],
        ["nothing in other names", ["web-aws", { secrets: { db: { store: "ssm" } } }]],
        ["nothing where secrets are none", ["aws", { secrets: "db" }]],
    ];
    itFinds(rows, ([name, args]: [string, unknown]) => findComponentNameFindings(name, args));
});

import assert from "node:assert/strict";
import { renderReport, type JudgedExample, type JudgedRequest } from "../../acceptance/report";

const REQUEST = { service: "ecs", operation: "CreateCluster", input: {} };
const ACCEPTED: JudgedRequest = { resource: "Cluster web", request: REQUEST, findings: [] };

function example(requests: readonly JudgedRequest[], failures: readonly string[] = []) {
    return { example: "article", resources: requests.length, requests, failures };
}

const HEAD = "example  resources  requests  refused by moto  findings  failures";

interface Row {
    readonly says: string;
    readonly examples: readonly JudgedExample[];
    readonly uncontrolled?: readonly string[];
    readonly lines: readonly string[];
    readonly isGreen: boolean;
}

const ROWS: readonly Row[] = [
    {
        says: "that all is accepted",
        examples: [example([ACCEPTED, ACCEPTED])],
        lines: [
            HEAD,
            "article          2         2                0         0         0",
            "",
            "1 example, 2 requests accepted, 0 refused",
        ],
        isGreen: true,
    },
    {
        says: "once that a request is refused, though both have something against it",
        examples: [
            example([
                { ...ACCEPTED, refusal: "made up", findings: ["botocore: one", "cfn-lint: two"] },
                ACCEPTED,
            ]),
        ],
        lines: [
            HEAD,
            "article          2         2                1         2         0",
            "\narticle: Cluster web, ecs CreateCluster",
            "  moto: made up",
            "  botocore: one",
            "  cfn-lint: two",
            "",
            "1 example, 1 request accepted, 1 refused",
        ],
        isGreen: false,
    },
    {
        says: "that botocore alone refuses a request",
        examples: [example([{ ...ACCEPTED, findings: ["botocore: one"] }])],
        lines: [
            HEAD,
            "article          1         1                0         1         0",
            "\narticle: Cluster web, ecs CreateCluster",
            "  botocore: one",
            "",
            "1 example, 0 requests accepted, 1 refused",
        ],
        isGreen: false,
    },
    {
        says: "what could not be sent",
        examples: [example([ACCEPTED], ["no translation of made:up:Type"])],
        lines: [
            HEAD,
            "article          1         1                0         0         1",
            "\narticle: no translation of made:up:Type",
            "",
            "1 example, 1 request accepted, 0 refused, 1 failed",
        ],
        isGreen: false,
    },
    {
        says: "which wrong request was accepted",
        examples: [example([ACCEPTED])],
        uncontrolled: ["a made-up mistake (moto)"],
        lines: [
            HEAD,
            "article          1         1                0         0         0",
            "\nAccepted, and must not be: a made-up mistake (moto)",
            "",
            "1 example, 1 request accepted, 0 refused, 1 wrongly accepted",
        ],
        isGreen: false,
    },
    {
        says: "that nothing was sent, which is not green",
        examples: [],
        lines: [HEAD, "", "0 examples, 0 requests accepted, 0 refused"],
        isGreen: false,
    },
];

describe("the report of an acceptance run", () => {
    for (const { says, examples, uncontrolled, lines, isGreen } of ROWS) {
        it(`says ${says}`, () => {
            assert.deepEqual(renderReport(examples, uncontrolled ?? []), { lines, isGreen });
        });
    }
});

import assert from "node:assert/strict";
import { formatExplanation } from "../../../core";
import { changeStack, type Stack, type StackChange } from "../../support/pack-stack";
import {
    deployed,
    firstPreview,
    KEY,
    PARAMETER,
    policy,
    readStatement,
    ROLE,
    VALUE,
} from "../kms-decrypt/stack";
import { explainStack } from "./explained-stack";

const FILE = "arn:aws:s3:::web-files/web.env";
const WITH_FILE = JSON.stringify([
    { name: "web", image: "httpd", environmentFiles: [{ type: "s3", value: FILE }] },
]);
const DB = "secrets DB_PASSWORD of container web (parameter parameter)";
const ELSEWHERE = `what other programs give ${ROLE}-2, which is not a resource of this stack`;

interface Row {
    readonly change: StackChange;
    /** What is needed, what the pack concludes, and the answers of the policies that it knows. */
    readonly needs: readonly (readonly [what: string, answer: string, ...verdicts: string[]])[];
    readonly diagram: readonly string[];
}

const rows: Record<string, Row> = {
    "a task whose role may read and decrypt is drawn in solid lines": {
        change: { service: { type: "aws:ecs/service:Service", props: { taskDefinition: "web" } } },
        needs: [
            [DB, "allowed", "allowed"],
            [DB, "allowed", "allowed"],
        ],
        diagram: [
            'n1["service service"]',
            'n2["task definition task"]',
            'n3["role role"]',
            'n4["statement 1 of the policy rights"]',
            'n5["statement Decrypt of the policy rights"]',
            'n6["statement Enable IAM User Permissions of the policy of the key"]',
            'n7["parameter parameter"]',
            'n8["key key"]',
            'n1 -- "runs" --> n2',
            'n2 -- "executionRoleArn" --> n3',
            "n3 --> n4",
            "n3 --> n5",
            "n3 --> n6",
            'n4 -- "ssm:GetParameters" --> n7',
            'n5 -- "kms:Decrypt" --> n8',
            'n6 -- "kms:Decrypt" --> n8',
            'n7 -- "encrypted with" --> n8',
        ],
    },
    "a task whose role may not decrypt is denied the key": {
        change: { rights: { props: { policy: policy(readStatement) } } },
        needs: [
            [DB, "allowed", "allowed"],
            [DB, "denied", "denied"],
        ],
        diagram: [
            'n1["task definition task"]',
            'n2["role role"]',
            'n3["statement 1 of the policy rights"]',
            'n4["parameter parameter"]',
            'n5["key key"]',
            'n1 -- "executionRoleArn" --> n2',
            "n2 --> n3",
            'n2 -. "kms:Decrypt denied: key policy leaves it to identity policies" .-> n5',
            'n3 -- "ssm:GetParameters" --> n4',
            'n4 -- "encrypted with" --> n5',
        ],
    },
    "a task at the first preview is open where the documents are not known yet": {
        change: firstPreview,
        needs: [
            ["parameter parameter", "pending", "undetermined"],
            ["parameter parameter", "pending", "undetermined"],
        ],
        diagram: [
            'n1["task definition task"]',
            'n2["role role"]',
            'n3["the policy rights"]',
            'n4["parameter parameter"]',
            'n5["key key"]',
            'n1 -- "executionRoleArn" --> n2',
            "n2 --> n3",
            'n3 -. "ssm:GetParameters? known once the program has run" .-> n4',
            'n3 -. "kms:Decrypt? known once the program has run" .-> n5',
            'n4 -- "encrypted with" --> n5',
            "linkStyle 2,3 stroke-dasharray:8 5",
        ],
    },
    "a task at the first preview is suspected where nothing depends on what it reads": {
        change: {
            ...firstPreview,
            rights: { props: { policy: policy() }, from: { role: ["role"] } },
            key: undefined,
            parameter: { props: { arn: firstPreview.parameter.props.arn, keyId: "" }, from: {} },
        },
        needs: [["parameter parameter", "suspected", "denied"]],
        diagram: [
            'n1["task definition task"]',
            'n2["role role"]',
            'n3["parameter parameter"]',
            'n1 -- "executionRoleArn" --> n2',
            'n2 -. "ssm:GetParameters? suspected: nothing that is known allows it" .-> n3',
            "linkStyle 1 stroke-dasharray:8 5",
        ],
    },
    "a task with a role of another stack is open, whatever the known policies say": {
        change: { task: { props: { executionRoleArn: `${ROLE}-2` } } },
        needs: [
            [DB, "undetermined", "denied"],
            [DB, "undetermined", "denied"],
        ],
        diagram: [
            'n1["task definition task"]',
            `n2["role ${ROLE}-2"]`,
            'n3["parameter parameter"]',
            'n4["key key"]',
            'n1 -- "executionRoleArn" --> n2',
            `n2 -. "ssm:GetParameters? ${ELSEWHERE}" .-> n3`,
            `n2 -. "kms:Decrypt? ${ELSEWHERE}" .-> n4`,
            'n3 -- "encrypted with" --> n4',
            "linkStyle 1,2 stroke-dasharray:8 5",
        ],
    },
    "a task that reads a file is drawn with the file and its bucket": {
        change: {
            task: { props: { containerDefinitions: WITH_FILE } },
            rights: {
                props: {
                    policy: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: FILE }),
                },
            },
        },
        needs: [
            [`environmentFiles ${FILE} of container web`, "allowed", "allowed"],
            [`environmentFiles ${FILE} of container web`, "undetermined", "denied"],
        ],
        diagram: [
            'n1["task definition task"]',
            'n2["role role"]',
            'n3["statement 1 of the policy rights"]',
            `n4["file ${FILE}"]`,
            'n5["bucket arn:aws:s3:::web-files"]',
            'n1 -- "executionRoleArn" --> n2',
            "n2 --> n3",
            'n2 -. "s3:GetBucketLocation? the policy of the bucket, which is not a resource of this stack" .-> n5',
            'n3 -- "s3:GetObject" --> n4',
            "linkStyle 2 stroke-dasharray:8 5",
        ],
    },
};

describe("explainService", () => {
    for (const [name, { change, needs, diagram }] of Object.entries(rows)) {
        it(name, () => {
            const explained = explainStack(changeStack(deployed, change));
            const told = explained?.needs.map(({ what, judgement, explanations }) => [
                what,
                judgement.answer,
                ...explanations.map(({ verdict }) => verdict.answer),
            ]);
            assert.deepEqual(told, needs);
            const lines = ["flowchart LR", ...diagram.map((line) => `    ${line}`), ""];
            assert.deepEqual(explained?.diagram.split("\n"), lines);
        });
    }

    it("explains nothing of a task definition without a task execution role", () => {
        const stack = changeStack(deployed, { task: { props: { executionRoleArn: undefined } } });
        assert.equal(explainStack(stack), undefined);
    });

    it("tells names and ARNs, and no value", () => {
        const texts = (stack: Stack) => {
            const explained = explainStack(stack);
            const all = explained?.needs.flatMap(({ explanations }) => explanations) ?? [];
            return [...all.map(formatExplanation), explained?.diagram ?? ""].join("\n");
        };
        const told = texts(deployed);
        assert.ok(told.includes(PARAMETER) && told.includes(KEY));
        assert.ok(!told.includes(VALUE));
    });
});

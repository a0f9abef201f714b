import assert from "node:assert/strict";
import {
    explainAccess,
    renderAccessDiagram,
    type AccessDrawing,
    type AccessWorld,
    type DrawnAccess,
    type DrawnTarget,
} from "../../../core/iam";
import {
    ACCOUNT,
    allowDecrypt,
    allowSecret,
    decrypt,
    policy,
    readSecret,
    UNKNOWN,
} from "./fixtures";

const DATABASE: DrawnTarget = { kind: "secret", name: "database" };
const KEY: DrawnTarget = { kind: "key", name: "app" };
const NAMES = { service: "web", task: "web", role: "web-execution" };

const own = (list: unknown, name = "app") => policy(list, "2012-10-17", name);
const reads = (world: Omit<AccessWorld, "resource">): DrawnAccess => ({
    target: DATABASE,
    explanation: explainAccess(readSecret, {
        ...world,
        resource: { kind: "policy", policy: "none" },
    }),
});
const decrypts = (
    world: Omit<AccessWorld, "resource">,
    key: AccessWorld["resource"],
): DrawnAccess => ({
    target: KEY,
    encrypts: DATABASE,
    explanation: explainAccess(decrypt, { ...world, resource: key }),
});
const DEFAULT = { kind: "key", policy: "default", grants: [] } as const;

interface Row {
    readonly drawing: AccessDrawing;
    readonly lines: readonly string[];
}

const BOTH = { identity: [own([allowSecret({ Sid: "Read" }), allowDecrypt({ Sid: "Decrypt" })])] };
const READ_ALONE = { identity: [own(allowSecret({ Sid: "Read" }))] };
const OPEN = {
    identity: [
        own([allowSecret({ Sid: "Read", Resource: UNKNOWN }), allowDecrypt({ Sid: "Decrypt" })]),
    ],
};
const DENYING = {
    kind: "key",
    policy: own(
        [
            {
                Sid: "Account",
                Effect: "Allow",
                Principal: { AWS: ACCOUNT },
                Action: "kms:*",
                Resource: "*",
            },
            { Sid: "Never", Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" },
        ],
        "of the key",
    ),
    grants: [],
} as const;

const rows: Record<string, Row> = {
    "a diagram of what is allowed is solid, through the statements that decide": {
        drawing: { ...NAMES, accesses: [reads(BOTH), decrypts(BOTH, DEFAULT)] },
        lines: [
            'n1["service web"]',
            'n2["task definition web"]',
            'n3["role web-execution"]',
            'n4["statement Decrypt of the policy app"]',
            'n5["statement Read of the policy app"]',
            'n6["the default key policy"]',
            'n7["secret database"]',
            'n8["key app"]',
            'n1 -- "runs" --> n2',
            'n2 -- "executionRoleArn" --> n3',
            "n3 --> n4",
            "n3 --> n5",
            "n3 --> n6",
            'n4 -- "kms:Decrypt" --> n8',
            'n5 -- "secretsmanager:GetSecretValue" --> n7',
            'n6 -- "kms:Decrypt" --> n8',
            'n7 -- "encrypted with" --> n8',
        ],
    },
    "a diagram of what nobody allows is dotted from the role, with the reason": {
        drawing: {
            task: "web",
            role: "web-execution",
            accesses: [reads(READ_ALONE), decrypts(READ_ALONE, DEFAULT)],
        },
        lines: [
            'n1["task definition web"]',
            'n2["role web-execution"]',
            'n3["statement Read of the policy app"]',
            'n4["secret database"]',
            'n5["key app"]',
            'n1 -- "executionRoleArn" --> n2',
            "n2 --> n3",
            'n2 -. "kms:Decrypt denied: key policy leaves it to identity policies" .-> n5',
            'n3 -- "secretsmanager:GetSecretValue" --> n4',
            'n4 -- "encrypted with" --> n5',
        ],
    },
    "a diagram shows the Deny that decides, and dashed what leaves it open": {
        drawing: { ...NAMES, accesses: [reads(OPEN), decrypts(OPEN, DENYING)] },
        lines: [
            'n1["service web"]',
            'n2["task definition web"]',
            'n3["role web-execution"]',
            'n4["statement Never of the policy of the key"]',
            'n5["statement Read of the policy app"]',
            'n6["secret database"]',
            'n7["key app"]',
            'n1 -- "runs" --> n2',
            'n2 -- "executionRoleArn" --> n3',
            "n3 --> n4",
            "n3 --> n5",
            'n4 -. "kms:Decrypt denied: explicit deny" .-> n7',
            'n5 -. "secretsmanager:GetSecretValue? possible allow" .-> n6',
            'n6 -- "encrypted with" --> n7',
            "linkStyle 5 stroke-dasharray:8 5",
        ],
    },
    "a diagram shows what was concluded if that is not what the policies tell": {
        drawing: {
            ...NAMES,
            accesses: [
                {
                    ...reads({ identity: [] }),
                    outcome: { answer: "undetermined", why: "the role is of another stack" },
                },
            ],
        },
        lines: [
            'n1["service web"]',
            'n2["task definition web"]',
            'n3["role web-execution"]',
            'n4["secret database"]',
            'n1 -- "runs" --> n2',
            'n2 -- "executionRoleArn" --> n3',
            'n3 -. "secretsmanager:GetSecretValue? the role is of another stack" .-> n4',
            "linkStyle 2 stroke-dasharray:8 5",
        ],
    },
    "a diagram writes by its number what could leave the quotation marks": {
        drawing: { task: 'a"] --> x', role: "#quot;`%%\n end", accesses: [] },
        lines: [
            'n1["task definition a#34;#93; --#62; x"]',
            'n2["role #35;quot#59;#96;#37;#37;  end"]',
            'n1 -- "executionRoleArn" --> n2',
        ],
    },
};

describe("renderAccessDiagram", () => {
    for (const [name, { drawing, lines }] of Object.entries(rows)) {
        it(name, () => {
            const expected = ["flowchart LR", ...lines.map((line) => `    ${line}`), ""];
            assert.deepEqual(renderAccessDiagram(drawing).split("\n"), expected);
        });
    }
});

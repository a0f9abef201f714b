import { PLAINTEXT_THREATS } from "./plaintext-threats";
import { edit, type Threat } from "./threat";

interface Statement {
    Sid?: string;
    Resource: string[];
    Effect: string;
    Condition?: { StringEquals: Record<string, string[]> };
}

const DECRYPT = "ecs-execution-role-require-kms-decrypt";

const READ = "ecs-execution-role-require-secret-access";

const OTHER = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-00000000000b";

const without =
    (name: string): Threat["change"] =>
    (resources) =>
        resources.filter((resource) => resource.name !== name);

/** Changes the statements of the role's inline policy. */
function editStatements(change: (statements: Statement[]) => object[]): Threat["change"] {
    return edit("web-execution-policy", (props) => {
        const document = JSON.parse(props.policy as string) as { Statement: Statement[] };
        const Statement = change(document.Statement);
        return { ...props, policy: JSON.stringify({ ...document, Statement }) };
    });
}

/** Changes the statement that allows decrypting. */
const editDecrypt = (change: (statement: Statement) => object) =>
    editStatements((all) =>
        all.map((one) => (one.Sid === "DecryptParameters" ? change(one) : one)),
    );

const withCondition = (key: string, value: string) =>
    editDecrypt((statement) => ({
        ...statement,
        Condition: { StringEquals: { ...statement.Condition?.StringEquals, [key]: [value] } },
    }));

/** The threats that the pack stops, one change each. */
export const THREATS: readonly Threat[] = [
    {
        name: "drops the statement that allows decrypting",
        policy: DECRYPT,
        change: editStatements((all) => all.filter(({ Sid }) => Sid !== "DecryptParameters")),
    },
    {
        name: "allows decrypting with another key",
        policy: DECRYPT,
        change: editDecrypt((statement) => ({ ...statement, Resource: [OTHER] })),
    },
    {
        name: "allows decrypting with an alias of the key",
        policy: DECRYPT,
        change: editDecrypt((statement) => ({
            ...statement,
            Resource: ["arn:aws:kms:us-east-1:123456789012:alias/web"],
        })),
    },
    {
        name: "allows decrypting through the other store",
        policy: DECRYPT,
        change: withCondition("kms:ViaService", "secretsmanager.us-east-1.amazonaws.com"),
    },
    {
        name: "allows decrypting in another region",
        policy: DECRYPT,
        change: withCondition("kms:ViaService", "ssm.eu-west-1.amazonaws.com"),
    },
    {
        name: "allows decrypting another parameter",
        policy: DECRYPT,
        change: withCondition(
            "kms:EncryptionContext:PARAMETER_ARN",
            "arn:aws:ssm:us-east-1:123456789012:parameter/web/other",
        ),
    },
    {
        name: "allows encrypting in place of decrypting",
        policy: DECRYPT,
        change: editDecrypt((statement) => ({ ...statement, Action: "kms:Encrypt" })),
    },
    {
        name: "turns the Allow into a Deny",
        policy: DECRYPT,
        change: editDecrypt((statement) => ({ ...statement, Effect: "Deny" })),
    },
    {
        name: "adds a Deny",
        policy: [DECRYPT, DECRYPT],
        change: editStatements((all) => [
            ...all,
            { Effect: "Deny", Action: "kms:Decrypt", Resource: "*" },
        ]),
    },
    {
        name: "takes the inline policy away",
        policy: [DECRYPT, READ, READ],
        change: without("web-execution-policy"),
    },
    {
        name: "gives the inline policy to another role",
        policy: [DECRYPT, READ, READ],
        change: edit("web-execution-policy", (props) => ({ ...props, role: "another-role" })),
    },
    {
        name: "makes a key policy that leaves nothing to the account",
        policy: DECRYPT,
        change: edit("article", (props) => ({
            ...props,
            policy: JSON.stringify({
                Version: "2012-10-17",
                Statement: [
                    {
                        Effect: "Allow",
                        Principal: { AWS: "arn:aws:iam::123456789012:role/admin" },
                        Action: "kms:*",
                        Resource: "*",
                    },
                ],
            }),
        })),
    },
    ...PLAINTEXT_THREATS,
];

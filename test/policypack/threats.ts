import type { PackResource } from "../support/policies";
import type { Wire } from "../support/wire";

/** Something that may go wrong with a deployed service, and the policy that stops it. */
export interface Threat {
    /** Completes "somebody …". */
    readonly name: string;
    readonly policy: string;
    readonly change: (resources: PackResource[]) => PackResource[];
}

interface Statement {
    Sid?: string;
    Resource: string[];
    Effect: string;
    Condition?: { StringEquals: Record<string, string[]> };
}

const PLAINTEXT = "ecs-task-definition-no-plaintext-secrets";
const DECRYPT = "ecs-execution-role-require-kms-decrypt";

const OTHER = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-00000000000b";

/** Changes a resource, in its inputs and in its state. */
function edit(name: string, change: (props: Wire) => Wire): Threat["change"] {
    return (resources) => {
        if (!resources.some((resource) => resource.name === name)) {
            throw new Error(`there is no ${name} to change`);
        }
        return resources.map((resource) =>
            resource.name === name
                ? {
                      ...resource,
                      props: change(resource.props),
                      inputs: change(resource.inputs ?? {}),
                  }
                : resource,
        );
    };
}

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

/** Changes the one container. */
function editContainer(change: (container: Wire) => Wire): Threat["change"] {
    return edit("web-task", (props) => {
        const [container] = JSON.parse(props.containerDefinitions as string) as Wire[];
        return { ...props, containerDefinitions: JSON.stringify([change(container)]) };
    });
}

const withVariable = (name: string, value: string) =>
    editContainer((container) => ({ ...container, environment: [{ name, value }] }));

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
        policy: DECRYPT,
        change: editStatements((all) => [
            ...all,
            { Effect: "Deny", Action: "kms:Decrypt", Resource: "*" },
        ]),
    },
    {
        name: "takes the inline policy away",
        policy: DECRYPT,
        change: without("web-execution-policy"),
    },
    {
        name: "gives the inline policy to another role",
        policy: DECRYPT,
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
    {
        name: "adds a password in plaintext",
        policy: PLAINTEXT,
        change: withVariable("DB_PASSWORD", "made-up-value"),
    },
    {
        name: "adds a connection string that carries a password",
        policy: PLAINTEXT,
        change: withVariable("DATABASE", ["postgres://app", "made-up@db.example/app"].join(":")),
    },
    {
        name: "moves the log driver's token into its options",
        policy: PLAINTEXT,
        change: editContainer((container) => ({
            ...container,
            logConfiguration: { logDriver: "splunk", options: { "splunk-token": "made-up-value" } },
        })),
    },
    {
        name: "adds a container with a password in plaintext",
        policy: PLAINTEXT,
        change: edit("web-task", (props) => ({
            ...props,
            containerDefinitions: JSON.stringify([
                ...(JSON.parse(props.containerDefinitions as string) as Wire[]),
                { name: "sidecar", environment: [{ name: "API_SECRET", value: "made-up-value" }] },
            ]),
        })),
    },
];

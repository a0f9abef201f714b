/** AWS's own example of an account. */
export const ACCOUNT = "123456789012";

/** The ARN of something in the account's region. */
export function arnOf(service: string, resource: string): string {
    return `arn:aws:${service}:us-east-1:${ACCOUNT}:${resource}`;
}

/** The id of the key of a service. */
export function idOf(index: number): string {
    return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

/** The ARN of a secret of a service. */
export function secretOf(name: string, short: string): string {
    return arnOf("secretsmanager", `secret:${name}/${short}-AbCdEf`);
}

/** A trust policy as AWS's documentation has it. */
export const TRUST = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { Service: "ecs-tasks.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
        },
    ],
});

/** The key policy that AWS KMS gives a key by default. */
export const KEY_POLICY = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
        {
            Sid: "Enable IAM User Permissions",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
            Action: "kms:*",
            Resource: "*",
        },
    ],
});

/** What the execution role of a service needs, and no more. */
export function executionRights(name: string, index: number): string {
    const decrypt = (store: string) => ({
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: arnOf("kms", `key/${idOf(index)}`),
        Condition: { StringEquals: { "kms:ViaService": `${store}.us-east-1.amazonaws.com` } },
    });
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "secretsmanager:GetSecretValue",
                Resource: ["api", "database"].map((short) => secretOf(name, short)),
            },
            {
                Effect: "Allow",
                Action: "ssm:GetParameters",
                Resource: ["mail", "queue"].map((short) =>
                    arnOf("ssm", `parameter/${name}/${short}`),
                ),
            },
            decrypt("secretsmanager"),
            decrypt("ssm"),
        ],
    });
}

/** Two containers, with what most of them have. */
export function formatContainers(name: string): string {
    const logs = {
        logDriver: "awslogs",
        options: {
            "awslogs-group": name,
            "awslogs-region": "us-east-1",
            "awslogs-stream-prefix": "web",
        },
    };
    const image = `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/${name}:1.0.0`;
    return JSON.stringify([
        {
            name: "web",
            image,
            essential: true,
            portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp" }],
            environment: [
                { name: "LOG_LEVEL", value: "info" },
                { name: "PORT", value: "80" },
                { name: "SHOP_URL", value: `https://${name}.example.com/` },
                { name: "NODE_ENV", value: "production" },
            ],
            secrets: [
                { name: "API_TOKEN", valueFrom: `${secretOf(name, "api")}:token::` },
                { name: "DATABASE_PASSWORD", valueFrom: secretOf(name, "database") },
                { name: "MAIL_PASSWORD", valueFrom: arnOf("ssm", `parameter/${name}/mail`) },
            ],
            logConfiguration: logs,
        },
        {
            name: "worker",
            image,
            essential: false,
            environment: [{ name: "QUEUE_NAME", value: name }],
            secrets: [
                { name: "QUEUE_PASSWORD", valueFrom: arnOf("ssm", `parameter/${name}/queue`) },
                { name: "DATABASE_PASSWORD", valueFrom: secretOf(name, "database") },
            ],
            logConfiguration: logs,
        },
    ]);
}

import { evaluateAccess, parseNamedPolicy, type AccessRequest, type AccessWorld } from "../../core";
import { ACCOUNT, arnOf, idOf, KEY_POLICY, secretOf } from "./service-documents";

const ROUNDS = 201;
const VERDICTS_OF_ROUND = 100;

/** What one verdict takes, in microseconds: the median of many rounds. */
export function measureVerdict(): number {
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
        const start = performance.now();
        for (let index = 0; index < VERDICTS_OF_ROUND; index += 1) {
            const { answer } = evaluateAccess(ask(round), WORLD);
            if (answer !== "allowed") {
                throw new Error(`the typical role is ${answer}`);
            }
        }
        return ((performance.now() - start) * 1000) / VERDICTS_OF_ROUND;
    });
    return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

/** Decrypting what AWS Secrets Manager holds: the request with the most to be looked at. */
function ask(index: number): AccessRequest {
    return {
        action: "kms:Decrypt",
        resource: arnOf("kms", `key/${idOf(0)}`),
        principalArn: `arn:aws:iam::${ACCOUNT}:role/web-execution`,
        context: {
            "aws:PrincipalAccount": [ACCOUNT],
            "aws:ViaAWSService": ["true"],
            "kms:CallerAccount": [ACCOUNT],
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:EncryptionContext:SecretARN": [secretOf(`web-${index}`, "api")],
            "kms:EncryptionContext:SecretVersionId": "unknown",
            "kms:ViaService": ["secretsmanager.us-east-1.amazonaws.com"],
        },
    };
}

/** The last policy's last statement is the one that allows it. */
const WORLD: AccessWorld = {
    identity: ["images", "logs", "secrets"].map((name, policy) =>
        parseNamedPolicy(name, JSON.stringify({ Version: "2012-10-17", Statement: list(policy) })),
    ),
    resource: { kind: "key", policy: writeKeyPolicy(), grants: [] },
};

function list(policy: number): object[] {
    const allow = (Action: string | string[], Resource: string | string[]) => ({
        Effect: "Allow",
        Action,
        Resource,
    });
    return [
        allow(["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], arnOf("ecr", "repository/web")),
        allow(["logs:CreateLogStream", "logs:PutLogEvents"], arnOf("logs", "log-group:/ecs/*")),
        allow("secretsmanager:GetSecretValue", [secretOf("web", "api"), secretOf("web", "db")]),
        allow("ssm:GetParameters", arnOf("ssm", "parameter/web/*")),
        {
            ...allow("kms:Decrypt", arnOf("kms", `key/${idOf(policy === 2 ? 0 : 1)}`)),
            Condition: {
                StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
                StringLike: { "kms:EncryptionContext:SecretARN": secretOf("web-*", "api") },
            },
        },
    ];
}

/** The default key policy, and administrators beside it. */
function writeKeyPolicy() {
    const { Statement, ...rest } = JSON.parse(KEY_POLICY) as { Statement: object[] };
    const administrators = {
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/key-administrators` },
        Action: ["kms:Describe*", "kms:Put*", "kms:ScheduleKeyDeletion"],
        Resource: "*",
    };
    const document = { ...rest, Statement: [...Statement, administrators] };
    return parseNamedPolicy("of the key", JSON.stringify(document));
}

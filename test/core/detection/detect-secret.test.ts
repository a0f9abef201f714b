import assert from "node:assert/strict";
import { detectSecret, type DetectionVerdict } from "../../../core/detection";

type Row = readonly [sentence: string, name: string, value: string | undefined];

function table(title: string, rows: readonly Row[], expected: string): void {
    describe(title, () => {
        for (const [sentence, name, value] of rows) {
            it(`${name} ${sentence}`, () =>
                assert.equal(short(detectSecret("environment", name, value)), expected));
        }
    });
}

function short(found: DetectionVerdict): string {
    return found.verdict === "secret" ? `secret, ${found.certainty}` : found.verdict;
}

const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";

table(
    "a variable is certainly a secret",
    [
        ["has a human password, however weak", "DB_PASSWORD", "changeme"],
        ["may be all digits", "DB_PASSWORD", "12345"],
        ["is a placeholder that somebody deploys as it is", "DB_PASSWORD", "******"],
        ["may begin with a dollar sign", "DB_PASSWORD", "$ecret"],
        ["has a slot that is yet to be filled in", "API_KEY", "<api-key>"],
        [
            "may be base64 with a slash at its start",
            "AWS_SECRET_ACCESS_KEY",
            `/bP${"x1Y".repeat(12)}`,
        ],
        ["is judged by its name while the value is unknown", "GITHUB_TOKEN", undefined],
    ],
    "secret, certain",
);

table(
    "a variable is likely a secret",
    [
        ["has an opaque value under a bare key", "RESEND_KEY", "abc123"],
        ["is the key of a known service, whatever its value", "GOOGLE_KEY", "user_provided"],
        ["usually carries a password", "CONNECTION_STRING", undefined],
        ["holds user and password", "REDISCLI_AUTH", "hunter"],
        ["has a last word that says whose it is", "TOKEN_ACME", `aB3${"dE5".repeat(8)}`],
        ["is called an ARN and holds a password", "DB_PASSWORD_ARN", "fake-Pass0rd"],
        ["is called a lifetime and holds no amount", "TOKEN_TTL", `aB3${"dE5".repeat(8)}`],
        ["may be a UUID", "TOKEN_ACME", "0e1d2c3b-4a59-4687-9a0b-1c2d3e4f5a6b"],
        ["has the form of a token, and a checksum that is none", "NOTE", `ghp_${"x".repeat(36)}`],
    ],
    "secret, likely",
);

table(
    "a variable is a reference",
    [
        ["holds the ARN of a secret", "DB_PASSWORD", ARN],
        ["holds the ARN of a secret under an ordinary name", "DATABASE", ARN],
        ["holds a half-written ARN", "DB_PASSWORD", "arn:aws:secretsmanager:${AWS::Region}:x"],
        ["is resolved by CloudFormation", "DB_PASSWORD", "{{resolve:secretsmanager:db}}"],
        ["is a variable in braces", "DB_PASSWORD", "${PASSWORD}"],
        ["is a variable without braces", "DB_PASSWORD", "$PASSWORD"],
        ["is the name of an SSM parameter", "DB_SECRET", "/prod/api/db"],
        ["is the name of a secret with folders", "DB_SECRET", "prod/api/db"],
        ["is the id of a resource", "GOLDEN_AMI_KEY", "ami-0123456789abcdef0"],
        ["is a file that an agent mounts", "DB_PASSWORD", "/run/secrets/db-password"],
        ["is a file by its ending", "TLS_PRIVATE_KEY", "certs/server.pem"],
        ["is an entry of another store", "DB_PASSWORD", "op://vault/db/password"],
        ["is called an ARN and holds the name of a secret", "DB_PASSWORD_ARN", "prod/db-password"],
        ["speaks of a secret and holds a path", "POSTGRES_PASSWORD_FILE", "/run/secrets/db"],
    ],
    "reference",
);

table(
    "a variable is plain",
    [
        ["has an empty value: nothing is given away", "DB_PASSWORD", ""],
        ["has only blanks", "DB_PASSWORD", "  "],
        ["is a flag, though the name reads as a password", "LOGIN_PASSWORD", "true"],
        ["is switched off by a word", "API_KEY", "none"],
        ["is a lifetime", "JWT_ACCESS_TOKEN", "15m"],
        ["is called a limit and holds one with its unit", "TOKEN_RATE_LIMIT", "100/minute"],
        ["is called a lifetime and holds a schedule", "TOKEN_EXPIRY", "0 3 * * MON-FRI"],
        ["is called a lifetime and holds it as ISO 8601", "TOKEN_TTL", "P1DT12H"],
        ["is the address where one gets it", "AUTH_TOKEN", "https://id.example.com/token"],
        ["is a number of tokens", "LLM_TOKENS", "4096"],
        ["is a column", "MY_KEY", "user.name"],
        ["is a way to sign in", "PROXY_AUTH", "basic"],
        ["is a URL of a user without a password", "DATABASE_URL", "postgres://app@db/app"],
        ["is a JDBC URL without a password", "FLYWAY_URL", "jdbc:postgresql://postgres:5432/mydb"],
        ["has no password in it", "AI_CONNECTION_STRING", "InstrumentationKey=0;Endpoint=x"],
        [
            "is a path under an ordinary name",
            "AWS_CA_BUNDLE",
            "/etc/pki/ca-trust/tls-ca-bundle.pem",
        ],
        [
            "is 40 characters of words",
            "METRIC_NAMESPACE",
            "mdp/feature-logging/FdaCompositePipeline",
        ],
        ["is a git commit", "TAGS", `git.commit.sha:${"55e7e".repeat(8)}`],
        ["is a docker digest", "IMAGE", `app@sha256:${"a1".repeat(32)}`],
        ["is a UUID", "TENANT", "0e1d2c3b-4a59-4687-9a0b-1c2d3e4f5a6b"],
    ],
    "plain",
);

describe("the reason of a verdict", () => {
    const rows: readonly (readonly [string, string | undefined, string])[] = [
        ["DB_PASSWORD", undefined, "its name reads as a password"],
        ["ALLOW_EMPTY_PASSWORD", undefined, "its name reads as a flag"],
        ["DATABASE_URL", "postgres://app:pw@db/app", "its value is a URL that carries a password"],
        ["DB_PASSWORD", ARN, "its value is an ARN"],
        ["DB_PASSWORD", "", "its value is empty"],
    ];
    for (const [name, value, reason] of rows) {
        it(`says of ${name} that ${reason}`, () =>
            assert.equal(detectSecret("environment", name, value).reason, reason));
    }
});

describe("what refers to a secret", () => {
    const rows: readonly (readonly [string, string, string])[] = [
        ["is plain if it is a name, of whatever length", "MyServiceDatabasePassword2024", "plain"],
        ["is a reference if it is an ARN", ARN, "reference"],
        [
            "is likely a secret if nobody would give such a name",
            "aB3dE5".repeat(5),
            "secret, likely",
        ],
        [
            "is certainly one if it has the form of a token",
            `ghp_${"x".repeat(36)}`,
            "secret, certain",
        ],
    ];
    for (const [sentence, value, expected] of rows) {
        it(sentence, () => assert.equal(short(detectSecret("reference", "", value)), expected));
    }
});

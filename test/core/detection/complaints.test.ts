import assert from "node:assert/strict";
import { detectSecret } from "../../../core/detection";

/** What other tools report, and their users call false: the public threads are named. */
const HARMLESS: readonly (readonly [name: string, value: string, thread: string])[] = [
    ["DB_PASSWORD", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "prowler#6522"],
    ["MYSQL_ALLOW_EMPTY_PASSWORD", "yes", "prowler#4893"],
    ["MYSQL_ALLOW_EMPTY_PASSWORD", "no", "prowler#4893"],
    ["FLYWAY_URL", "jdbc:postgresql://postgres:5432/mydb", "trufflehog#3856"],
    ["JDBC_URL", "jdbc:mysql://db.a1b2c3.eu-west-1.rds.amazonaws.com:3306/app", "prowler#12288"],
    ["METRIC_NAMESPACE", "mdp/feature-logging/FdaCompositePipeline", "checkov#7542"],
    ["FDA_DOWNLOAD_URL", "https://www.fda.gov/media/76860/download", "checkov#7542"],
    ["LAMBDA", "handler.handlerverylongcustomhandlernameforservi", "checkov#6917"],
    ["TAGS", "git.commit.sha:55e7e7703f17c41f276caf8f1a1b744d674259f8", "checkov#6700"],
    ["APP_PRIVATE_KEY_SECRET_NAME", "prod-app-private-key", "checkov#6700"],
    ["AWS_CA_BUNDLE", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "checkov#7310"],
    ["secretsmanager_name", "dev/api/env-main", "checkov#4604"],
    ["secret_name", "TF_TEAM_TOKEN", "checkov#5469"],
    ["KMS_KEY_ID", "0e1d2c3b-4a59-4687-9a0b-1c2d3e4f5a6b", "checkov#1008"],
    ["DB_SECRET", "{{resolve:secretsmanager:db:SecretString:password}}", "kics#5897"],
    ["LLM_SECRET_NAME", "prod-llm-key", "gitleaks#1578"],
    ["MONKEY", "capuchin", "gitleaks#1587"],
    ["RAPID_MODE", "turbo", "gitleaks#1606"],
    ["PUBLIC_KEY", "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A", "gitleaks#1321"],
    ["MAX_TOKENS", "4096", "Trivy AWS-0036, by its list of words"],
    ["TOKEN_ENDPOINT", "https://id.example.com/oauth2/token", "Trivy AWS-0036, likewise"],
    ["POSTGRES_PASSWORD_FILE", "/run/secrets/db", "Trivy AWS-0036, likewise"],
    ["PASSWORD_MIN_LENGTH", "12", "Trivy AWS-0036, likewise"],
    ["NEXT_PUBLIC_API_KEY", "abc123", "Trivy AWS-0036, likewise"],
    ["API_KEY_HEADER", "x-api-key", "Trivy AWS-0036, likewise"],
    ["ACCESS_TOKEN_TTL", "15m", "Trivy AWS-0036, likewise"],
    ["SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "likewise"],
    ["SERVICE", "task-runner", "squealer takes any sk- for a key"],
    ["VOLUME", "disk-1", "squealer takes any sk- for a key"],
    ["FEATURE", "risk-score", "squealer takes any sk- for a key"],
];

/** What other tools let pass, and is a secret. */
const SECRETS: readonly (readonly [name: string, value: string, thread: string])[] = [
    ["AWS_SECRET", "not-a-real-secret", "prowler#826"],
    ["DB_PASSWORD", "hunter2", "prowler#826"],
    ["TEST_PASSWORD_no_password", "made-up-P@ss", "Checkov's own test expects silence"],
    ["db_password", "made-up", "KICS and AWS Config compare case"],
    ["DATABASE_URL", "postgres://app:made-up@db:5432/app", "Trivy judges no user and password"],
    ["SRV", "srv://admin:pass@db", "Prowler's own test expects silence"],
    ["CACHE", "redis://:made-up@cache:6379/0", "secretlint reads no user-less password"],
    ["QUEUE", "amqp://app:made-up@queue:5672", "secretlint reads no amqp"],
    ["DSN", "postgresql+asyncpg://app:made-up@db/app", "secretlint reads no driver suffix"],
    ["JDBC", "jdbc:mysql://db/app?user=app&password=made-up", "secretlint reads no JDBC"],
    ["ADO", "Server=db;User Id=app;Password=made-up;", "secretlint reads no ADO.NET"],
    ["POSTGRES", "postgres://postgres:postgres@db", "secretlint 13 leaves equal parts alone"],
    ...[
        ...["REDIS_PWD", "MYSQL_PWD", "DB_PASS", "SMTP_PASS", "BACKUP_PASSPHRASE", "APP_KEY"],
        ...["RAILS_MASTER_KEY", "ENCRYPTION_KEY", "FERNET_KEY", "SIGNING_KEY", "BASIC_AUTH"],
        ...["SLACK_WEBHOOK_URL", "GOOGLE_CREDENTIALS", "ECS_ENGINE_AUTH_DATA"],
    ].map((name) => [name, "made-up-4711", "Trivy AWS-0036 has no word for it"] as const),
    ...["CONTRASEÑA", "DB_PASSWORT", "MOT_DE_PASSE", "SENHA", "API_SCHLÜSSEL"].map(
        (name) => [name, "made-up-4711", "none reads another language than English"] as const,
    ),
];

describe("detectSecret, where other tools are wrong", () => {
    for (const [name, value, thread] of HARMLESS) {
        it(`lets ${name}=${value} pass (${thread})`, () =>
            assert.notEqual(detectSecret("environment", name, value).verdict, "secret"));
    }
    for (const [name, value, thread] of SECRETS) {
        it(`finds ${name} (${thread})`, () =>
            assert.equal(detectSecret("environment", name, value).verdict, "secret"));
    }
});

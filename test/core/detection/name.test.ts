import assert from "node:assert/strict";
import { LEXICON } from "../../../core/detection/lexicon";
import { readName } from "../../../core/detection/name";
import { splitName } from "../../../core/detection/split-name";

describe("splitName", () => {
    const rows: readonly (readonly [string, string, string])[] = [
        ["splits at underscores", "DB_PASSWORD", "db password"],
        ["splits at hyphens and dots", "jwt-token.secret", "jwt token secret"],
        ["splits at case", "dbPassword", "db password"],
        ["keeps an acronym whole", "APIKey", "api key"],
        ["drops digits", "OAUTH2_SECRET_1", "oauth secret"],
        ["parts what is written together", "APIKEY", "api key"],
        ["parts three words", "ACCESSKEYID", "access key id"],
        ["parts an unknown word from a plain ending", "ZABBIXPASSWORD", "zabbix password"],
        ["reads an accent as its letter", "CONTRASEÑA", "contrasena"],
        ["keeps a word that only holds a smaller one", "TOKENIZERS", "tokenizers"],
        ["keeps monkeys whole", "MONKEY", "monkey"],
        ["keeps a compass whole", "COMPASS", "compass"],
        ["keeps a passthrough whole", "PASSTHROUGH", "passthrough"],
        ["finds nothing in signs", "__-__", ""],
    ];
    for (const [sentence, name, words] of rows) {
        it(`${sentence}: ${name}`, () => assert.equal(splitName(name, LEXICON).join(" "), words));
    }
});

describe("readName reads as a credential", () => {
    const certain =
        "REDIS_PWD MYSQL_PWD DB_PASS SMTP_PASS PIHOLE_PW dbpass PGPASSWORD X_PASSPHRASE GH_PAT " +
        "RAILS_MASTER_KEY ENCRYPTION_KEY FERNET_KEY SIGNING_KEY APIKEY LICENSE_KEY TS_AUTHKEY " +
        "ECS_ENGINE_AUTH_DATA DOCKER_AUTH_CONFIG GOOGLE_CREDENTIALS AWS_SECRET_ACCESS_KEY " +
        "GITHUB_TOKEN MYSQL_ROOT_PASSWORD SECRET_KEY_BASE VAULT_SECRET_ID ERLANG_COOKIE " +
        "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY PRIVATE_KEY_B64 JWT_SECRET_V2 CLIENT_SECRET_HEROKU " +
        "API_TOKENS SECRET_KEY_FALLBACKS PUBLIC_AWS_SECRET_ACCESS_KEY SERVICE_ROLE_KEY";
    const likely = "APP_KEY RESEND_KEY BASIC_AUTH SLACK_WEBHOOK_URL ConnectionStrings__Default";
    for (const [certainty, names] of Object.entries({ certain, likely })) {
        for (const name of names.split(" ")) {
            it(`${name}, ${certainty}`, () => {
                const reading = readName(name, LEXICON);
                assert.equal(reading.kind, "credential");
                assert.equal(reading.kind === "credential" && reading.certainty, certainty);
            });
        }
    }
});

describe("readName is not misled", () => {
    const rows: readonly (readonly [string, string])[] = [
        ["PASSWORD_MIN_LENGTH", "a length"],
        ["TOKEN_ENDPOINT", "an address"],
        ["POSTGRES_PASSWORD_FILE", "a file"],
        ["PGPASSFILE", "a file"],
        ["ALLOW_EMPTY_PASSWORD", "a flag"],
        ["MYSQL_RANDOM_ROOT_PASSWORD", "a flag"],
        ["LOGIN_WITH_PASSWORD", "a flag"],
        ["AWS_ACCESS_KEY_ID", "an id"],
        ["APP_PRIVATE_KEY_SECRET_NAME", "a name"],
        ["SECRET_ARN", "an ARN"],
        ["ACCESS_TOKEN_TTL", "a time"],
        ["API_KEY_HEADER", "a field's name"],
        ["MAX_TOKENS", "a number of tokens"],
        ["NUM_PASSWORDS", "a number of credentials"],
        ["MAX_API_SECRETS", "a number of credentials"],
        ["EOS_TOKEN", "a mark in a text"],
        ["ClientRequestToken", "the id of a request"],
        ["NextToken", "a position in a list"],
        ["PARTITION_KEY", "a key of a record"],
        ["HOTKEY", "a key of the keyboard"],
        ["GPG_KEY", "the id of a key"],
        ["GOOGLE_APPLICATION_CREDENTIALS", "a path"],
        ["KAFKA_SSL_KEY_CREDENTIALS", "a file"],
        ["IMAGE_PULL_SECRET", "a secret's name"],
        ["PWD", "the working directory"],
        ["SMTP_AUTH", "a way to sign in"],
        ["PASSWORD_HASH", "a hash or a salt"],
        ["DATABASE_URL", "no credential"],
        ["WEBHOOK_URL", "no credential"],
        ["RELEASE_NODE", "no credential"],
    ];
    for (const [name, reads] of rows) {
        it(`${name} reads as ${reads}`, () => {
            assert.notEqual(readName(name, LEXICON).kind, "credential");
            assert.equal(readName(name, LEXICON).reason, `its name reads as ${reads}`);
        });
    }
    for (const name of ["NEXT_PUBLIC_API_KEY", "STRIPE_PUBLISHABLE_KEY", "SSH_PUBLIC_KEY"]) {
        it(`${name} says that it is public`, () =>
            assert.equal(readName(name, LEXICON).kind, "public"));
    }
});

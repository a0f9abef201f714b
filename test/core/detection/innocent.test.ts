import assert from "node:assert/strict";
import { detectSecret, type Place } from "../../../core/detection";

type Row = readonly [name: string, value: string];

/** What real stacks hold under such names, by where it stands. */
const INNOCENT: Readonly<Partial<Record<Place, readonly Row[]>>> = {
    environment: [
        ["GF_SECURITY_ADMIN_PASSWORD", "$__file{/etc/secrets/admin}"],
        ["DB_SECRET", "rds!cluster-0e1d2c3b-4a59-4687-9a0b-1c2d3e4f5a6b"],
        ["DB_PASSWORD", "__DB_PASSWORD__"],
        ["DB_PASSWORD", "@@DB_PASSWORD@@"],
        ["DB_PASSWORD", "#{dbPassword}"],
        ["DB_PASSWORD", "ENC[AES256_GCM,data:made-up]"],
        ["DB_PASSWORD", "!Ref DatabasePassword"],
        ["DD_KMS_API_KEY", `AQICAH${"fake".repeat(20)}`],
        ["STRIPE_KEY", "pk_test_made_up"],
        ["MAPBOX_TOKEN", "pk.eyJmade-up"],
        ["POSTHOG_API_KEY", "phc_made_up"],
        ["CONNECT_KEY_CONVERTER", "org.apache.kafka.connect.storage.StringConverter"],
        ["SPRING_KAFKA_CONSUMER_KEY_DESERIALIZER", "org.example.serialization.StringDeserializer"],
        ["GSI1_PK", "GSI1PK"],
        ["TOKEN_SYMBOL", "USDC"],
        ["TOKEN_DECIMALS", "18"],
        ["BINDING_KEY", "orders.*"],
        ["DB_PASSWORD_ENV_VAR", "DB_PASSWORD"],
        ["DATA_KEY_SPEC", "AES_256"],
        ["Authentication__Schemes__Bearer__ValidAudiences__0", "api"],
        ["EXISTING_SECRET_PASSWORD_KEY", "password"],
        ["PASSWORD_HASHERS", "django.contrib.auth.hashers.Argon2PasswordHasher"],
    ],
    logOption: [["Time_Key", "@timestamp"]],
    label: [
        ["com.datadoghq.ad.instances", '[{"username":"datadog","password":"%%env_DD_PG_PASS%%"}]'],
        [
            "com.datadoghq.ad.logs",
            '[{"type":"mask_sequences","replace_placeholder":"password=[masked]","pattern":"password=\\\\S+"}]',
        ],
    ],
    argument: [
        ["secret", 'Get-SECSecretValue -SecretId "ad/join"'],
        ["password", "$creds.password | ConvertTo-SecureString -AsPlainText -Force"],
        ["token", 'os.environ["TOKEN"]'],
        ["password", 'json.loads(response["SecretString"])["password"]'],
        ["token", "process.env.TOKEN;"],
        ["secret", "await client.send(new GetSecretValueCommand({ SecretId }))"],
        ["token", '[Environment]::GetEnvironmentVariable("TOKEN")'],
        ["password", "$PW,token=$T"],
        ["password", "@pw.txt"],
        ["conn", "psycopg2.connect(host=host, password=password)"],
        ["TOKEN", "${DIR}/token.txt"],
        ["TLS_KEY", "$HOME/.tls/server-key"],
        ["PASS", "Index directory created."],
        ["Token", "created successfully"],
        ["passwd", "files sss"],
        ["id-token", "write"],
        ["server-password", "MAVEN_PASSWORD"],
        ["password", "password,"],
        ["credentials", "None,"],
        ["ConnectionPassword", "EMR.secret@arn:aws:secretsmanager:eu-west-1:123456789012:secret:x"],
        ["", "UPDATE users SET password = :password WHERE id = :id"],
        ["source_key", "data/in/"],
        ["HINT", "Enter your password"],
        ["token", "]"],
        ["password", "/ {print $2}"],
        ["", ".db.password = env(DB_PASSWORD)"],
        ["", "postgres://app:$pw@db/app"],
        ["", ".password = $pw"],
        ["credentials", "/root/.smbcred,uid=1000"],
        ["LoadCredential", "db:/etc/creds/db"],
        ["password", "!"],
        ["secrets", "inherit"],
    ],
};

describe("detectSecret, on what real stacks hold", () => {
    for (const [place, rows] of Object.entries(INNOCENT)) {
        for (const [name, value] of rows) {
            it(`lets ${place} ${name}=${value} pass`, () =>
                assert.notEqual(detectSecret(place as Place, name, value).verdict, "secret"));
        }
    }

    const guilty: readonly Row[] = [
        ["DB_PASSWORD", "__made_up__"],
        ["DB_PASSWORD", "Super-Secret"],
        ["DB_PASSWORD", "correct.horse.battery"],
        ["VITE_API_SECRET", "made-up-4711"],
        ["SETTINGS", '{"api":{"token":"made-up"}}'],
        ["JDBC", "jdbc:postgresql://db/app?user=app&password=password"],
        ["BASIC_AUTH_USER_INFO", "sr-user:made-up"],
        ["REGION_NOTE", `da2-${"fake1".repeat(5)}x`],
    ];
    for (const [name, value] of guilty) {
        it(`finds ${name} all the same`, () =>
            assert.equal(detectSecret("environment", name, value).verdict, "secret"));
    }
    for (const value of [
        'ConvertTo-SecureString "made-up" -AsPlainText -Force',
        'os.getenv("PASSWORD", "made-up")',
        'process.env.PASSWORD || "made-up"',
        "@At1pw",
    ]) {
        it(`finds the password in ${value}`, () =>
            assert.equal(detectSecret("argument", "password", value).verdict, "secret"));
    }
    it("finds a password that has a hyphen and capitals in a command", () =>
        assert.equal(detectSecret("argument", "password", "Super-Secret").verdict, "secret"));
});

import assert from "node:assert/strict";
import { detectSecret } from "../../../core/detection";
import { readCarriedSecret } from "../../../core/detection/carried-secret";

// Built from parts, so that no scanner takes a row for a token.
const JWT = ["eyJ" + "a".repeat(20), "eyJ" + "b".repeat(20), "c".repeat(43)].join(".");
const PEM = (kind: string): string => ["-----BEGIN ", kind, "-----", "\nfake"].join("");
const PASSWORD_FIELD = "its value has a password among its fields";
const URL_PASSWORD = "its value is a URL that carries a password";

describe("readCarriedSecret finds", () => {
    const rows: readonly (readonly [string, string, string])[] = [
        ["an access key id", "AKIA" + "X".repeat(16), "its value is an AWS access key id"],
        ["a temporary one", "ASIA" + "X".repeat(16), "its value is an AWS access key id"],
        ["a GitHub token", "ghp_" + "x".repeat(36), "its value is a GitHub token"],
        ["a fine-grained one", "github_pat_" + "x".repeat(40), "its value is a GitHub token"],
        ["a GitLab token", "glpat-" + "x".repeat(20), "its value is a GitLab token"],
        ["a Slack token", "xoxb-" + "1".repeat(24), "its value is a Slack token"],
        ["a Stripe key", "sk_live_" + "x".repeat(24), "its value is a Stripe secret key"],
        ["a SendGrid key", `SG.${"x".repeat(22)}.${"y".repeat(43)}`, "its value is a SendGrid key"],
        ["an npm token", "npm_" + "x".repeat(36), "its value is an npm token"],
        ["a Shopify token", "shpat_" + "a".repeat(32), "its value is a Shopify token"],
        ["a Vault token", "hvs." + "x".repeat(24), "its value is a Vault token"],
        ["a JSON web token", JWT, "its value is a signed JSON web token"],
        [
            "a token with blanks around it",
            ` ghp_${"x".repeat(36)}\n`,
            "its value is a GitHub token",
        ],
        ["a private key", PEM("PRIVATE KEY"), "its value is a private key"],
        ["an RSA private key", PEM("RSA PRIVATE KEY"), "its value is a private key"],
        ["an OpenSSH private key", PEM("OPENSSH PRIVATE KEY"), "its value is a private key"],
        ["a PGP private key", PEM("PGP PRIVATE KEY BLOCK"), "its value is a private key"],
        ["one in base64", btoa(PEM("RSA PRIVATE KEY")), "its value is a private key"],
        ["a password in a URL", "postgres://app:pw@db:5432/app", URL_PASSWORD],
        ["one without a user", "redis://:pw@redis:6379/1", URL_PASSWORD],
        ["one after an address as user", "smtps://a@b.example:pw@smtp.example:465", URL_PASSWORD],
        ["one in a list of hosts", "mongodb://app:pw@h1:27017,h2:27017/db", URL_PASSWORD],
        ["one in the second URL", "http://a.example,http://u:pw@b.example", URL_PASSWORD],
        ["one behind two schemes", "db+postgresql://u:pw@postgres/db", URL_PASSWORD],
        ["one of Go's MySQL driver", "root:pw@tcp(mysql:3306)/db", URL_PASSWORD],
        ["a slot for one", "redis://:<password>@redis", URL_PASSWORD],
        ["a password of JDBC", "jdbc:postgresql://db/app?user=u&password=pw", PASSWORD_FIELD],
        ["one that begins with a dollar sign", "Server=db;Password=$ecret;", PASSWORD_FIELD],
        ["one that begins with a bracket", "postgres://app:[pw1@db/app", URL_PASSWORD],
        ["one of YAML", "db:\n  password: pw\n  host: h", PASSWORD_FIELD],
        ["one of YAML alone", "password: pw", PASSWORD_FIELD],
        ["one of ADO.NET", "Server=db;User Id=u;Pwd=pw;", PASSWORD_FIELD],
        ["an account key of Azure", "AccountName=a;AccountKey=ZmFrZQ==", PASSWORD_FIELD],
        ["one of JAAS", 'PlainLoginModule required username="u" password="pw";', PASSWORD_FIELD],
        ["one in JSON", '{"https://r.example":{"username":"u","password":"pw"}}', PASSWORD_FIELD],
        ["one of a Java property", "-Djavax.net.ssl.trustStorePassword=pw", PASSWORD_FIELD],
        ["a header", "Bearer " + "x".repeat(20), "its value is an authorization header"],
    ];
    for (const [sentence, value, reason] of rows) {
        it(sentence, () => assert.equal(readCarriedSecret(value, "environment")?.reason, reason));
    }
    it("a webhook address of a service", () => {
        const value = ["https://hooks.slack.com", "services", "T0", "B0", "x".repeat(24)].join("/");
        assert.match(readCarriedSecret(value, "environment")?.reason ?? "", /webhook address/);
    });
});

describe("readCarriedSecret leaves alone", () => {
    const rows: readonly (readonly [string, string])[] = [
        ["a public key", PEM("PUBLIC KEY")],
        ["a certificate", PEM("CERTIFICATE")],
        ["a certificate in base64", btoa(PEM("CERTIFICATE"))],
        ["a prefix without a token", "ghp_"],
        ["a word that begins like a token", "npm_config_cache"],
        ["a URL with a port", "http://db.example:8080/a@b"],
        ["a URL with a user only", "postgres://app@db/app"],
        ["a URL with an empty password", "redis://:@redis:6379/0"],
        ["a URL whose password is a variable", "postgres://app:${PASSWORD}@db/app"],
        ["a URL whose password is masked", "postgres://app:****@db/app"],
        ["a git URL", "git+ssh://git@github.com:22/acme/app"],
        ["an image with a digest", `registry.example:5000/app@sha256:${"a1".repeat(32)}`],
        ["a list of voters", "1@127.0.0.1:9093"],
        ["a filter of LDAP", "(&(uid=%s)(userPassword=*))"],
        ["a switch in a query", "https://x.example/?reset_password=1"],
        ["a sentence about passwords", "Enter your password: at least eight letters"],
        ["a subject that speaks of one", "Password: reset needed"],
        ["a log format", "user=%u password=%p"],
        ["a field that is a variable", "Server=db;Password=${PASSWORD};"],
        ["the word bearer", "bearer"],
    ];
    for (const [sentence, value] of rows) {
        it(sentence, () => assert.equal(readCarriedSecret(value, "environment"), undefined));
    }
});

describe("a browser's token", () => {
    it("is plain under a name that says so", () => {
        assert.equal(
            detectSecret("environment", "NEXT_PUBLIC_SUPABASE_ANON_KEY", JWT).verdict,
            "plain",
        );
        assert.equal(detectSecret("environment", "ANON_KEY", JWT).verdict, "plain");
    });
    it("is a secret under another name", () =>
        assert.equal(detectSecret("environment", "LANDING_PAGE", JWT).verdict, "secret"));
    it("does not excuse a token that no browser needs", () => {
        const value = "ghp_" + "x".repeat(36);
        assert.equal(detectSecret("environment", "NEXT_PUBLIC_TOKEN", value).verdict, "secret");
    });
});

import type { Family } from "./credential-words";

/** Words at the end of a name whose meaning is not that of the last word alone. */
export interface Phrase {
    /** Lower-case words, parted by spaces. */
    readonly words: string;
    readonly reads: string;
    readonly why: string;
    /** What it is a credential of; absent where the phrase is no credential. */
    readonly family?: Family;
    /** True where the name must not hold anything else. */
    readonly whole?: true;
    /** True where the name alone does not settle it. */
    readonly likely?: true;
}

/** Phrases that are credentials. */
export const CREDENTIAL_PHRASES: readonly Phrase[] = [
    { words: "secret key base", reads: "a secret key", family: "secret", why: "Rails, Phoenix" },
    { words: "vault secret id", reads: "a secret", family: "secret", why: "Vault's AppRole login" },
    { words: "role secret id", reads: "a secret", family: "secret", why: "Vault's AppRole login" },
    { words: "root token id", reads: "a token", family: "token", why: "Vault's dev server" },
    ...["snmp community", "snmp auth", "snmp priv"].map((words): Phrase => ({
        words,
        reads: "a passphrase of SNMP",
        family: "password",
        why: "RFC 3414: authentication and privacy passphrases; communities before that",
    })),
    {
        words: "neo j auth",
        reads: "user and password",
        family: "auth",
        why: "Neo4j's image: NEO4J_AUTH=user/password, or none",
    },
    { words: "auth data", reads: "credentials", family: "secret", why: "ECS_ENGINE_AUTH_DATA" },
    { words: "docker auth config", reads: "credentials", family: "secret", why: "GitLab CI" },
    { words: "auth string", reads: "credentials", family: "secret", why: "Prefect: user:password" },
    { words: "seed phrase", reads: "a recovery phrase", family: "secret", why: "BIP-39" },
    { words: "recovery phrase", reads: "a recovery phrase", family: "secret", why: "BIP-39" },
    { words: "erlang cookie", reads: "a cluster's cookie", family: "secret", why: "Erlang nodes" },
    { words: "release cookie", reads: "a cluster's cookie", family: "secret", why: "Elixir" },
    { words: "cluster cookie", reads: "a cluster's cookie", family: "secret", why: "Erlang nodes" },
    {
        words: "service account json",
        reads: "a service account's key",
        family: "secret",
        likely: true,
        why: "Google Cloud",
    },
    {
        words: "jaas config",
        reads: "a login configuration",
        family: "connection",
        likely: true,
        why: "Kafka: it usually carries a password, but need not",
    },
    ...["connection string", "connection strings", "conn string", "conn str"].map(
        (words): Phrase => ({
            words,
            reads: "a connection string",
            family: "connection",
            likely: true,
            why: "ADO.NET, Azure: it usually carries a password, but need not",
        }),
    ),
    ...[
        "api schlussel",
        "api schluessel",
        "clave api",
        "clave secreta",
        "cle api",
        "chave api",
        "chave secreta",
    ].map((words): Phrase => ({
        words,
        reads: "an API key",
        family: "secret",
        why: "German, Spanish, French, Portuguese",
    })),
    {
        words: "service role key",
        reads: "an API key",
        family: "secret",
        why: "Supabase: all rights",
    },
    ...["pass phrase", "pass word", "pass code", "mot de passe", "palavra passe", "dbroot"].map(
        (words): Phrase => ({
            words,
            reads: "a password",
            family: "password",
            why: "one word written as several; mailcow's DBROOT",
            whole: words === "dbroot" ? true : undefined,
        }),
    ),
    {
        words: "auth code",
        reads: "a password",
        family: "password",
        why: "Paddle: vendor auth code",
    },
    {
        words: "paypal signature",
        reads: "a credential",
        family: "secret",
        why: "PayPal's NVP API: user, password and signature",
    },
    { words: "app keys", reads: "secret keys", family: "secret", why: "Strapi: sign cookies" },
    {
        words: "access key encryption",
        reads: "an encryption key",
        family: "secret",
        why: "Semaphore: what access keys are encrypted with",
    },
    ...["api hash", "string session", "telegram session", "alarm code", "door code"].map(
        (words): Phrase => ({
            words,
            reads: "a credential",
            family: "secret",
            likely: true,
            why: "Telegram's clients sign in with them; codes of alarms and locks",
        }),
    ),
    {
        words: "basic auth user info",
        reads: "user and password",
        family: "auth",
        likely: true,
        why: "Confluent's schema registry",
    },
    { words: "access code", reads: "a password", family: "password", why: "shared by a team" },
    { words: "plex claim", reads: "a token", family: "token", why: "Plex's image: claim token" },
    ...["private jwk", "private jwks", "private pem", "key private", "vapid private"].map(
        (words): Phrase => ({
            words,
            reads: "a private key",
            family: "secret",
            why: "the key comes first, or its form last",
        }),
    ),
    ...[
        "application credentials json",
        "kubeconfig data",
        "kubeconfig base",
        "kube config base",
    ].map((words): Phrase => ({
        words,
        reads: "credentials",
        family: "secret",
        why: "the file itself, not its path; digits are dropped from base64",
    })),
    ...["id rsa", "jwt private", "keystore base", "stripe sk"].map((words): Phrase => ({
        words,
        reads: "a private key",
        family: "secret",
        likely: true,
        why: "OpenSSH's file name; the word key left out",
    })),
    ...[
        "totp seed",
        "wallet seed",
        "consul encrypt",
        "azure sas",
        "storage sas",
        "account sas",
        "shared access signature",
    ].map((words): Phrase => ({
        words,
        reads: "a shared key",
        family: "secret",
        likely: true,
        why: "what one-time passwords and wallets grow from; gossip keys; signatures of Azure",
    })),
];

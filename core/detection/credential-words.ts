/** What kind of credential a name speaks of; it decides which values can be one. */
export type Family = "password" | "secret" | "token" | "key" | "auth" | "webhook" | "connection";

/** Words that share a meaning, and why they are known to have it. */
export interface WordGroup {
    /** Lower-case words, parted by spaces. */
    readonly words: string;
    /** What a name with such a word reads as. */
    readonly reads: string;
    /** Where the meaning comes from. */
    readonly why: string;
    /** What stands under such a name, where that has a form of its own. */
    readonly holds?: "a flag" | "an ARN" | "an amount";
}

/** Words that are a credential by themselves when they stand at the head of a name. */
export const CREDENTIALS: readonly (WordGroup & { readonly family: Family })[] = [
    {
        words: "password passwords passwd pwd pw pass passcode pswd psw userpass",
        reads: "a password",
        family: "password",
        why: "MYSQL_PWD, REDIS_PWD, PIHOLE_PW, SMTP_PASS: what images call it",
    },
    {
        words: "passwort kennwort contrasena contrasenya senha motdepasse mdp wachtwoord parola haslo heslo jelszo losenord salasana adgangskode kodeord sifre parol",
        reads: "a password",
        family: "password",
        why: "German, Spanish, Catalan, Portuguese, French, Dutch, Italian, Polish, Czech, Hungarian, Swedish, Finnish, Danish, Turkish, Russian in Latin letters",
    },
    {
        words: "geheimnis secreto segredo segreto",
        reads: "a secret",
        family: "secret",
        why: "German, Spanish, Portuguese, Italian",
    },
    {
        words: "jeton",
        reads: "a token",
        family: "token",
        why: "French",
    },
    {
        words: "requirepass masterauth primaryauth",
        reads: "a password",
        family: "password",
        why: "Redis and Valkey: the password clients, and replicas, must give",
    },
    {
        words: "passphrase passphrases keyphrase",
        reads: "a passphrase",
        family: "password",
        why: "PULUMI_CONFIG_PASSPHRASE, SSH and GPG keys",
    },
    {
        words: "secret secrets",
        reads: "a secret",
        family: "secret",
        why: "OAuth client secrets, JWT and session secrets",
    },
    {
        words: "token tokens pat bearer macaroon",
        reads: "a token",
        family: "token",
        why: "bearer tokens (RFC 6750) and personal access tokens (GH_PAT)",
    },
    {
        words: "credential credentials cred creds",
        reads: "credentials",
        family: "secret",
        why: "user and password, or a service account's JSON",
    },
    {
        words: "mnemonic",
        reads: "a recovery phrase",
        family: "secret",
        why: "BIP-39: the words are the wallet's key",
    },
    {
        words: "keyset keysets",
        reads: "a set of keys",
        family: "secret",
        why: "Google's Tink",
    },
    {
        words: "psk pepper",
        reads: "a shared key",
        family: "secret",
        why: "pre-shared keys (IPsec, Wi-Fi, Zabbix); a pepper is a salt that is kept secret",
    },
];

/** Words that may be a credential at the head of a name, and are none after certain others. */
export const POSSIBLE_CREDENTIALS: readonly (WordGroup & { readonly unless: string })[] = [
    {
        words: "license licence",
        reads: "a license key",
        unless: "accept accepts accepted agree eula",
        why: "CONFLUENT_LICENSE, and ACCEPT_LICENSE=yes, which is none",
    },
    {
        words: "sk",
        reads: "a secret key",
        unless: "",
        why: "clouds that call access and secret key AK and SK",
    },
    {
        words: "cookie",
        reads: "a cookie",
        unless: "session auth authentication csrf xsrf consent locale language remember secure user",
        why: "a cluster's cookie or somebody's session; SESSION_COOKIE is the name of one",
    },
];

/** Words before `key` that make it a credential beyond doubt. */
export const SECRET_KEYS: readonly WordGroup[] = [
    { words: "api", reads: "an API key", why: "the commonest credential of SaaS vendors" },
    { words: "private priv", reads: "a private key", why: "the half that must stay at home" },
    { words: "secret", reads: "a secret key", why: "Django SECRET_KEY, Stripe secret keys" },
    { words: "access", reads: "an access key", why: "AWS and S3-compatible stores" },
    { words: "license licence", reads: "a license key", why: "NEW_RELIC_LICENSE_KEY, MaxMind" },
    {
        words: "encryption encrypt decryption crypto cipher fernet aes unseal wrapping",
        reads: "an encryption key",
        why: "Airflow FERNET_KEY, N8N_ENCRYPTION_KEY, Vault's unseal keys",
    },
    {
        words: "signing signature sign hmac jwt",
        reads: "a signing key",
        why: "whoever has it can forge what it signs",
    },
    {
        words: "master root token",
        reads: "a master key",
        why: "RAILS_MASTER_KEY, MEILI_MASTER_KEY; what tokens are signed with",
    },
    {
        words: "auth authentication session cookie shared preshared",
        reads: "a shared key",
        why: "TS_AUTHKEY, WORDPRESS_AUTH_KEY, WireGuard's preshared key",
    },
    { words: "account storage", reads: "an account key", why: "Azure storage account keys" },
    { words: "deploy installation registration enrollment", reads: "a key", why: "Bitwarden" },
];

/** Words before `key` that say that everybody may know it. */
export const PUBLIC_KEYS: WordGroup = {
    words: "public pub publishable anon anonymous site known authorized trusted",
    reads: "a public key",
    why: "made to be given away: Stripe, reCAPTCHA, Supabase, authorized_keys",
};

/** Words before `key` that make it no credential. */
export const OPEN_KEYS: readonly WordGroup[] = [
    {
        words: "partition sort foreign primary secondary row shard routing natural surrogate composite unique",
        reads: "a key of a record",
        why: "databases and queues call a column or a route a key",
    },
    {
        words: "cache object bucket redis lookup map dictionary dedup dedupe group index idx sequence schema idempotency file image path prefix state lock ratelimit",
        reads: "the name of an entry",
        why: "gitleaks's allow list: what stands on the left of a value",
    },
    {
        words: "identifier claim attribute field column property label tag metric event message config feature flag header query param form env translation name email username groups locale",
        reads: "the name of a field",
        why: "AUTH_TWITTER_IDENTIFIER_KEY=data.username",
    },
    {
        words: "hot shortcut shift ctrl control alt arrow enter escape function modifier",
        reads: "a key of the keyboard",
        why: "gitleaks's allow list",
    },
    {
        words: "project issue space instrumentation spreadsheet sheet document dataset",
        reads: "a short name",
        why: "Jira, Confluence; Application Insights: no security token",
    },
    { words: "kms cmk gpg pgp", reads: "the id of a key", why: "GPG_KEY in Docker's own images" },
];

/** Words by which one asks for a number of tokens, not for a token. */
export const COUNTED_TOKENS: WordGroup = {
    words: "max maximum min minimum num number total count input output prompt completion context budget thinking new per prefill batch limit reserved overlap chunk generation",
    reads: "a number of tokens",
    why: "language models count text in tokens",
};

/** Words that make a token, in the plural, a list of credentials rather than an amount. */
export const HELD_TOKENS: WordGroup = {
    words: "api access auth bearer bot admin refresh service valid registration invite deploy github gitlab user",
    reads: "tokens",
    why: "somebody holds these tokens; nobody counts them",
};

/** Words of the vocabulary of a language model, which calls its letters tokens. */
export const MODEL_TOKENS: WordGroup = {
    words: "eos bos pad unk stop special mask",
    reads: "a mark in a text",
    why: "tokenizers: EOS_TOKEN=</s>",
};

import type { WordGroup } from "./credential-words";

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
    words: "public pub verifying verification publishable anon anonymous site known authorized trusted",
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
        words: "time date log logs binding cache object bucket redis lookup map dictionary dedup dedupe group index idx sequence schema idempotency file image path prefix state lock ratelimit",
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

import type { WordGroup } from "./credential-words";

/** Heads that name something *about* a credential: `PASSWORD_MIN_LENGTH` is a length. */
export const DESCRIBING_HEADS: readonly WordGroup[] = [
    { words: "file files filename secretfile", reads: "a file", why: "Docker's *_FILE convention" },
    {
        words: "path paths dir directory folder location mount",
        reads: "a path",
        why: "file systems",
    },
    { words: "name names alias label title", reads: "a name", why: "SECRET_NAME, KEY_ALIAS" },
    { words: "id ids sid uid identifier guid fingerprint kid", reads: "an id", why: "KEY_ID" },
    { words: "arn", reads: "an ARN", why: "the reference that ECS resolves" },
    { words: "ref reference", reads: "a reference", why: "it points to a secret" },
    {
        words: "url urls uri uris endpoint endpoints host hostname hosts address addr server servers domain port issuer audience",
        reads: "an address",
        why: "OpenID discovery: TOKEN_ENDPOINT, JWT_AUDIENCE",
    },
    {
        words: "length len size bytes bits rounds iterations cost strength complexity",
        reads: "a length",
        why: "password policies",
    },
    {
        words: "max min limit limits quota count attempts retries tries num budget score threshold",
        reads: "a limit",
        why: "password policies, rate limits, language models",
    },
    {
        words: "ttl age expiry expire expires expiration lifetime duration timeout validity interval period days hours minutes mins seconds secs ms in at leeway grace",
        reads: "a time",
        why: "lifetimes of tokens and passwords",
    },
    {
        words: "enabled enable disabled required optional allowed flag login reset hint change rotation strict verify",
        reads: "a flag",
        why: "switches",
    },
    {
        words: "type kind method mode algorithm alg algo format scheme strategy provider backend driver source store engine policy pattern regex charset encoding cipher scope scopes version",
        reads: "a choice",
        why: "how a credential is made, kept or sent",
    },
    {
        words: "header headers cookie param field claim prefix suffix",
        reads: "a field's name",
        why: "API_KEY_HEADER",
    },
    {
        words: "hash hashed bcrypt sha digest checksum salt",
        reads: "a hash or a salt",
        why: "not the password itself",
    },
    {
        words: "user username email account owner role profile group",
        reads: "who, not what proves it",
        why: "user names",
    },
    { words: "manager vault service operator", reads: "a service", why: "SECRETS_MANAGER" },
    {
        words: "database db table topic queue bucket",
        reads: "a place to keep data",
        why: "MEMCACHED_SASL_PWDB",
    },
];

/** Verbs and adjectives that make the whole name a switch: `ALLOW_EMPTY_PASSWORD`. */
export const SWITCHES: WordGroup = {
    words: "allow allows enable enabled disable disabled use uses show hide require requires required skip is has no without ignore force generate create enforce expose mask redact with empty random onetime forgot supports insecure",
    reads: "a flag",
    why: "Docker's mysql image (MYSQL_RANDOM_ROOT_PASSWORD=yes), CORS (ALLOW_CREDENTIALS)",
};

/** Words after the head that say which one, or how it is written, and leave the meaning alone. */
export const QUALIFIERS: readonly WordGroup[] = [
    {
        words: "old new previous prev current next default primary secondary main backup fallback fallbacks override",
        reads: "which one",
        why: "rotation",
    },
    {
        words: "dev development test testing staging stage prod production live sandbox local qa uat app",
        reads: "which environment",
        why: "one name per environment",
    },
    {
        words: "b base hex json raw plain plaintext text value encoded v",
        reads: "how it is written",
        why: "SSL_KEY_B64, OPENSSL_KEY_V1, CREDENTIALS_JSON; digits are dropped before",
    },
];

/** Services whose name after a credential says whose it is: `CLIENT_SECRET_HEROKU`. */
export const SERVICES: WordGroup = {
    words: "aws azure gcp google github gitlab bitbucket gitea slack discord telegram twilio stripe paypal heroku facebook twitter linkedin apple microsoft okta datadog sentry openai anthropic cloudflare mysql mariadb postgres postgresql mongo mongodb redis rabbitmq smtp npm docker",
    reads: "whose it is",
    why: "products that appear in public container projects",
};

/** Services whose webhook addresses are credentials: whoever knows one may post. */
export const WEBHOOK_SERVICES: WordGroup = {
    words: "slack discord teams msteams mattermost rocketchat googlechat gchat feishu lark dingtalk wecom zapier ifttt pagerduty",
    reads: "the address of a webhook",
    why: "https://api.slack.com/messaging/webhooks: the URL contains a secret",
};

/** Words before `auth` that make it a credential and not a way to sign in. */
export const HELD_AUTH: WordGroup = {
    words: "redis rediscli registry docker proxy basic http npm twilio",
    reads: "credentials",
    why: "REDISCLI_AUTH, docker's auth blob, user:password of HTTP basic",
};

/** Words that only help to read forms written without a gap: `DBPASS`, `PGPASSWORD`. */
export const COMPANIONS: WordGroup = {
    words: "db pg my sql app user root admin mail email ldap ftp ssh ssl tls rsa client server cluster web bot git hub id data base str conn connection string hash test",
    reads: "part of a word",
    why: "PGPASSWORD, DBROOTPASS, SSHKEY, CLIENTID",
};

/** First words by which a web framework marks what it sends to browsers. */
export const PUBLIC_PREFIXES: readonly string[] = [
    ...["next public", "nuxt public", "expo public"],
    // https://vite.dev/guide/env-and-mode and Create React App: all of these are in the bundle.
    ...["vite", "react app", "gatsby"],
];

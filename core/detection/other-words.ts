import type { WordGroup } from "./credential-words";

/** Heads that name something *about* a credential: `PASSWORD_MIN_LENGTH` is a length. */
export const DESCRIBING_HEADS: readonly WordGroup[] = [
    { words: "file files filename secretfile", reads: "a file", why: "Docker's *_FILE convention" },
    {
        words: "path paths dir directory folder location mount mountpath volume root home",
        reads: "a path",
        why: "file systems",
    },
    { words: "name names alias label title", reads: "a name", why: "SECRET_NAME, KEY_ALIAS" },
    { words: "id ids sid uid identifier guid fingerprint kid", reads: "an id", why: "KEY_ID" },
    { words: "arn", reads: "an ARN", why: "the reference that ECS resolves", holds: "an ARN" },
    { words: "ref reference", reads: "a reference", why: "it points to a secret" },
    {
        words: "url urls uri uris endpoint endpoints host hostname hosts address addr server servers domain domains port ports issuer issuers audience audiences link redirect callback route page site ip ips cidr cidrs origin origins subdomain subdomains addresses routes proxy gateway networks region zone namespace network subnet",
        reads: "an address",
        why: "OpenID discovery: TOKEN_ENDPOINT, JWT_AUDIENCE",
    },
    {
        words: "length len size sizes bytes bits rounds iterations cost strength complexity",
        reads: "a length",
        why: "password policies",
        holds: "an amount",
    },
    {
        words: "chars characters symbols digits numbers uppercase lowercase",
        reads: "a rule on characters",
        why: "password policies: how many of them, or which",
    },
    {
        words: "max min limit limits quota count counts attempts retries tries num number budget score threshold level levels rate ratio percent percentage factor weight window windows usage total price capacity concurrency pool connections hops workers",
        reads: "a limit",
        why: "password policies, rate limits, language models",
        holds: "an amount",
    },
    {
        words: "ttl age expiry expire expires expiration lifetime lifespan duration timeout validity interval period days day hours hour minutes minute mins seconds second secs ms millis milliseconds weeks months in at after before until within leeway grace skew drift delay cron schedule date time timestamp cooldown",
        reads: "a time",
        why: "lifetimes of tokens and passwords",
        holds: "an amount",
    },
    {
        words: "enabled enable enforced disabled required optional allowed flag flags login logins signin signup reset hint change changes rotation strict verify verification validate validation check checks access exchange support supported recovery reuse history renewal refresh revocation introspection lookup lockout lock protection protected sync caching active update updates upgrade migration migrations moderation failure failures warning warnings alert alerts notification notifications initialize bootstrap login",
        reads: "a flag",
        why: "switches",
    },
    {
        words: "type types kind method methods mode modes algorithm algorithms alg algo format formats scheme schemes strategy provider providers backend driver source sources store storage engine policy policies pattern regex regexp charset encoding cipher ciphers curve scope scopes version versions grant grants option options setting settings acl whitelist allowlist blacklist denylist blocklist rule rules permission permissions plugin module class factory implementation impl handler middleware command cmd script hook tool generator loader resolver serializer serializers deserializer deserializers converter converters encoder decoder hasher hashers validator validators codec formatter spec specs helper processor program executable binary language locale theme dynamic static transform transformer protocol protocols proto mechanism mechanisms dialect layout style color ui suite suites args arguments opts security forwarding passthrough distribution samesite config configuration stdin stdout through",
        reads: "a choice",
        why: "how a credential is made, kept or sent",
    },
    {
        words: "header headers cookie cookies param params parameter field fields claim claims prefix suffix attr attribute attributes property properties column separator delimiter placeholder template templates message messages msg subject description comment prompt variable variables var vars symbol decimals mint supply ticker proposal proposals offer offers request requests response responses definition definitions",
        reads: "a field's name",
        why: "API_KEY_HEADER",
    },
    {
        words: "hash hashed bcrypt sha digest checksum salt",
        reads: "a hash or a salt",
        why: "not the password itself",
    },
    {
        words: "dn ou user users username usernames email emails mail account accounts owner owners role roles profile group groups tenant org organization project team workspace app application client clients device devices member members subject",
        reads: "who, not what proves it",
        why: "user names",
    },
    {
        words: "cert certs certificate certificates ca cacert crt csr",
        reads: "a certificate",
        why: "made to be shown: X.509",
    },
    {
        words: "manager vault service services operator server controller worker api sdk cli agent job container image instance cluster node adapter adapters runtime parser proxies listener listeners guard jobs processes workers children instances model models tokenizer",
        reads: "a service",
        why: "SECRETS_MANAGER",
    },
    {
        words: "database db table tables topic topics queue bucket databases collection schema schemas keyspace index map mapping mappings list lists cache log logs event events metrics metric analytics logging profiling capture destination destinations bundle bundles",
        reads: "a place to keep data",
        why: "MEMCACHED_SASL_PWDB",
    },
];

/** Verbs and adjectives that make the whole name a switch: `ALLOW_EMPTY_PASSWORD`. */
export const SWITCHES: WordGroup = {
    words: "allow allows allowed auto can enable enables enabled disable disables disabled use uses using show hide require requires required skip is has no not without ignore force forces generate create enforce expose mask redact with empty random onetime forgot supports insecure accept accepts remove delete validate validates should prompt prefer include includes exclude omit strip invalidate persist bypass permit deny prevent prevents restrict suppress preserve overwrite revoke renew rotate",
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
    words: "slack discord teams msteams mattermost rocketchat google googlechat gchat notify notification notifications notifier alert alerts alerting report reporting wechat feishu lark dingtalk wecom zapier ifttt pagerduty",
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
    words: "db pg my sql app user root admin mail email ldap ftp ssh ssl tls rsa client server cluster web bot git hub id data base str conn connection string hash test bind rpc vnc imap sftp http proxy",
    reads: "part of a word",
    why: "PGPASSWORD, DBROOTPASS, SSHKEY, CLIENTID",
};

/** First words by which a web framework marks what it sends to browsers. */
export const PUBLIC_PREFIXES: readonly string[] = [
    ...["next public", "nuxt public", "expo public"],
    // https://vite.dev/guide/env-and-mode and Create React App: all of these are in the bundle.
    ...["vite", "react app", "gatsby"],
];

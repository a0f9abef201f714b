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
        unless: "gsi lsi index dynamo dynamodb table sort",
        why: "clouds that call access and secret key AK and SK",
    },
    {
        words: "pk",
        reads: "a private key",
        unless: "public publishable primary stripe table gsi lsi index dynamo dynamodb partition",
        why: "wallets; Stripe's pk_ is publishable",
    },
    {
        words: "passkey passkeys",
        reads: "a shared key",
        unless: "webauthn fido login",
        why: "what servers show one another; WebAuthn's are nobody's to configure",
    },
    {
        words: "cookie cookies",
        reads: "a cookie",
        unless: "jwt token session auth authentication csrf xsrf consent locale language remember secure user",
        why: "a cluster's cookie or somebody's session; SESSION_COOKIE is the name of one",
    },
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

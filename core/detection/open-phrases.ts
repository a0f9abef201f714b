import type { Phrase } from "./phrases";

/** Phrases that hold the word of a credential and are none. */
export const OPEN_PHRASES: readonly Phrase[] = [
    { words: "captcha client key", reads: "a public key", why: "reCAPTCHA: sent to browsers" },
    ...["request token", "idempotency token", "client token"].map((words): Phrase => ({
        words,
        // A_CLIENT_TOKEN is somebody's token.
        whole: words === "client token" ? true : undefined,
        reads: "the id of a request",
        why: "AWS's APIs: ClientRequestToken, so that a request counts once",
    })),
    ...["next token", "page token", "pagination token", "continuation token"].map(
        (words): Phrase => ({
            words,
            reads: "a position in a list",
            why: "AWS's APIs: where the next page begins",
        }),
    ),
    ...["load credential", "load credential encrypted", "import credential"].map(
        (words): Phrase => ({ words, reads: "a file", why: "systemd: the id of one and its path" }),
    ),
    { words: "search only api key", reads: "a public key", why: "Algolia: sent to browsers" },
    { words: "recv keys", reads: "ids of keys", why: "gpg, apt-key: fingerprints to fetch" },
    { words: "initial cluster token", reads: "a cluster's name", why: "etcd" },
    { words: "cors credentials", reads: "a flag", why: "Access-Control-Allow-Credentials" },
    { words: "pwd", reads: "the working directory", whole: true, why: "POSIX shells" },
    { words: "old pwd", reads: "the working directory", whole: true, why: "POSIX shells" },
    ...["pass access token", "pass id token", "pass basic auth"].map((words): Phrase => ({
        words,
        reads: "a flag",
        why: "oauth2-proxy: to pass is to hand on",
    })),
    { words: "application credentials", reads: "a path", why: "Google's default credentials" },
    { words: "key credentials", reads: "a file", why: "KAFKA_SSL_KEY_CREDENTIALS, Confluent" },
    { words: "keystore credentials", reads: "a file", why: "Confluent's Kafka images" },
    { words: "truststore credentials", reads: "a file", why: "Confluent's Kafka images" },
    ...[
        ...["pull secret", "pull secrets", "kube secret", "kubernetes secret", "tls secret"],
        ...["existing secret", "secret ref"],
    ].map((words): Phrase => ({
        words,
        reads: "a secret's name",
        why: "Kubernetes: imagePullSecrets, a Helm chart's existingSecret",
    })),
];

import type { Account } from "../../sandbox/aws/account";
import {
    findLabelled,
    listSecrets,
    putSecretValue,
    type Secret,
} from "../../sandbox/aws/secretsmanager";

/** An example, and what it must show on the real engine. */
export interface ExampleRow {
    readonly example: string;
    /** The config that holds values of secrets. */
    readonly config: readonly string[];
    /**
     * Values that are made up while it comes up.
     * @default - none
     */
    readonly made?: (account: Account) => string[];
    /** What the containers of its task are given, by their names. */
    readonly injected: Readonly<Record<string, readonly string[]>>;
    /** How a value changes: in the config, and with it in the resource that keeps it, or outside. */
    readonly change:
        | { readonly config: string; readonly keeper: "parameter" | "secret" }
        | { readonly outside: (account: Account, value: string) => void };
    /**
     * How many deployments the change leads to.
     * @default 1
     */
    readonly deployments?: number;
}

interface Password {
    readonly password: string;
}

/** The secret whose name begins with that. */
function findByPrefix(account: Account, prefix: string): Secret {
    const [secret] = listSecrets(account).filter(
        ({ name, scheduledForDeletion }) => name.startsWith(prefix) && !scheduledForDeletion,
    );
    return secret;
}

function valueOf(account: Account, prefix: string): string {
    return findLabelled(findByPrefix(account, prefix), "AWSCURRENT")?.value ?? "";
}

/** Puts a new value into a secret, as somebody outside does. */
function putInto(prefix: string): (account: Account, value: string) => void {
    return (account, value) => {
        putSecretValue(account, findByPrefix(account, prefix).arn, value);
    };
}

/** The examples that run without a flaw; the article and the two wrong ones have tests of their own. */
export const EXAMPLES: readonly ExampleRow[] = [
    {
        example: "bring-your-own-role",
        config: ["apiToken"],
        injected: { web: ["API_TOKEN"] },
        change: { config: "apiToken", keeper: "secret" },
    },
    {
        example: "cross-account",
        config: ["apiToken"],
        injected: { web: ["API_TOKEN"] },
        change: { config: "apiToken", keeper: "secret" },
    },
    {
        example: "existing-secrets-cmk",
        config: ["apiToken", "databasePassword", "signingKey"],
        injected: { web: ["API_TOKEN", "DATABASE_PASSWORD", "SIGNING_KEY"] },
        change: { config: "apiToken", keeper: "secret" },
    },
    {
        example: "fargate-json-keys",
        config: ["databaseUser", "databasePassword"],
        injected: {
            web: ["DATABASE_HOST", "DATABASE_PASSWORD", "DATABASE_PORT", "DATABASE_USER"],
        },
        change: { config: "databasePassword", keeper: "secret" },
    },
    {
        example: "firelens",
        config: ["logsApiKey"],
        injected: { router: [], web: ["apikey"] },
        change: { config: "logsApiKey", keeper: "secret" },
    },
    {
        example: "generated-password",
        config: [],
        made: (account) => [
            (JSON.parse(valueOf(account, "web-secret-database")) as Password).password,
        ],
        injected: { web: ["DATABASE_PASSWORD", "DATABASE_USER"] },
        change: {
            outside: (account, password) =>
                putInto("web-secret-database")(
                    account,
                    JSON.stringify({ username: "web", password }),
                ),
        },
    },
    {
        example: "private-registry",
        config: ["registryUser", "registryPassword"],
        injected: { web: [] },
        change: { config: "registryPassword", keeper: "secret" },
    },
    {
        example: "rotation-redeploy",
        config: ["apiToken", "databasePassword"],
        injected: { web: ["API_TOKEN", "DATABASE_PASSWORD"] },
        change: { outside: putInto("web-secret-api") },
    },
    {
        example: "ssm-only",
        config: ["apiToken", "databasePassword"],
        injected: { web: ["API_TOKEN", "DATABASE_PASSWORD"] },
        change: { config: "apiToken", keeper: "parameter" },
    },
    {
        example: "task-definition-only",
        config: ["databasePassword"],
        injected: { migration: ["DATABASE_PASSWORD"] },
        change: { config: "databasePassword", keeper: "secret" },
        // There is no service: the next task that somebody runs reads the new value.
        deployments: 0,
    },
];

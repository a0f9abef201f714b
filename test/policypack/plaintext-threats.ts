import type { Wire } from "../support/wire";
import { edit, type Threat } from "./threat";

const PLAINTEXT = "ecs-task-definition-no-plaintext-secrets";

/** Changes the one container. */
function editContainer(change: (container: Wire) => Wire): Threat["change"] {
    return edit("web-task", (props) => {
        const [container] = JSON.parse(props.containerDefinitions as string) as Wire[];
        return { ...props, containerDefinitions: JSON.stringify([change(container)]) };
    });
}

const withVariable = (name: string, value: string) =>
    editContainer((container) => ({ ...container, environment: [{ name, value }] }));

/** What shows a secret to whoever may describe the task definition, one change each. */
export const PLAINTEXT_THREATS: readonly Threat[] = [
    {
        name: "adds a password in plaintext",
        policy: PLAINTEXT,
        change: withVariable("DB_PASSWORD", "made-up-value"),
    },
    {
        name: "adds a connection string that carries a password",
        policy: PLAINTEXT,
        change: withVariable("DATABASE", ["postgres://app", "made-up@db.example/app"].join(":")),
    },
    {
        name: "moves the log driver's token into its options",
        policy: PLAINTEXT,
        change: editContainer((container) => ({
            ...container,
            logConfiguration: { logDriver: "splunk", options: { "splunk-token": "made-up-value" } },
        })),
    },
    {
        name: "adds a container with a password in plaintext",
        policy: PLAINTEXT,
        change: edit("web-task", (props) => ({
            ...props,
            containerDefinitions: JSON.stringify([
                ...(JSON.parse(props.containerDefinitions as string) as Wire[]),
                { name: "sidecar", environment: [{ name: "API_SECRET", value: "made-up-value" }] },
            ]),
        })),
    },
    {
        name: "adds a password to the command",
        policy: PLAINTEXT,
        change: editContainer((container) => ({
            ...container,
            command: ["app", "--password=made-up-value"],
        })),
    },
    {
        name: "adds a token to the health check",
        policy: PLAINTEXT,
        change: editContainer((container) => ({
            ...container,
            healthCheck: { command: ["CMD-SHELL", "TOKEN=made-up-value app-check"] },
        })),
    },
    {
        name: "adds a label that holds a token",
        policy: PLAINTEXT,
        change: editContainer((container) => ({
            ...container,
            dockerLabels: { "com.example.api-token": "made-up-value" },
        })),
    },
    {
        name: "gives a log router a password among its options",
        policy: PLAINTEXT,
        change: editContainer((container) => ({
            ...container,
            firelensConfiguration: { type: "fluentbit", options: { http_passwd: "made-up-value" } },
        })),
    },
    {
        name: "writes the secret where the reference to it belongs",
        policy: PLAINTEXT,
        change: editContainer((container) => ({
            ...container,
            secrets: [
                ...(container.secrets as Wire[]),
                {
                    name: "DATABASE_URL",
                    valueFrom: ["postgres://app", "made-up@db.example/app"].join(":"),
                },
            ],
        })),
    },
];

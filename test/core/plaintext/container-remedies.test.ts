import assert from "node:assert/strict";
import { findPlaintextSecrets, listContainerPlaintext } from "../../../core";

const VALUE = "canary-value-0000";
const ALLOW = "and allow the task execution role to read it";

const entry = (name: string) => `{"name":"${name}","valueFrom":"<ARN of a secret or parameter>"}`;

describe("the remedy for a secret", () => {
    const rows: [string, object, string][] = [
        [
            "in environment is an entry of secrets",
            { environment: [{ name: "DB_PASSWORD", value: VALUE }] },
            `Move it to secrets: ${entry("DB_PASSWORD")}, ${ALLOW}.`,
        ],
        [
            "under a name with quotes is valid JSON",
            { environment: [{ name: 'a"b\n PASSWORD', value: VALUE }] },
            `Move it to secrets: ${entry('a\\"b\\\\u{a} PASSWORD')}, ${ALLOW}.`,
        ],
        [
            "under a name that is a credential does not show it",
            { environment: [{ name: `redis://app:${VALUE}@cache`, value: "REDIS" }] },
            `Move it to secrets: ${entry("NAME")}, ${ALLOW}.`,
        ],
        [
            "in a command is a variable that a shell puts in",
            { command: ["app", `--db-password=${VALUE}`] },
            `Inject it as a variable under secrets: ${entry("DB_PASSWORD")}, ${ALLOW}; let the program read DB_PASSWORD, or a shell put it in: ["sh","-c","exec PROGRAM … \\"$DB_PASSWORD\\""].`,
        ],
        [
            "in a word without a name is a variable all the same",
            { entryPoint: ["app", `redis://app:${VALUE}@cache`] },
            `Inject it as a variable under secrets: ${entry("SECRET")}, ${ALLOW}; let the program read SECRET, or a shell put it in: ["sh","-c","exec PROGRAM … \\"$SECRET\\""].`,
        ],
        [
            "in a health check is a variable that its shell reads",
            { healthCheck: { command: ["CMD-SHELL", `TOKEN=${VALUE} check`] } },
            `Inject it as a variable under secrets: ${entry("TOKEN")}, ${ALLOW}; let the check read it: ["CMD-SHELL","… \\"$TOKEN\\""].`,
        ],
        [
            "in an option of a log driver is an entry of secretOptions, under the option's own name",
            {
                logConfiguration: {
                    logDriver: "awsfirelens",
                    options: { Cloud_Auth: `elastic:${VALUE}` },
                },
            },
            `Move it to secretOptions: ${entry("Cloud_Auth")}, ${ALLOW}.`,
        ],
        [
            "in an option of a router is a variable that the router's configuration reads",
            { firelensConfiguration: { type: "fluentbit", options: { api_key: VALUE } } },
            `Remove the option, into which nothing can be injected; let the router's own configuration read \${API_KEY}, injected under secrets: ${entry("API_KEY")}, ${ALLOW}.`,
        ],
        [
            "in a label is to remove it",
            { dockerLabels: { "2fa.token": VALUE } },
            `Remove the label, into which nothing can be injected; if the program needs the value, inject it under secrets: ${entry("_2FA_TOKEN")}, ${ALLOW}.`,
        ],
        [
            "in place of a reference is to store it",
            { secrets: [{ name: "DATABASE_URL", valueFrom: `redis://app:${VALUE}@cache` }] },
            `Store the value in AWS Secrets Manager or SSM Parameter Store, and refer to it: ${entry("DATABASE_URL")}; whoever could read it here knows it, so change it.`,
        ],
        [
            "in place of a registry's credentials is to store them",
            {
                repositoryCredentials: {
                    credentialsParameter: `https://app:${VALUE}@registry.example`,
                },
            },
            'Store user name and password in AWS Secrets Manager, and refer to them: {"credentialsParameter":"<ARN of a secret>"}; whoever could read it here knows it, so change it.',
        ],
    ];
    for (const [name, fields, remedy] of rows) {
        it(name, () => {
            const plaintext = listContainerPlaintext({ name: "web", image: "httpd", ...fields });
            const secrets = findPlaintextSecrets(plaintext);
            assert.deepEqual(
                secrets.map((secret) => secret.remedy),
                [remedy],
            );
        });
    }
});

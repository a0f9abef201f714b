import { UNKNOWN_PART } from "../../../core";
import { itFinds, VALUE } from "./container-rows";

const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-AbCdEf";

describe("listContainerPlaintext", () => {
    describe("in variables and labels, finds", () => {
        itFinds([
            [
                "a variable",
                { environment: [{ name: "DB_PASSWORD", value: VALUE }] },
                ["certain environment DB_PASSWORD"],
            ],
            [
                "a label",
                { dockerLabels: { "com.example.api-token": VALUE, team: "payments" } },
                ["certain dockerLabels com.example.api-token"],
            ],
            [
                "nothing in labels for a proxy",
                { dockerLabels: { "traefik.http.routers.web.rule": "Host(`example.com`)" } },
                [],
            ],
            [
                "a value that was written into the name, as the process gets it",
                { environment: [{ name: `API_TOKEN=${VALUE}`, value: "" }] },
                ["certain environment API_TOKEN"],
            ],
            [
                "a name that is itself the credential, and does not show it",
                { environment: [{ name: `postgres://app:${VALUE}@db/app`, value: "DATABASE" }] },
                ["certain environment <a name that is itself a credential>"],
            ],
        ]);
    });

    describe("in commands, finds", () => {
        itFinds([
            ["nothing in a plain one", { command: ["httpd", "-DFOREGROUND", "--port=80"] }, []],
            [
                "an option with its value",
                { command: ["app", "--db-password", VALUE] },
                ["certain command db-password"],
            ],
            [
                "the password that a server asks for, in the script of a shell of its own",
                { entryPoint: ["sh", "-c"], command: [`redis-server --requirepass ${VALUE}`] },
                ["certain command requirepass"],
            ],
            [
                "an option and its value in one word",
                { entryPoint: ["app", `--password=${VALUE}`], command: ["run"] },
                ["certain entryPoint password"],
            ],
            [
                "an option of the entry point whose value is the command",
                { entryPoint: ["app", "--password"], command: [VALUE] },
                ["certain command password"],
            ],
            [
                "a URL that carries a password",
                { command: ["app", `redis://app:${VALUE}@cache`] },
                ["certain command"],
            ],
            [
                "nothing where a shell puts a variable in",
                { command: ["sh", "-c", 'exec app --password "$DB_PASSWORD"'] },
                [],
            ],
            [
                "what a health check sends",
                { healthCheck: { command: ["CMD", "app-check", "--token", VALUE] } },
                ["certain healthCheck.command token"],
            ],
            [
                "what the script of a health check sets",
                {
                    healthCheck: {
                        command: [
                            "CMD-SHELL",
                            `TOKEN=${VALUE} curl -f http://localhost/ || exit 1`,
                        ],
                    },
                },
                ["certain healthCheck.command TOKEN"],
            ],
            [
                "what a health check sets that does not say that it is a script",
                { healthCheck: { command: [`TOKEN=${VALUE} app-check`] } },
                ["certain healthCheck.command TOKEN"],
            ],
            ["nothing in a health check that is none", { healthCheck: { command: ["NONE"] } }, []],
            [
                "an option whose value is not known yet",
                { command: ["app", "--password", UNKNOWN_PART] },
                ["undetermined command password"],
            ],
        ]);
    });

    describe("where references belong, finds", () => {
        const url = `postgres://app:${VALUE}@db/app`;
        itFinds([
            ["nothing in an ARN", { secrets: [{ name: "DB_PASSWORD", valueFrom: ARN }] }, []],
            ["nothing in a name", { secrets: [{ name: "DB_PASSWORD", valueFrom: "/db/pw" }] }, []],
            [
                "a value among secrets",
                { secrets: [{ name: "DATABASE_URL", valueFrom: url }] },
                ["certain secrets DATABASE_URL"],
            ],
            [
                "a value among secret options",
                {
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: [{ name: "splunk-token", valueFrom: url }],
                    },
                },
                ["certain logConfiguration.secretOptions splunk-token"],
            ],
            [
                "the credentials of a registry",
                { repositoryCredentials: { credentialsParameter: url } },
                ["certain repositoryCredentials.credentialsParameter"],
            ],
        ]);
    });
});

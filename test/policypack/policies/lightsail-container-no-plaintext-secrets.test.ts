import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy, type PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const remedy = (variable: string) =>
    "Lightsail injects no secrets. Store it in AWS Secrets Manager, set " +
    `${variable}_ARN in environment to the ARN of the secret, and let the program read it when it ` +
    "starts, as a role of IAM Roles Anywhere or of an OIDC provider (no access key); or run the " +
    `container with Amazon ECS, which injects ${variable}.`;

const PASSWORD = "its name reads as a password";

const type = "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion";

const base: Stack = { task: { type, props: { serviceName: "web" } } };

const withContainers = (containers: unknown) =>
    changeStack(base, { task: { props: { containers } } });
const withContainer = (change: object) =>
    withContainers([{ containerName: "web", image: "nginx:latest", ...change }]);
const withVariables = (environment: unknown) => withContainer({ environment });

/** Variables as containers have them, none of which is a secret. */
const HARMLESS: readonly [name: string, value: string, why: string][] = [
    ["APP_ENV", "production", "an ordinary setting"],
    ["WORDPRESS_DB_HOST", "db.example", "the host of a database"],
    ["MYSQL_ALLOW_EMPTY_PASSWORD", "yes", "a flag"],
    ["POSTGRES_PASSWORD_FILE", "/run/secrets/db", "a path"],
    ["DB_PASSWORD_ARN", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", "an ARN"],
];

describePolicy("lightsail-container-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        ...HARMLESS.map(([name, value, why]): PolicyRow => ({
            name: `${why}: ${name}`,
            stack: withVariables({ [name]: value }),
        })),
        {
            name: "commands that read a file",
            stack: withContainer({ commands: ["serve", "--password-file", "/run/secrets/db"] }),
        },
        { name: "a container without variables", stack: withContainer({ environment: null }) },
        { name: "a deployment without containers", stack: base },
    ],
    invalid: [
        {
            name: "a password",
            stack: withVariables({ WORDPRESS_DB_PASSWORD: VALUE, APP_ENV: "production" }),
            messages: [
                `container web: environment WORDPRESS_DB_PASSWORD is plaintext: ${PASSWORD}. ` +
                    remedy("WORDPRESS_DB_PASSWORD"),
            ],
        },
        {
            name: "a harmless name whose value carries a password",
            stack: withVariables({ DATABASE: `mysql://app:${VALUE}@db.example/app` }),
            messages: [
                "container web: environment DATABASE is plaintext: its value is a URL that carries " +
                    `a password. ${remedy("DATABASE")}`,
            ],
        },
        {
            name: "an option of a command",
            stack: withContainer({ commands: ["serve", `--db-password=${VALUE}`] }),
            messages: [
                `container web: commands db-password is plaintext: ${PASSWORD}. ` +
                    remedy("DB_PASSWORD"),
            ],
        },
        {
            name: "a number after an option of a command",
            stack: withContainer({ commands: ["serve", "--db-password", 471147] }),
            messages: [
                `container web: commands db-password is plaintext: ${PASSWORD}. ` +
                    remedy("DB_PASSWORD"),
            ],
        },
        {
            name: "the second of two containers",
            stack: withContainers([
                { containerName: "web" },
                { containerName: "db", environment: { MYSQL_ROOT_PASSWORD: VALUE } },
            ]),
            messages: [
                `container db: environment MYSQL_ROOT_PASSWORD is plaintext: ${PASSWORD}. ` +
                    remedy("MYSQL_ROOT_PASSWORD"),
            ],
        },
        {
            name: "a container without a name, which AWS refuses",
            stack: withContainers([{ environment: { DB_PASSWORD: VALUE } }]),
            messages: [
                `container containers[0]: environment DB_PASSWORD is plaintext: ${PASSWORD}. ` +
                    remedy("DB_PASSWORD"),
            ],
        },
    ],
    unknown: [
        {
            name: "a password that is not known yet",
            stack: withVariables({ DB_PASSWORD: UNKNOWN, DB_HOST: UNKNOWN }),
            messages: [
                `container web: environment DB_PASSWORD is undetermined: ${PASSWORD}, and its ` +
                    `value is not known yet. ${remedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "variables and commands that are not known yet",
            stack: withContainer({ environment: UNKNOWN, commands: UNKNOWN }),
            messages: ["environment", "commands"].map(
                (path) =>
                    `undetermined: container web: ${path}: is not known yet. It is judged at update.`,
            ),
        },
        {
            name: "containers that are not known yet",
            stack: withContainers(UNKNOWN),
            messages: ["undetermined: containers: is not known yet. It is judged at update."],
        },
        {
            name: "a container that is not known yet, and one that is none",
            stack: withContainers([UNKNOWN, 7]),
            messages: [
                "undetermined: containers[0]: is not known yet. It is judged at update.",
                "undetermined: containers[1]: cannot be read: it is not an object. Give what the " +
                    "service takes.",
            ],
        },
    ],
});

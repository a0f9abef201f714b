import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy, type PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const entry = (variable: string) =>
    `runtimeEnvironmentSecrets: {"${variable}":"<ARN of a secret or parameter>"}`;

const move = (variable: string) =>
    `Move it to ${entry(variable)}, and allow the service's instance role to read it.`;

const inject = (variable: string) =>
    `Inject it as a variable: ${entry(variable)}, allow the service's instance role to read it, ` +
    `and let the program read ${variable}.`;

const PASSWORD = "its name reads as a password";
const URL_PASSWORD = "its value is a URL that carries a password";

const base: Stack = { task: { type: "aws:apprunner/service:Service", props: {} } };

const withSource = (sourceConfiguration: unknown) =>
    changeStack(base, { task: { props: { sourceConfiguration } } });
const withImage = (imageConfiguration: unknown) =>
    withSource({ imageRepository: { imageIdentifier: "web", imageConfiguration } });
const withCode = (codeConfigurationValues: unknown) =>
    withSource({ codeRepository: { codeConfiguration: { codeConfigurationValues } } });
const withVariables = (runtimeEnvironmentVariables: unknown) =>
    withImage({ runtimeEnvironmentVariables });

const ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

/** Variables as services have them, none of which is a secret. */
const HARMLESS: readonly [name: string, value: string, why: string][] = [
    ["PORT", "8080", "a number"],
    ["LOG_LEVEL", "info", "an ordinary setting"],
    ["DB_SECRET_ARN", ARN, "the ARN of a secret"],
    ["DB_PASSWORD", "", "nothing at all"],
    ["SESSION_COOKIE_NAME", "sid", "the name of a cookie"],
    ["JWT_ISSUER", "https://login.example/", "the address of an issuer"],
    ["TOKEN_TTL", "3600", "a duration"],
    ["NEXT_PUBLIC_API_KEY", "made-up-public-key", "what is public by its name"],
];

describePolicy("apprunner-service-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        ...HARMLESS.map(([name, value, why]): PolicyRow => ({
            name: `${why}: ${name}`,
            stack: withVariables({ [name]: value }),
        })),
        {
            name: "a password that is injected",
            stack: withImage({ runtimeEnvironmentSecrets: { DB_PASSWORD: ARN } }),
        },
        {
            name: "a password that is injected from a parameter named alone",
            stack: withCode({
                runtimeEnvironmentSecrets: { DB_PASSWORD: "web-database-password" },
            }),
        },
        {
            name: "a password that is injected from a secret that is not known yet",
            stack: withImage({ runtimeEnvironmentSecrets: { DB_PASSWORD: UNKNOWN } }),
        },
        {
            name: "commands that read a variable",
            stack: withCode({
                buildCommand: "npm ci && npm run build",
                startCommand: 'node app.js --db-password "$DB_PASSWORD"',
            }),
        },
        { name: "a service without a configuration", stack: withSource({ imageRepository: null }) },
        { name: "a service without a source", stack: base },
    ],
    invalid: [
        {
            name: "a password of an image",
            stack: withVariables({ DB_PASSWORD: VALUE }),
            messages: [
                `runtimeEnvironmentVariables DB_PASSWORD is plaintext: ${PASSWORD}. ${move("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a password of source code",
            stack: withCode({ runtimeEnvironmentVariables: { DB_PASSWORD: VALUE } }),
            messages: [
                `runtimeEnvironmentVariables DB_PASSWORD is plaintext: ${PASSWORD}. ${move("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a harmless name whose value carries a password",
            stack: withVariables({ DATABASE: `postgres://app:${VALUE}@db.example/app` }),
            messages: [
                `runtimeEnvironmentVariables DATABASE is plaintext: ${URL_PASSWORD}. ${move("DATABASE")}`,
            ],
        },
        {
            name: "the value where its ARN belongs",
            stack: withImage({
                runtimeEnvironmentSecrets: { DATABASE: `postgres://app:${VALUE}@db.example/app` },
            }),
            messages: [
                `runtimeEnvironmentSecrets DATABASE is plaintext: ${URL_PASSWORD}. Store the value ` +
                    "in AWS Secrets Manager or SSM Parameter Store, and refer to it: " +
                    `${entry("DATABASE")}; whoever could read it here knows it, so change it.`,
            ],
        },
        {
            name: "an option of a start command",
            stack: withImage({ startCommand: `node app.js --db-password ${VALUE}` }),
            messages: [
                `startCommand db-password is plaintext: ${PASSWORD}. ${inject("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a variable of a build command",
            stack: withCode({ buildCommand: `DB_PASSWORD=${VALUE} npm run build` }),
            messages: [
                `buildCommand DB_PASSWORD is plaintext: ${PASSWORD}. ${inject("DB_PASSWORD")}`,
            ],
        },
    ],
    unknown: [
        {
            name: "a password that is not known yet",
            stack: withVariables({ DB_PASSWORD: UNKNOWN, DB_HOST: UNKNOWN }),
            messages: [
                `runtimeEnvironmentVariables DB_PASSWORD is undetermined: ${PASSWORD}, and its ` +
                    `value is not known yet. ${move("DB_PASSWORD")}`,
            ],
        },
        {
            name: "variables and a command that are not known yet",
            stack: withImage({ runtimeEnvironmentVariables: UNKNOWN, startCommand: UNKNOWN }),
            messages: ["runtimeEnvironmentVariables", "startCommand"].map(
                (path) => `undetermined: ${path}: is not known yet. It is judged at update.`,
            ),
        },
        {
            name: "a source that is not known yet",
            stack: withSource(UNKNOWN),
            messages: [
                "undetermined: sourceConfiguration: is not known yet. It is judged at update.",
            ],
        },
        {
            name: "the configuration of an image that is not known yet",
            stack: withImage(UNKNOWN),
            messages: [
                "undetermined: imageConfiguration: is not known yet. It is judged at update.",
            ],
        },
        {
            name: "variables of wrong types, which AWS refuses",
            stack: withVariables([VALUE]),
            messages: [
                "undetermined: runtimeEnvironmentVariables: cannot be read: it is not a record of " +
                    "names and values. Give what the service takes.",
            ],
        },
    ],
});

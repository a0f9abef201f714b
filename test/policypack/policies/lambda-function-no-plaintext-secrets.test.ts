import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy, type PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const remedy = (variable: string) =>
    `Store it in AWS Secrets Manager, set ${variable} in environment.variables to the ARN of the ` +
    "secret, allow the function's role secretsmanager:GetSecretValue on it, and read it with the " +
    "AWS Parameters and Secrets Lambda Extension.";

const stop = (place: string, reason: string, variable: string) =>
    `${place} is plaintext: ${reason}. ${remedy(variable)}`;

const PASSWORD = "its name reads as a password";

const base: Stack = {
    task: {
        type: "aws:lambda/function:Function",
        props: { runtime: "nodejs22.x", handler: "index.handler" },
    },
};

const withProps = (props: object) => changeStack(base, { task: { props: { ...props } } });
const withVariables = (variables: unknown) => withProps({ environment: { variables } });

/** Variables as functions have them, none of which is a secret. */
const HARMLESS: readonly [name: string, value: string, why: string][] = [
    ["LOG_LEVEL", "info", "an ordinary setting"],
    ["TABLE_NAME", "orders", "the name of a table"],
    ["SECRET_ARN", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf", "an ARN"],
    [
        "DB_PASSWORD",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
        "an ARN under the name of a password",
    ],
    ["POWERTOOLS_SERVICE_NAME", "payments", "a setting of Powertools"],
    ["POWERTOOLS_METRICS_NAMESPACE", "shop", "a setting of Powertools"],
    ["API_KEY_SECRET_ID", "prod/web/api-key", "the id of a secret"],
    ["PARAMETERS_SECRETS_EXTENSION_CACHE_SIZE", "1000", "a setting of the extension"],
    ["SECRETS_MANAGER_TTL", "300", "a duration"],
    ["PASSWORD_MIN_LENGTH", "12", "a length, though its name speaks of passwords"],
    ["TOKEN_ENDPOINT", "https://login.example/oauth2/token", "the address of tokens"],
    ["DB_PASSWORD", "", "nothing at all"],
    ["NODE_OPTIONS", "--enable-source-maps", "the options of a runtime"],
    ["KMS_KEY_ID", "alias/web", "the alias of a key"],
    ["COGNITO_CLIENT_ID", "1h57kf5cpq17m0eml12EXAMPLE", "the id of a client"],
];

describePolicy("lambda-function-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        ...HARMLESS.map(([name, value, why]): PolicyRow => ({
            name: `${why}: ${name}`,
            stack: withVariables({ [name]: value }),
        })),
        { name: "a function without variables", stack: base },
        { name: "an environment without variables", stack: withProps({ environment: {} }) },
        { name: "no environment", stack: withProps({ environment: null, imageConfig: null }) },
        { name: "a variable without a value", stack: withVariables({ DB_PASSWORD: null }) },
        {
            name: "the command of an image",
            stack: withProps({ imageConfig: { commands: ["app.handler"], entryPoints: ["/run"] } }),
        },
        {
            name: "a resource of another type",
            stack: changeStack(withVariables({ DB_PASSWORD: VALUE }), {
                task: { type: "aws:lambda/alias:Alias" },
            }),
        },
    ],
    invalid: [
        {
            name: "a password",
            stack: withVariables({ DB_PASSWORD: VALUE, LOG_LEVEL: "info" }),
            messages: [stop("environment DB_PASSWORD", PASSWORD, "DB_PASSWORD_ARN")],
        },
        {
            name: "two of them, in the order of their names",
            stack: withVariables({ dbPassword: VALUE, API_PASSWORD: VALUE }),
            messages: [
                stop("environment API_PASSWORD", PASSWORD, "API_PASSWORD_ARN"),
                stop("environment dbPassword", PASSWORD, "dbPassword_ARN"),
            ],
        },
        {
            name: "a harmless name whose value carries a password",
            stack: withVariables({ DATABASE: `postgres://app:${VALUE}@db.example/app` }),
            messages: [
                stop(
                    "environment DATABASE",
                    "its value is a URL that carries a password",
                    "DATABASE_ARN",
                ),
            ],
        },
        {
            name: "a variable that is called like a property of every object",
            stack: withVariables({ constructor: `postgres://app:${VALUE}@db.example/app` }),
            messages: [
                stop(
                    "environment constructor",
                    "its value is a URL that carries a password",
                    "CONSTRUCTOR_ARN",
                ),
            ],
        },
        {
            name: "a number under the name of a password",
            stack: withVariables({ DB_PASSWORD: 471147 }),
            messages: [stop("environment DB_PASSWORD", PASSWORD, "DB_PASSWORD_ARN")],
        },
        {
            name: "an option of an image's command",
            stack: withProps({ imageConfig: { commands: ["serve", `--db-password=${VALUE}`] } }),
            messages: [stop("imageConfig.commands db-password", PASSWORD, "DB_PASSWORD_ARN")],
        },
    ],
    unknown: [
        {
            name: "a password that is not known yet",
            stack: withVariables({ DB_PASSWORD: UNKNOWN, TABLE_NAME: UNKNOWN }),
            messages: [
                `environment DB_PASSWORD is undetermined: ${PASSWORD}, and its value is not known ` +
                    `yet. ${remedy("DB_PASSWORD_ARN")}`,
            ],
        },
        {
            name: "variables that are not known yet",
            stack: withVariables(UNKNOWN),
            messages: ["undetermined: environment: is not known yet. It is judged at update."],
        },
        {
            name: "an environment that is not known yet",
            stack: withProps({ environment: UNKNOWN }),
            messages: ["undetermined: environment: is not known yet. It is judged at update."],
        },
        {
            name: "variables that are a list, which AWS refuses",
            stack: withVariables([{ name: "DB_PASSWORD", value: VALUE }]),
            messages: [
                "undetermined: environment: cannot be read: it is not a record of names and " +
                    "values. Give what the service takes.",
            ],
        },
        {
            name: "a value that is an object, which AWS refuses",
            stack: withVariables({ DB_PASSWORD: { value: VALUE } }),
            messages: [
                "undetermined: an entry of environment: cannot be read: it is not a name and a " +
                    "text. Give what the service takes.",
            ],
        },
    ],
});

import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";
const PASSWORD = "its name reads as a password";

const remedy = (option: string) =>
    `Pass the name of the secret, "--${option}_secret_name", read it in the job with ` +
    "GetSecretValue, and allow the role of the job secretsmanager:GetSecretValue on it.";

const CONNECT =
    'Give SECRET_ID: "<name of the secret>", a JSON secret with username and password, in place of ' +
    "USERNAME and PASSWORD, and allow the role of the jobs secretsmanager:GetSecretValue on it.";

const stop = (place: string, reason = PASSWORD, what = remedy("db_password")) =>
    `${place} is plaintext: ${reason}. ${what}`;

const base: Stack = { task: { type: "aws:glue/job:Job", props: { roleArn: "glue" } } };

const withProps = (props: object) => changeStack(base, { task: { props: { ...props } } });
const withArguments = (defaultArguments: unknown) => withProps({ defaultArguments });

const withType = (type: string, props: object) =>
    changeStack({}, { task: { type, props: { ...props } } });
const withConnection = (connectionProperties: unknown) =>
    withType("aws:glue/connection:Connection", { connectionProperties });
const withTrigger = (actions: unknown) => withType("aws:glue/trigger:Trigger", { actions });

const URL = "jdbc:postgresql://db.example:5432/app";

describePolicy("glue-job-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "a job without arguments", stack: base },
        {
            name: "arguments that Glue itself reads",
            stack: withArguments({
                "--TempDir": "s3://web-temporary/glue/",
                "--additional-python-modules": "requests==2.31.0,tokenizers==0.15.0",
                "--conf": "spark.sql.shuffle.partitions=8 --conf spark.authenticate=true",
                "--customer-driver-env-vars": "STAGE=prod,REGION=us-east-1",
                "--enable-metrics": "true",
                "--encryption-type": "sse-s3",
                "--job-bookmark-option": "job-bookmark-enable",
            }),
        },
        {
            name: "the name of a secret",
            stack: withArguments({ "--secret_name": "web-db", "--db_password_secret_name": "web" }),
        },
        {
            name: "ordinary JSON in an argument",
            stack: withArguments({ "--config": '{"table":"orders","tokenColumn":"token"}' }),
        },
        {
            name: "a connection that names a secret",
            stack: withConnection({ JDBC_CONNECTION_URL: URL, SECRET_ID: "web-db" }),
        },
        {
            name: "a connection whose URL takes user and password from a secret",
            stack: withConnection({
                CONNECTOR_CLASS_NAME: "net.snowflake.client.jdbc.SnowflakeDriver",
                JDBC_CONNECTION_URL:
                    "jdbc:snowflake://db.example/?user=${user}&password=${password}",
                SECRET_ID: "prod/web/db",
            }),
        },
        {
            name: "a connection that speaks of how it signs in",
            stack: withConnection({
                JDBC_ENFORCE_SSL: "true",
                KAFKA_SASL_MECHANISM: "SCRAM-SHA-512",
                KAFKA_CLIENT_KEYSTORE: "s3://web-keys/client.jks",
            }),
        },
        {
            name: "a password that Glue has encrypted",
            stack: withConnection({ ENCRYPTED_PASSWORD: VALUE, USERNAME: "app" }),
        },
        {
            name: "what Glue puts into a secret itself",
            stack: withType("aws:glue/connection:Connection", {
                authenticationConfiguration: {
                    authenticationType: "BASIC",
                    basicAuthenticationCredentials: { username: "app", password: VALUE },
                },
            }),
        },
        {
            name: "a trigger that starts a job and a crawler",
            stack: withTrigger([
                { jobName: "load", arguments: { "--day": "1" } },
                { crawlerName: "orders" },
            ]),
        },
        { name: "arguments that are not there", stack: withArguments(null) },
    ],
    invalid: [
        {
            name: "a password in an argument",
            stack: withArguments({ "--db_password": VALUE }),
            messages: [stop("defaultArguments --db_password")],
        },
        {
            name: "a password in an argument that no run may override",
            stack: withProps({ nonOverridableArguments: { "--db_password": VALUE } }),
            messages: [stop("nonOverridableArguments --db_password")],
        },
        {
            name: "a URL that carries a password",
            stack: withArguments({ "--source": `postgresql://app:${VALUE}@db.example/app` }),
            messages: [
                stop(
                    "defaultArguments --source",
                    "its value is a URL that carries a password",
                    remedy("source"),
                ),
            ],
        },
        {
            name: "a setting of Spark",
            stack: withArguments({ "--conf": `spark.a=b --conf spark.db.password=${VALUE}` }),
            messages: [
                stop(
                    "defaultArguments --conf spark.db.password",
                    PASSWORD,
                    remedy("spark_db_password"),
                ),
            ],
        },
        {
            name: "a variable of the driver",
            stack: withArguments({
                "--customer-driver-env-vars": `STAGE=prod,DB_PASSWORD=${VALUE}`,
            }),
            messages: [stop("defaultArguments --customer-driver-env-vars DB_PASSWORD")],
        },
        {
            name: "a field of JSON in an argument",
            stack: withArguments({ "--config": JSON.stringify({ db_password: VALUE }) }),
            messages: [stop("defaultArguments --config db_password")],
        },
        {
            name: "an argument that a trigger passes",
            stack: withTrigger([
                { jobName: "load" },
                { jobName: "load", arguments: { "--db_password": VALUE } },
            ]),
            messages: [stop("actions[1].arguments --db_password")],
        },
        {
            name: "the password of a connection",
            stack: withConnection({
                JDBC_CONNECTION_URL: URL,
                USERNAME: "app",
                PASSWORD: VALUE,
            }),
            messages: [stop("connectionProperties PASSWORD", PASSWORD, CONNECT)],
        },
        {
            name: "a field of JSON in a connection",
            stack: withConnection({ SparkProperties: JSON.stringify({ password: VALUE }) }),
            messages: [stop("connectionProperties SparkProperties password", PASSWORD, CONNECT)],
        },
    ],
    unknown: [
        {
            name: "arguments that are not known yet",
            stack: withArguments(UNKNOWN),
            messages: ["undetermined: defaultArguments: is not known yet. It is judged at update."],
        },
        {
            name: "a password that is not known yet",
            stack: withArguments({ "--db_password": UNKNOWN, "--conf": UNKNOWN }),
            messages: [
                `defaultArguments --db_password is undetermined: ${PASSWORD}, and its value is not ` +
                    `known yet. ${remedy("db_password")}`,
            ],
        },
        {
            name: "actions that are not known yet",
            stack: withTrigger(UNKNOWN),
            messages: ["undetermined: actions: is not known yet. It is judged at update."],
        },
        {
            name: "arguments of a wrong type, which AWS refuses",
            stack: withArguments([VALUE]),
            messages: [
                "undetermined: defaultArguments: cannot be read: it is not a record of names and values. Give what the service takes.",
            ],
        },
    ],
});

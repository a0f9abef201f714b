import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";
const PASSWORD = "its name reads as a password";

const ENVIRONMENT = "aws:elasticbeanstalk:application:environment";
const SECRETS = "aws:elasticbeanstalk:application:environmentsecrets";
const JVM = "aws:elasticbeanstalk:container:tomcat:jvmoptions";

const remedy = (variable: string) =>
    `Give {"namespace":"${SECRETS}","name":"${variable}","value":"<ARN of a secret or parameter>"} ` +
    "in place of it, and allow the instance profile to read it.";

const stop = (namespace: string, name: string, variable = name) =>
    `settings: ${namespace} ${name} is plaintext: ${PASSWORD}. ${remedy(variable)}`;

const base: Stack = {
    task: { type: "aws:elasticbeanstalk/environment:Environment", props: { application: "web" } },
};

const withSettings = (settings: unknown) => changeStack(base, { task: { props: { settings } } });
const withSetting = (namespace: unknown, name: unknown, value: unknown) =>
    withSettings([{ namespace, name, value }]);
const withVariable = (name: string, value: unknown) => withSetting(ENVIRONMENT, name, value);

const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

describePolicy("elasticbeanstalk-environment-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "an environment without settings", stack: base },
        { name: "an ordinary variable", stack: withVariable("LOG_LEVEL", "info") },
        { name: "a length that speaks of passwords", stack: withVariable("PASSWORD_LENGTH", "12") },
        { name: "a variable without a value", stack: withVariable("DB_PASSWORD", "") },
        {
            name: "a variable that Elastic Beanstalk reads from a secret",
            stack: withSetting(SECRETS, "DB_PASSWORD", arn),
        },
        {
            name: "a secret whose ARN is not known yet",
            stack: withSetting(SECRETS, "DB_PASSWORD", UNKNOWN),
        },
        {
            name: "a secret of a name that is no ARN, which Elastic Beanstalk refuses",
            stack: withSetting(SECRETS, "DB_PASSWORD", "web-db"),
        },
        {
            name: "a reference that AWS resolves",
            stack: withSetting(
                "aws:rds:dbinstance",
                "DBPassword",
                "{{resolve:secretsmanager:prod/web/db}}",
            ),
        },
        {
            name: "the name of a key pair, and the ids of certificates",
            stack: withSettings([
                {
                    namespace: "aws:autoscaling:launchconfiguration",
                    name: "EC2KeyName",
                    value: "web",
                },
                {
                    namespace: "aws:elb:listener:443",
                    name: "SSLCertificateId",
                    value: "arn:aws:acm:us-east-1:123456789012:certificate/web",
                },
            ]),
        },
        {
            name: "ordinary options of a virtual machine",
            stack: withSetting(JVM, "JVM Options", "-Xmx512m -Duser.timezone=UTC"),
        },
        { name: "settings that are not there", stack: withSettings(null) },
    ],
    invalid: [
        {
            name: "a password in a variable",
            stack: withVariable("DB_PASSWORD", VALUE),
            messages: [stop(ENVIRONMENT, "DB_PASSWORD")],
        },
        {
            name: "a harmless name whose value carries a password",
            stack: withVariable("DATABASE", `postgres://app:${VALUE}@db.example/app`),
            messages: [
                `settings: ${ENVIRONMENT} DATABASE is plaintext: its value is a URL that carries a ` +
                    `password. ${remedy("DATABASE")}`,
            ],
        },
        {
            name: "the password of a database that belongs to the environment",
            stack: withSetting("aws:rds:dbinstance", "DBPassword", VALUE),
            messages: [stop("aws:rds:dbinstance", "DBPassword")],
        },
        {
            name: "an option of a virtual machine",
            stack: withSetting(JVM, "JVM Options", `-Xmx512m -Ddb.password=${VALUE}`),
            messages: [stop(JVM, "db.password", "DB_PASSWORD")],
        },
        {
            name: "a secret that stands where its ARN should",
            stack: withSetting(SECRETS, "DATABASE", `postgres://app:${VALUE}@db.example/app`),
            messages: [
                `settings: ${SECRETS} DATABASE is plaintext: its value is a URL that carries a ` +
                    `password. ${remedy("DATABASE")}`,
            ],
        },
        {
            name: "a template of environments",
            stack: changeStack(withVariable("DB_PASSWORD", VALUE), {
                task: { type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate" },
            }),
            messages: [stop(ENVIRONMENT, "DB_PASSWORD")],
        },
    ],
    unknown: [
        {
            name: "settings that are not known yet",
            stack: withSettings(UNKNOWN),
            messages: ["undetermined: settings: is not known yet. It is judged at update."],
        },
        {
            name: "a setting that is not known yet",
            stack: withSettings([UNKNOWN]),
            messages: [
                "undetermined: an entry of settings: is not known yet. It is judged at update.",
            ],
        },
        {
            name: "a password that is not known yet",
            stack: withVariable("DB_PASSWORD", UNKNOWN),
            messages: [
                `settings: ${ENVIRONMENT} DB_PASSWORD is undetermined: ${PASSWORD}, and its value is ` +
                    `not known yet. ${remedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a namespace that is not known yet: it may be that of secrets",
            stack: withSetting(UNKNOWN, "DB_PASSWORD", VALUE),
            messages: [
                `settings DB_PASSWORD is undetermined: ${PASSWORD}, and its value is not known yet. ` +
                    remedy("DB_PASSWORD"),
            ],
        },
        {
            name: "settings of a wrong type, which AWS refuses",
            stack: withSettings({ DB_PASSWORD: VALUE }),
            messages: [
                "undetermined: settings: cannot be read: it is not a list of settings. Give what the service takes.",
            ],
        },
        {
            name: "a setting without a name",
            stack: withSettings([VALUE]),
            messages: [
                "undetermined: an entry of settings: cannot be read: it is not a name and a text. Give what the service takes.",
            ],
        },
    ],
});

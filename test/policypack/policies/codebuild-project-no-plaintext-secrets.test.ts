import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const remedy = (variable: string) =>
    `Store it in AWS Secrets Manager, give {"name":"${variable}","value":"<name of the secret>",` +
    '"type":"SECRETS_MANAGER"}, and allow the project\'s service role ' +
    "secretsmanager:GetSecretValue on it; a parameter takes PARAMETER_STORE and ssm:GetParameters.";

const specRemedy = (variable: string) =>
    `Store it in AWS Secrets Manager, write env: secrets-manager: ${variable}: <name of the ` +
    "secret>:<JSON key> in the build spec, allow the project's service role " +
    `secretsmanager:GetSecretValue on it, and let the commands read $${variable}.`;

const connect =
    "Give the address alone, and let aws.codebuild.SourceCredential or a connection hold what it " +
    "takes to read from it.";

const PASSWORD = "its name reads as a password";

const base: Stack = {
    task: {
        type: "aws:codebuild/project:Project",
        props: { source: { type: "CODEPIPELINE", buildspec: "ci/buildspec.yml" } },
    },
};

const withProps = (props: object) => changeStack(base, { task: { props: { ...props } } });
const withVariables = (environmentVariables: unknown) =>
    withProps({ environment: { image: "aws/codebuild/standard:7.0", environmentVariables } });
const withVariable = (name: unknown, value: unknown, type?: unknown) =>
    withVariables([{ name, value, ...(type !== undefined && { type }) }]);
const withSpec = (buildspec: unknown) => withProps({ source: { type: "NO_SOURCE", buildspec } });

/** A build spec as it should be: what it names is stored elsewhere. */
const SPEC = `version: 0.2
env:
  shell: bash
  variables:
    NODE_ENV: production
    PASSWORD_MIN_LENGTH: "12"
  parameter-store:
    # not a path, and the name of a parameter all the same
    DB_PASSWORD: web-database-password

    NPM_TOKEN: npm-token
  secrets-manager:
    API_KEY: prod/web:apiKey
  exported-variables:
    - DB_PASSWORD
phases:
  pre_build:
    commands:
      - aws ecr get-login-password --region $AWS_REGION | docker login --username AWS --password-stdin $REGISTRY
      - npm config set //packages.example/:_authToken=$NPM_TOKEN
  build:
    commands:
      - docker build --build-arg VERSION=1.2.3 -t web .
`;

describePolicy("codebuild-project-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "a project without variables", stack: base },
        { name: "an ordinary setting", stack: withVariable("STAGE", "prod", "PLAINTEXT") },
        {
            name: "the name of a parameter under the name of a password",
            stack: withVariable("DB_PASSWORD", "web-database-password", "PARAMETER_STORE"),
        },
        {
            name: "the name of a secret under the name of a password",
            stack: withVariable("DB_PASSWORD", "web:password::", "SECRETS_MANAGER"),
        },
        {
            name: "the name of a secret that is not known yet",
            stack: withVariable("DB_PASSWORD", UNKNOWN, "SECRETS_MANAGER"),
        },
        {
            name: "an ARN under the name of a token",
            stack: withVariable(
                "NPM_TOKEN",
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:npm-AbCdEf",
            ),
        },
        { name: "the id of an account", stack: withVariable("AWS_ACCOUNT_ID", "123456789012") },
        { name: "the id of a secret", stack: withVariable("SONAR_TOKEN_SECRET_ID", "ci/sonar") },
        { name: "a password that is empty", stack: withVariable("DB_PASSWORD", "") },
        { name: "a build spec that names where secrets are stored", stack: withSpec(SPEC) },
        {
            name: "the same in flow style",
            stack: withSpec("version: 0.2\nenv:\n  secrets-manager: {DB_PASSWORD: web-password}\n"),
        },
        {
            name: "a build spec in JSON that names where secrets are stored",
            stack: withSpec(
                JSON.stringify({
                    env: {
                        variables: { STAGE: "prod" },
                        "secrets-manager": { DB_PASSWORD: "web:password" },
                    },
                    phases: { build: { commands: ['mysql --password="$DB_PASSWORD" < a.sql'] } },
                }),
            ),
        },
        {
            name: "the ARN of a build spec",
            stack: withSpec("arn:aws:s3:::ci-example/buildspec.yml"),
        },
        {
            name: "an address without a password",
            stack: withProps({ source: { location: "https://git.example/web.git" } }),
        },
        { name: "no source", stack: withProps({ source: null, secondarySources: null }) },
    ],
    invalid: [
        ...[undefined, "PLAINTEXT"].map((type) => ({
            name: `a password of type ${type ?? "PLAINTEXT by default"}`,
            stack: withVariable("DB_PASSWORD", VALUE, type),
            messages: [
                `environment DB_PASSWORD is plaintext: ${PASSWORD}. ${remedy("DB_PASSWORD")}`,
            ],
        })),
        {
            name: "a password where the name of a parameter belongs",
            stack: withVariable(
                "DATABASE",
                `postgres://app:${VALUE}@db.example`,
                "PARAMETER_STORE",
            ),
            messages: [
                "environment DATABASE is plaintext: its value is a URL that carries a password. " +
                    remedy("DATABASE"),
            ],
        },
        {
            name: "a variable that a build spec sets",
            stack: withSpec(`version: 0.2\nenv:\n  variables:\n    DB_PASSWORD: ${VALUE}\n`),
            messages: [
                `source.buildspec DB_PASSWORD is plaintext: ${PASSWORD}. ${specRemedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "an option of a command of a build spec, whatever its lines are called",
            stack: withSpec(
                `version: 0.2\nphases:\n  build:\n    commands:\n      secrets-manager:\n` +
                    `      - deploy --db-password ${VALUE}\n`,
            ),
            messages: [
                `source.buildspec db-password is plaintext: ${PASSWORD}. ${specRemedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a command of a build spec in JSON",
            stack: withSpec(
                JSON.stringify({
                    phases: { build: { commands: [`export DB_PASSWORD=${VALUE}`] } },
                }),
            ),
            messages: [
                `source.buildspec DB_PASSWORD is plaintext: ${PASSWORD}. ${specRemedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "the address of a second source that carries a password",
            stack: withProps({
                secondarySources: [{ location: `https://ci:${VALUE}@git.example/lib.git` }],
            }),
            messages: [
                "secondarySources[0].location is plaintext: its value is a URL that carries a " +
                    `password. ${connect}`,
            ],
        },
    ],
    unknown: [
        {
            name: "a password that is not known yet",
            stack: withVariable("DB_PASSWORD", UNKNOWN),
            messages: [
                `environment DB_PASSWORD is undetermined: ${PASSWORD}, and its value is not known ` +
                    `yet. ${remedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a password whose type is not known yet",
            stack: withVariable("DB_PASSWORD", VALUE, UNKNOWN),
            messages: [
                `environment DB_PASSWORD is undetermined: ${PASSWORD}, and its value is not known ` +
                    `yet. ${remedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "variables, one variable, a source and a build spec that are not known yet",
            stack: withProps({
                environment: { environmentVariables: [UNKNOWN] },
                source: { buildspec: UNKNOWN },
                secondarySources: UNKNOWN,
            }),
            messages: ["an entry of environment", "source.buildspec", "secondarySources"].map(
                (path) => `undetermined: ${path}: is not known yet. It is judged at update.`,
            ),
        },
        {
            name: "variables of wrong types, which AWS refuses",
            stack: withVariables([VALUE, { name: 7, value: VALUE }, null]),
            messages: [
                "undetermined: an entry of environment: cannot be read: it is not a name and a " +
                    "text. Give what the service takes.",
            ],
        },
    ],
});

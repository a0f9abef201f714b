import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const remedy = (name: string) =>
    `Store it as a SecureString named /amplify/<app id>/<branch>/${name}, which a build finds in the ` +
    "JSON of its variable secrets, or in AWS Secrets Manager, and let the compute role read it at " +
    "run time.";

const stop = (path: string, name: string, reason = "its name reads as a password") =>
    `${path} ${name} is plaintext: ${reason}. ${remedy(name)}`;

const base: Stack = { task: { type: "aws:amplify/app:App", props: { name: "web" } } };

const withProps = (props: object) => changeStack(base, { task: { props: { ...props } } });
const withVariables = (environmentVariables: unknown) => withProps({ environmentVariables });

const withBuild = (...commands: string[]) =>
    withProps({
        buildSpec: [
            "version: 1",
            "frontend:",
            "  phases:",
            "    build:",
            "      commands:",
            ...commands.map((command) => `        - ${command}`),
            "  artifacts:",
            "    baseDirectory: build",
        ].join("\n"),
    });

describePolicy("amplify-app-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "an app without variables", stack: base },
        {
            name: "variables that Amplify itself reads",
            stack: withVariables({
                _LIVE_UPDATES: '[{"pkg":"node","type":"nvm","version":"20"}]',
                _BUILD_TIMEOUT: "30",
                AMPLIFY_DIFF_DEPLOY: "false",
                AMPLIFY_USERPOOL_ID: "us-east-1_AbCdEfGhI",
                AMPLIFY_MONOREPO_APP_ROOT: "apps/web",
            }),
        },
        {
            name: "variables that are made for browsers: their names say so",
            stack: withVariables({
                NEXT_PUBLIC_API_KEY: VALUE,
                REACT_APP_MAPS_KEY: VALUE,
                VITE_STRIPE_PUBLISHABLE_KEY: VALUE,
            }),
        },
        {
            name: "the name of a secret that is read at run time",
            stack: withVariables({ API_TOKEN_SECRET_NAME: "prod/web/api" }),
        },
        {
            name: "a build that passes a variable on",
            stack: withBuild("npm ci", 'echo "API_TOKEN=$API_TOKEN" >> .env', "npm run build"),
        },
        {
            name: "a build with ordinary options",
            stack: withBuild("npm run build -- --mode production"),
        },
        {
            name: "credentials of the site's own sign-in, which Amplify takes in no other way",
            stack: withProps({ enableBasicAuth: true, basicAuthCredentials: VALUE }),
        },
        {
            name: "properties that are not there",
            stack: withProps({ environmentVariables: null, autoBranchCreationConfig: null }),
        },
    ],
    invalid: [
        {
            name: "a password in a variable",
            stack: withVariables({ DB_PASSWORD: VALUE }),
            messages: [stop("environmentVariables", "DB_PASSWORD")],
        },
        {
            name: "the secret of a client, by the name that Amplify's documentation gives it",
            stack: withVariables({ AMPLIFY_FACEBOOK_CLIENT_SECRET: VALUE }),
            messages: [
                stop(
                    "environmentVariables",
                    "AMPLIFY_FACEBOOK_CLIENT_SECRET",
                    "its name reads as a secret",
                ),
            ],
        },
        {
            name: "a public name whose value carries a password: every visitor would read it",
            stack: withVariables({ NEXT_PUBLIC_DB: `postgres://app:${VALUE}@db.example/app` }),
            messages: [
                stop(
                    "environmentVariables",
                    "NEXT_PUBLIC_DB",
                    "its value is a URL that carries a password",
                ),
            ],
        },
        {
            name: "a variable of a branch",
            stack: changeStack(withVariables({ DB_PASSWORD: VALUE }), {
                task: { type: "aws:amplify/branch:Branch" },
            }),
            messages: [stop("environmentVariables", "DB_PASSWORD")],
        },
        {
            name: "a variable of branches to come",
            stack: withProps({
                autoBranchCreationConfig: { environmentVariables: { DB_PASSWORD: VALUE } },
            }),
            messages: [stop("autoBranchCreationConfig.environmentVariables", "DB_PASSWORD")],
        },
        {
            name: "a variable of a command of the build",
            stack: withBuild("npm ci", `DB_PASSWORD=${VALUE} npm run build`),
            messages: [stop("buildSpec", "DB_PASSWORD")],
        },
    ],
    unknown: [
        {
            name: "variables that are not known yet",
            stack: withVariables(UNKNOWN),
            messages: [
                "undetermined: environmentVariables: is not known yet. It is judged at update.",
            ],
        },
        {
            name: "a password that is not known yet",
            stack: withVariables({ DB_PASSWORD: UNKNOWN, STAGE: UNKNOWN }),
            messages: [
                "environmentVariables DB_PASSWORD is undetermined: its name reads as a password, and " +
                    `its value is not known yet. ${remedy("DB_PASSWORD")}`,
            ],
        },
        {
            name: "a build spec that is not known yet",
            stack: withProps({ buildSpec: UNKNOWN }),
            messages: ["undetermined: buildSpec: is not known yet. It is judged at update."],
        },
        {
            name: "variables of a wrong type, which AWS refuses",
            stack: withVariables([VALUE]),
            messages: [
                "undetermined: environmentVariables: cannot be read: it is not a record of names and values. Give what the service takes.",
            ],
        },
    ],
});

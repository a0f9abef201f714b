import { DEFERRED } from "../../../../core";
import { container, parameterArn, secretArn } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const SHOWS = "plaintext shows to everybody who may describe the task definition.";
const reference = (name: string): Told => [
    `containers.web.environment.${name}`,
    "is the ARN of a secret: the application would get the ARN, not the secret",
    "Move it to the container's secrets, where it is resolved.",
];
const arn = secretArn("db-AbCdEf");
const router = (options: object) =>
    container({ firelensConfiguration: { type: "fluentbit", options } });

describe("findServiceFindings, of plaintext, finds", () => {
    const rows: Row[] = [
        [
            "nothing in the ARN of a secret under a name that asks for it",
            container({
                environment: { DB_PASSWORD_ARN: arn, SECRET_ID: arn, DB_SECRET_NAME: arn },
            }),
        ],
        [
            "nothing in it under a name that may ask for the secret or for which one it is",
            container({ environment: { DB_SECRET: arn, SECRETS: parameterArn("a") } }),
        ],
        [
            "nothing in such an ARN under a name that asks for no secret",
            container({ environment: { TARGET: arn } }),
        ],
        [
            "nothing in the ARN of something else",
            container({ environment: { DB_PASSWORD: "arn:aws:s3:::b" } }),
        ],
        [
            "nothing in the name of a parameter",
            container({ environment: { DB_PASSWORD: "/web/db" } }),
        ],
        [
            "the ARN of a secret under a name that asks for the secret",
            container({ environment: { DB_PASSWORD: arn } }),
            reference("DB_PASSWORD"),
        ],
        [
            "the ARN of a parameter, and one with a JSON key, in the same way",
            container({ environment: { API_KEY: parameterArn("a"), SECRET: `${arn}:key::` } }),
            reference("API_KEY"),
            reference("SECRET"),
        ],
        ["nothing in labels", container({ dockerLabels: { team: "web", token: DEFERRED } })],
        [
            "a secret in a label",
            container({ dockerLabels: { "db.password": "canary-0000" } }),
            [
                "containers.web.dockerLabels.db.password",
                "is plaintext: its name reads as a password",
                `Remove the label, into which nothing can be injected: ${SHOWS}`,
            ],
        ],
        ["nothing in options of a log router", router({ "enable-ecs-log-metadata": "true" })],
        [
            "a secret in the options of a log router",
            router({ "api-key": "canary-0000" }),
            [
                "containers.web.firelensConfiguration.options.api-key",
                "is plaintext: its name reads as an API key",
                `Let the router's own configuration read a variable under the container's secrets: ${SHOWS}`,
            ],
        ],
    ];
    itFinds(rows);
});

import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";
const PASSWORD = "its name reads as a password";

const READ =
    "Pass the ARN of a secret, and let the target read it with GetSecretValue: whoever may read " +
    "the target reads what is passed.";
const CONNECTION =
    "Move it to the connection of the API destination (authParameters of " +
    "aws.cloudwatch.EventConnection), which EventBridge keeps in AWS Secrets Manager.";
const INJECT =
    "Take it out of the override, and name it under secrets of the container definition: " +
    '{"name":"DB_PASSWORD","valueFrom":"<ARN of a secret or parameter>"}.';
const READ_VARIABLE =
    "Take it out of the command, name it under secrets of the container definition, " +
    '{"name":"DB_PASSWORD","valueFrom":"<ARN of a secret or parameter>"}, and read that variable.';

const stop = (place: string, remedy = READ, reason = PASSWORD) =>
    `${place} is plaintext: ${reason}. ${remedy}`;

const undetermined = (name: string) =>
    `input ${name} is undetermined: ${PASSWORD}, and its value is not known yet. ${READ}`;

const base: Stack = { task: { type: "aws:cloudwatch/eventTarget:EventTarget", props: {} } };

const withProps = (props: object) => changeStack(base, { task: { props: { ...props } } });
const withInput = (input: unknown) => withProps({ input });
const withTemplate = (inputTemplate: unknown) => withProps({ inputTransformer: { inputTemplate } });
const withSchedule = (target: unknown) =>
    changeStack({}, { task: { type: "aws:scheduler/schedule:Schedule", props: { target } } });

const overriding = (override: object) =>
    JSON.stringify({ containerOverrides: [{ name: "web", ...override }] });

const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

describePolicy("events-target-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "a target that gets the event as it is", stack: base },
        { name: "an ordinary input", stack: withInput('{"job":"nightly","limit":100}') },
        { name: "the ARN of a secret", stack: withInput(JSON.stringify({ password: arn })) },
        { name: "the name of a secret", stack: withInput('{"SecretId":"prod/web/db"}') },
        {
            name: "an ordinary override of a task",
            stack: withInput(overriding({ command: ["run", "--password-file", "/run/db"] })),
        },
        {
            name: "variables of a build that AWS CodeBuild reads from a store",
            stack: withInput(
                JSON.stringify({
                    environmentVariablesOverride: [
                        { name: "DB_PASSWORD", value: "web-db", type: "SECRETS_MANAGER" },
                        { name: "API_TOKEN", value: "web-token", type: "PARAMETER_STORE" },
                    ],
                }),
            ),
        },
        ...[
            '{"token": <token>, "state": "<state>", "password": "<password>"}',
            '{"url": "https://app:<password>@api.example/"}',
            '"<instance> is <state>"\n"see <url>"',
        ].map((template) => ({
            name: `a template that the event fills: ${JSON.stringify(template)}`,
            stack: withTemplate(template),
        })),
        {
            name: "ordinary headers of a request",
            stack: withProps({ httpTarget: { headerParameters: { "X-Team": "payments" } } }),
        },
        {
            name: "what makes a request count once",
            stack: withSchedule({ input: '{"ClientToken":"nightly-orders"}' }),
        },
        {
            name: "ordinary tags of a task",
            stack: withProps({ ecsTarget: { taskDefinitionArn: "web", tags: { team: "web" } } }),
        },
        {
            name: "a schedule that says when it ran",
            stack: withSchedule({ input: '{"token":"<aws.scheduler.execution-id>"}' }),
        },
        { name: "a schedule that sends a text", stack: withSchedule({ input: "run it now" }) },
        {
            name: "properties that are not there",
            stack: withProps({ input: null, inputTransformer: null, httpTarget: undefined }),
        },
    ],
    invalid: [
        {
            name: "a password in an input",
            stack: withInput(JSON.stringify({ db: { password: VALUE } })),
            messages: [stop("input: db password")],
        },
        {
            name: "a variable of a task",
            stack: withInput(overriding({ environment: [{ name: "DB_PASSWORD", value: VALUE }] })),
            messages: [stop("input: containerOverrides[0].environment DB_PASSWORD", INJECT)],
        },
        {
            name: "an option of a task's command",
            stack: withInput(overriding({ command: ["migrate", "--db-password", VALUE] })),
            messages: [stop("input: containerOverrides[0].command db-password", READ_VARIABLE)],
        },
        {
            name: "a variable of a build that is not read from a store",
            stack: withInput(
                JSON.stringify({
                    environmentVariablesOverride: [
                        { name: "DB_PASSWORD", value: VALUE, type: "PLAINTEXT" },
                    ],
                }),
            ),
            messages: [stop("input: environmentVariablesOverride DB_PASSWORD")],
        },
        {
            name: "a password in a template, beside placeholders without quotes",
            stack: withTemplate(`{"id": <id>, "note": "a \\" <b", "password": "${VALUE}"}`),
            messages: [stop("inputTransformer.inputTemplate password")],
        },
        {
            name: "a word of a template that is no JSON",
            stack: withTemplate(`curl --password ${VALUE} <url>`),
            messages: [stop("inputTransformer.inputTemplate password")],
        },
        {
            name: "a header that signs a request in",
            stack: withProps({
                httpTarget: { headerParameters: { Authorization: `Bearer ${VALUE}` } },
            }),
            messages: [
                stop(
                    "httpTarget.headerParameters Authorization",
                    CONNECTION,
                    "its value is an authorization header",
                ),
            ],
        },
        {
            name: "a password in the query of a request",
            stack: withProps({ httpTarget: { queryStringParameters: { password: VALUE } } }),
            messages: [stop("httpTarget.queryStringParameters password", CONNECTION)],
        },
        {
            name: "a parameter of a pipeline",
            stack: withProps({
                sagemakerPipelineTarget: {
                    pipelineParameterLists: [{ name: "DbPassword", value: VALUE }],
                },
            }),
            messages: [stop("sagemakerPipelineTarget.pipelineParameterLists DbPassword")],
        },
        {
            name: "a variable of a scheduled task",
            stack: withSchedule({
                input: overriding({ environment: [{ name: "DB_PASSWORD", value: VALUE }] }),
            }),
            messages: [stop("target.input: containerOverrides[0].environment DB_PASSWORD", INJECT)],
        },
        {
            name: "a request that a schedule makes of a service",
            stack: withSchedule({
                arn: "arn:aws:scheduler:::aws-sdk:rds:modifyDBInstance",
                input: JSON.stringify({ DbInstanceIdentifier: "web", MasterUserPassword: VALUE }),
            }),
            messages: [stop("target.input MasterUserPassword")],
        },
        {
            name: "a tag of a scheduled task",
            stack: withSchedule({ ecsParameters: { tags: { "db-password": VALUE } } }),
            messages: [stop("target.ecsParameters.tags db-password")],
        },
    ],
    unknown: [
        {
            name: "an input that is not known yet",
            stack: withInput(UNKNOWN),
            messages: ["undetermined: input: is not known yet. It is judged at update."],
        },
        {
            name: "an input of a schedule that is not known yet",
            stack: withSchedule({ input: UNKNOWN }),
            messages: ["undetermined: target.input: is not known yet. It is judged at update."],
        },
        {
            name: "a password that is not known yet",
            stack: withInput(`{"password": "${UNKNOWN}", "count": "${UNKNOWN}"}`),
            messages: [undetermined("password")],
        },
        {
            name: "a password that is not known yet, and has no quotes",
            stack: withInput(`{"password": ${UNKNOWN}, "count": ${UNKNOWN}}`),
            messages: [undetermined("password")],
        },
        ...[`{"password": ${VALUE}`, [VALUE], 471147].map((input) => ({
            name: `an input that is no JSON: ${typeof input}`,
            stack: withInput(input),
            messages: [
                "undetermined: input: cannot be read: it is not JSON. Give what the service takes.",
            ],
        })),
        {
            name: "an ECS target of a wrong type",
            stack: withProps({ ecsTarget: VALUE }),
            messages: [
                "undetermined: ecsTarget.tags: cannot be read: it is not a record of names and " +
                    "values. Give what the service takes.",
            ],
        },
    ],
});

import { changeStack, type Stack } from "../../support/pack-stack";
import { describePolicy } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";
const PASSWORD = "its name reads as a password";

const READ =
    "Pass the ARN of a secret, and let the target read it with GetSecretValue: the definition and " +
    "the history of every execution show what is passed.";

const stop = (place: string, reason = PASSWORD) => `${place} is plaintext: ${reason}. ${READ}`;

const base: Stack = { task: { type: "aws:sfn/stateMachine:StateMachine", props: {} } };

const withDefinition = (definition: unknown) =>
    changeStack(base, { task: { props: { definition } } });

/** A machine with one task, which passes something on. */
const passing = (fields: object, resource = "lambda:invoke") =>
    withDefinition(
        JSON.stringify({
            StartAt: "Run",
            States: {
                Run: {
                    Type: "Task",
                    Resource: `arn:aws:states:::${resource}`,
                    ...fields,
                    End: true,
                },
            },
        }),
    );

const withPayload = (Payload: object) => passing({ Parameters: { FunctionName: "load", Payload } });

const withOverride = (override: object) =>
    passing(
        { Parameters: { Overrides: { ContainerOverrides: [{ Name: "web", ...override }] } } },
        "ecs:runTask.sync",
    );

const withArguments = (Payload: object) =>
    passing({ QueryLanguage: "JSONata", Arguments: { FunctionName: "load", Payload } });

const arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const OVERRIDE = "definition: States.Run.Parameters.Overrides.ContainerOverrides[0]";
const PAYLOAD = "definition: States.Run.Parameters.Payload";

describePolicy("sfn-state-machine-no-plaintext-secrets", {
    values: [VALUE],
    valid: [
        { name: "ordinary fields", stack: withPayload({ table: "orders", retries: 3 }) },
        { name: "the ARN of a secret", stack: withPayload({ password: arn }) },
        { name: "its name", stack: withPayload({ SecretId: "prod/db", TokenPath: "$.token" }) },
        { name: "the token of a request", stack: withPayload({ ClientRequestToken: "orders" }) },
        {
            name: "a field that a path fills: the token of the task",
            stack: withPayload({ "TaskToken.$": "$$.Task.Token", "password.$": "$.password" }),
        },
        {
            name: "a field that a function fills",
            stack: withPayload({ "authorization.$": "States.Format('Bearer {}', $.token)" }),
        },
        {
            name: "fields that JSONata fills",
            stack: withArguments({
                password: "{% $states.input.password %}",
                token: "{% 'Bearer ' & $states.context.Task.Token %}",
                secret: "{%$secret%}",
            }),
        },
        {
            name: "a variable of a task that a path fills",
            stack: withOverride({
                Environment: [
                    { Name: "TASK_TOKEN", "Value.$": "$$.Task.Token" },
                    { Name: "LOG_LEVEL", Value: "info" },
                ],
            }),
        },
        {
            name: "the role that a task assumes under Credentials",
            stack: passing({
                Credentials: { RoleArn: "arn:aws:iam::210987654321:role/loader" },
                Parameters: { FunctionName: "load" },
            }),
        },
        {
            name: "the connection that holds what a request needs",
            stack: passing(
                {
                    Parameters: {
                        ApiEndpoint: "https://api.example/orders",
                        Method: "GET",
                        Authentication: {
                            ConnectionArn:
                                "arn:aws:events:us-east-1:123456789012:connection/api/00000000-0000-4000-8000-000000000001",
                        },
                    },
                },
                "http:invoke",
            ),
        },
        {
            name: "states that are called after secrets, and comments that speak of them",
            stack: withDefinition(
                JSON.stringify({
                    Comment: "Rotates the password",
                    StartAt: "GetPassword",
                    States: {
                        GetPassword: {
                            Type: "Task",
                            Resource: "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue",
                            Parameters: { SecretId: "prod/web/db" },
                            ResultSelector: { "password.$": "$.SecretString" },
                            Next: "SetPassword",
                        },
                        SetPassword: { Type: "Pass", End: true },
                    },
                }),
            ),
        },
        {
            name: "a definition of our component that is not known yet",
            stack: changeStack(withDefinition(UNKNOWN), {
                task: { component: "ecs-secrets:index:SecretInjectedService" },
            }),
        },
        { name: "a machine without a definition", stack: base },
    ],
    invalid: [
        {
            name: "a password in a payload",
            stack: withPayload({ password: VALUE }),
            messages: [stop(`${PAYLOAD} password`)],
        },
        {
            name: "a password that JSONata writes as it is",
            stack: withArguments({ password: `{% '${VALUE}' %}` }),
            messages: [stop("definition: States.Run.Arguments.Payload password")],
        },
        {
            name: "a URL with a password inside of an intrinsic function",
            stack: withPayload({ "url.$": `States.Format('https://app:${VALUE}@{}/', $.host)` }),
            messages: [stop(PAYLOAD, "its value is a URL that carries a password")],
        },
        {
            name: "a header that signs a request in",
            stack: passing(
                { Parameters: { Headers: { Authorization: `Bearer ${VALUE}` } } },
                "http:invoke",
            ),
            messages: [
                stop(
                    "definition: States.Run.Parameters.Headers Authorization",
                    "its value is an authorization header",
                ),
            ],
        },
        {
            name: "the result of a state that passes it on",
            stack: withDefinition(
                JSON.stringify({
                    StartAt: "Set",
                    States: {
                        Set: { Type: "Pass", Result: { dbPassword: VALUE }, End: true },
                    },
                }),
            ),
            messages: [stop("definition: States.Set.Result dbPassword")],
        },
        {
            name: "a variable of a task",
            stack: withOverride({ Environment: [{ Name: "DB_PASSWORD", Value: VALUE }] }),
            messages: [
                `${OVERRIDE}.Environment DB_PASSWORD is plaintext: ${PASSWORD}. Take it out of the ` +
                    "override, and name it under secrets of the container definition: " +
                    '{"name":"DB_PASSWORD","valueFrom":"<ARN of a secret or parameter>"}.',
            ],
        },
        {
            name: "an option of a task's command",
            stack: withOverride({ Command: ["serve", "--db-password", VALUE] }),
            messages: [
                `${OVERRIDE}.Command db-password is plaintext: ${PASSWORD}. Take it out of the ` +
                    "command, name it under secrets of the container definition, " +
                    '{"name":"DB_PASSWORD","valueFrom":"<ARN of a secret or parameter>"}, and read ' +
                    "that variable.",
            ],
        },
    ],
    unknown: [
        ...[UNKNOWN, `{"TimeoutSeconds": ${UNKNOWN}}`].map((definition) => ({
            name: `a definition that is not known yet: ${definition}`,
            stack: withDefinition(definition),
            messages: ["undetermined: definition: is not known yet. It is judged at update."],
        })),
        {
            name: "a password that is not known yet",
            stack: withPayload({ password: UNKNOWN, user: UNKNOWN }),
            messages: [
                `${PAYLOAD} password is undetermined: ${PASSWORD}, and its value is not known yet. ${READ}`,
            ],
        },
        ...[`{"States": ${VALUE}`, [VALUE], 471147].map((definition) => ({
            name: `what is no JSON: ${typeof definition}`,
            stack: withDefinition(definition),
            messages: [
                "undetermined: definition: cannot be read: it is not JSON. Give what the service takes.",
            ],
        })),
    ],
});

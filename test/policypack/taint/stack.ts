import { PLACES } from "../../../policypack/taint/places";
import type { Part, Stack } from "../../support/pack-stack";
import { isSecretMark, secretOf } from "../../support/wire";

export const VALUE = "made-up-value-4711";
export const OTHER = "made-up-other-0815";
export const ACCOUNT = "123456789012";
export const ARN = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:db-AbCdEf`;

export const CONFIG = {
    "project:databasePassword": "made-up-config-23",
    "project:greeting": "made-up-config-42",
    "project:mail": '{"host":"mail.example","token":"made-up-config-99"}',
};

export const UNMARK =
    "If it is no secret, take it from config that is not marked secret, or unwrap it with pulumi.unsecret.";

export const SECRET = "Pulumi holds its value secret";
export const WITHIN = "its value holds a text that Pulumi holds secret";
export const FROM_CONFIG = "its value comes from config that Pulumi holds secret";

/** What is said of a place that no container has. */
export const inPlace = (place: string, why: string, like: Part) => {
    const name = place.slice(place.lastIndexOf(" ") + 1);
    return `${place} is plaintext: ${why}. ${remedyOf(like, name)} ${UNMARK}`;
};

/** What the policy on the place itself advises; that policy's own specification holds the text. */
export const remedyOf = ({ type, props }: Part, name: string) => {
    const plain = Object.entries(props).map(([key, value]) => [
        key,
        isSecretMark(value) ? value.value : value,
    ]);
    const { plaintext } = PLACES[type](Object.fromEntries(plain), "urn::task");
    return plaintext.find((one) => one.name === name)?.remedy;
};

export const inTask = (name: string, why: string) =>
    `container web: environment ${name} is plaintext: ${why}. ` +
    `${remedyOf(untainted({ [name]: "" }), name)} ${UNMARK}`;

export const inFunction = (name: string, why: string) =>
    `environment ${name} is plaintext: ${why}. ` +
    `${remedyOf(lambda({ [name]: "" }), name)} ${UNMARK}`;

export const undecided = (...names: readonly string[]) =>
    "containerDefinitions is held secret by Pulumi, and which part of it is secret cannot be told: " +
    `it may be ${names.map((name) => `container web: environment ${name}`).join(", ")}. ` +
    `Move what is a secret to a secret store. ${UNMARK}`;

export type Variables = Readonly<Record<string, string>>;

export const renderTask = (variables: Variables, secrets: Variables = {}) =>
    JSON.stringify([
        {
            name: "web",
            image: "httpd",
            environment: Object.entries(variables).map(([name, value]) => ({ name, value })),
            secrets: Object.entries(secrets).map(([name, valueFrom]) => ({ name, valueFrom })),
        },
    ]);

/** A task definition that Pulumi holds secret as a whole, since one of its parts is. */
export const tainted = (variables: Variables, secrets?: Variables): Part => ({
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "web", containerDefinitions: secretOf(renderTask(variables, secrets)) },
});

export const untainted = (variables: Variables): Part => ({
    type: "aws:ecs/taskDefinition:TaskDefinition",
    props: { family: "web", containerDefinitions: renderTask(variables) },
});

export const lambda = (variables: unknown): Part => ({
    type: "aws:lambda/function:Function",
    props: { role: "arn:aws:iam::123456789012:role/web", environment: { variables } },
});

export const machine = (userData: unknown): Part => ({
    type: "aws:ec2/instance:Instance",
    props: { userData },
});

export const build = (environmentVariables: unknown): Part => ({
    type: "aws:codebuild/project:Project",
    props: { environment: { environmentVariables } },
});

export const parameter = (value: unknown, type = "SecureString"): Part => ({
    type: "aws:ssm/parameter:Parameter",
    props: { name: "/web/greeting", type, value: secretOf(value) },
});

export const version = (secretString: unknown): Part => ({
    type: "aws:secretsmanager/secretVersion:SecretVersion",
    props: { secretId: ARN, secretString: secretOf(secretString) },
});

export const withParameter = (task: Part, value: unknown = VALUE): Stack => ({
    parameter: parameter(value),
    task,
});

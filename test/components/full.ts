import {
    SecretInjectedService,
    type SecretInjectedServiceArgs,
    type SecretInjectedTaskDefinitionArgs,
} from "../../components";
import { arnOf } from "./api";

/** Values that read as what they are: made up. */
const FULL_VALUES = { value: "made-up-value", first: "made-up-first" };

/** The args of a service that makes a child of every kind. */
export function fullArgs(values = FULL_VALUES): SecretInjectedServiceArgs {
    const { secrets, containers, taskRole } = fullTaskArgs(values);
    return {
        cluster: "web",
        cpu: 256,
        memory: 512,
        networkConfiguration: { subnets: ["subnet-0a"] },
        ...{ secrets, containers, taskRole },
        serviceConnectConfiguration: {
            logConfiguration: {
                logDriver: "splunk",
                secretOptions: { "splunk-token": { value: values.value } },
            },
        },
        redeployOnRotation: true,
    };
}

/** The args of a task definition that makes a child of every kind. */
export function fullTaskArgs(values = FULL_VALUES): SecretInjectedTaskDefinitionArgs {
    return {
        cpu: 256,
        memory: 512,
        secrets: {
            db: { store: "ssm", name: "/web/db", value: values.value },
            rotated: {
                value: values.first,
                rotation: { lambdaArn: arnOf("lambda", "function:rotate") },
            },
        },
        containers: {
            web: {
                image: "httpd",
                secrets: {
                    DB: { secret: "db" },
                    ROTATED: { secret: "rotated" },
                    INLINE: { value: values.value },
                },
                logConfiguration: { logDriver: "awslogs" },
            },
            router: {
                image: "registry.example/router",
                repositoryCredentials: {
                    jsonValue: { username: "made-up", password: values.value },
                },
            },
        },
        taskRole: { readSecrets: [{ secret: "db" }] },
    };
}

/** The program of that service. */
export function fullProgram(
    change: (args: SecretInjectedServiceArgs) => SecretInjectedServiceArgs = (args) => args,
): SecretInjectedService {
    return new SecretInjectedService("web", change(fullArgs()));
}

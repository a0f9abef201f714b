import {
    SecretInjectedService,
    type ContainerArgs,
    type SecretInjectedServiceArgs,
} from "../../components";
import { documentOf } from "../support/recorded";
import type { Recording } from "../support/recording";
import type { Wire } from "../support/wire";

/** The fewest args of a service on container instances. */
export const LEAST = {
    cluster: "api",
    launchType: "EC2",
    networkMode: "bridge",
    containers: { api: { image: "httpd", memory: 64 } },
} satisfies SecretInjectedServiceArgs;

/** Makes the service `api`, with what the container `api` has besides. */
export function apiService(
    container: Partial<ContainerArgs>,
    args: Partial<SecretInjectedServiceArgs> = {},
): SecretInjectedService {
    const containers = { ...args.containers, api: { ...LEAST.containers.api, ...container } };
    return new SecretInjectedService("api", { ...LEAST, ...args, containers });
}

/** What a container definition says of its own accord. */
export const DEFAULT_FIELDS = {
    cpu: 0,
    environment: [],
    essential: true,
    mountPoints: [],
    portMappings: [],
    systemControls: [],
    volumesFrom: [],
};

/** The container definition of the container `api` with nothing besides. */
export const LEAST_DEFINITION = { ...DEFAULT_FIELDS, image: "httpd", memory: 64, name: "api" };

/** The container definitions of the service `api`. */
export function definitionsOf(recording: Recording): Record<string, unknown>[] {
    return documentOf(recording, "api-task", "containerDefinitions") as Record<string, unknown>[];
}

/** The statements of a policy in an input. */
export function statementsOf(
    recording: Recording,
    name = "api-execution-policy",
    property = "policy",
): object[] {
    const { Version, Statement } = documentOf(recording, name, property) as {
        Version: string;
        Statement: object[];
    };
    if (Version !== "2012-10-17") {
        throw new Error(`${name} has version ${Version}`);
    }
    return Statement;
}

/** The logical names of all resources, sorted. */
export function namesOf({ resources }: Recording): string[] {
    return resources.map(({ name }) => name).sort();
}

/** An ARN of the account and region that recorded programs are deployed to. */
export const arnOf = (service: string, resource: string) =>
    `arn:aws:${service}:us-east-1:123456789012:${resource}`;

/** The statement that reads some secrets. */
export const readSecrets = (...resources: string[]) => ({
    Sid: "ReadSecrets",
    Effect: "Allow",
    Action: "secretsmanager:GetSecretValue",
    Resource: resources,
});

/** The statement that reads some parameters. */
export const readParameters = (...resources: string[]) => ({
    Sid: "ReadParameters",
    Effect: "Allow",
    Action: "ssm:GetParameters",
    Resource: resources,
});

/** The statement that decrypts some secrets of the region. */
export const decryptSecrets = (key: string, secrets: string[], sid = "DecryptSecrets") => ({
    Sid: sid,
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: [key],
    Condition: {
        StringEquals: {
            "kms:ViaService": ["secretsmanager.us-east-1.amazonaws.com"],
            "kms:EncryptionContext:SecretARN": secrets,
        },
    },
});

/** The statement that decrypts some parameters of the region. */
export const decryptParameters = (key: string, parameters: string[]) => ({
    Sid: "DecryptParameters",
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: [key],
    Condition: {
        StringEquals: {
            "kms:ViaService": ["ssm.us-east-1.amazonaws.com"],
            "kms:EncryptionContext:PARAMETER_ARN": parameters,
        },
    },
});

/** What is recorded of a child. */
export interface Child {
    readonly inputs: Wire;
    readonly ignoreChanges?: readonly string[];
    readonly retainOnDelete?: true;
}

/** The children whose logical names begin so. */
export function childrenWith(recording: Recording, prefix: string): Record<string, Child> {
    const found = recording.resources.filter(({ name }) => name.startsWith(prefix));
    return Object.fromEntries(
        found.map(({ name, inputs, ignoreChanges, retainOnDelete }) => [
            name,
            {
                inputs,
                ...(ignoreChanges.length > 0 && { ignoreChanges }),
                ...(retainOnDelete && { retainOnDelete }),
            },
        ]),
    );
}

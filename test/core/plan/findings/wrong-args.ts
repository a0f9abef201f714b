import fc from "fast-check";
import { DEFERRED, PARAMETER, RESOURCE } from "../../../../core";
import { names } from "../../../support/arbitraries";

const RECORD = { noNullPrototype: true } as const;
/** Stands in every value, and in no name. */
export const CANARY = "canaryQXZ0000";

const texts = fc.constantFrom(
    ...[CANARY, `${CANARY}:3`, `/${CANARY}//`, `arn:aws:s3:::${CANARY}`, `redis://u:${CANARY}@h`],
    ...[`arn:aws:secretsmanager:eu-west-1:123456789012:secret:x-AbCdEf:${CANARY}`, `a ${CANARY}`],
);
const variables = fc.oneof(names, fc.constantFrom("DB_PASSWORD", "API_KEY", "LOG_LEVEL", "URL"));
/** A record whose keys are names of variables, containers or secrets. */
const record = <T>(values: fc.Arbitrary<T>) =>
    fc.dictionary(variables, values, { ...RECORD, maxKeys: 4 });
const anything = fc.oneof(
    texts,
    fc.constantFrom<unknown>(1, null, [CANARY], { x: CANARY }, DEFERRED, RESOURCE, PARAMETER),
);
/** An object with some of the given properties. */
const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record(fields, { ...RECORD, requiredKeys: [] });
/** Any value for each of the given properties. */
const any = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, anything] as const));
const listOf = (entries: fc.Arbitrary<unknown>) =>
    fc.oneof(fc.array(entries, { maxLength: 3 }), anything);

const newSecrets = some({
    ...any("value", "name", "namePrefix", "kmsKeyId", "store", "arn", "tier", "description"),
    ...any("recoveryWindowInDays", "tags"),
    jsonValue: record(anything),
    generate: some({
        ...any("passwordLength", "jsonKey", "excludeCharacters"),
        jsonValue: record(anything),
    }),
    external: some(any("initialValue")),
    rotation: some(any("lambdaArn", "automaticallyAfterDays", "scheduleExpression", "duration")),
    replicas: listOf(some(any("region", "kmsKeyId"))),
});
const parts = {
    secret: fc.oneof(anything, fc.constantFrom("a", "b")),
    ...any("valueFrom", "kmsKeyId", "versionStage", "versionId"),
};
const references = fc.oneof(anything, some({ ...parts, jsonKey: anything }), newSecrets);
const logs = some({
    logDriver: fc.oneof(anything, fc.constantFrom("splunk", "awsfirelens", "awslogs")),
    options: record(anything),
    secretOptions: record(references),
});
const containers = some({
    ...any("image", "cpu", "memory", "essential", "privileged", "links", "hostname"),
    environment: record(anything),
    dockerLabels: record(anything),
    secrets: record(references),
    jsonSecrets: listOf(some({ ...parts, keys: record(anything) })),
    repositoryCredentials: references,
    environmentFiles: listOf(some(any("value", "kmsKeyId"))),
    portMappings: listOf(some(any("containerPort", "containerPortRange", "hostPort", "name"))),
    dependsOn: listOf(some({ containerName: fc.oneof(variables, anything), condition: anything })),
    mountPoints: listOf(some(any("sourceVolume", "containerPath"))),
    volumesFrom: listOf(some(any("sourceContainer"))),
    linuxParameters: some(any("maxSwap", "tmpfs")),
    logConfiguration: fc.oneof(logs, anything),
    firelensConfiguration: some({ type: anything, options: record(anything) }),
});
const roles = some({
    ...any("existing", "path", "permissionsBoundary", "attachPolicies", "policies", "tags"),
    readSecrets: listOf(references),
});
/** Args of every kind of wrong, whose values all hold the canary and whose names do not. */
export const wrongArgs = some({
    ...any("cluster", "cpu", "memory", "platformVersion", "runtimePlatform", "volumes", "ipcMode"),
    ...any("deploymentController", "redeployOnRotation", "waitForSteadyState", "loadBalancers"),
    launchType: fc.oneof(anything, fc.constantFrom("EC2", "FARGATE")),
    networkMode: fc.oneof(anything, fc.constant("awsvpc")),
    capacityProviderStrategies: listOf(some(any("capacityProvider"))),
    secrets: record(newSecrets),
    containers: fc.oneof({ weight: 9, arbitrary: record(containers) }, anything),
    executionRole: roles,
    taskRole: roles,
    serviceConnectConfiguration: some({ logConfiguration: logs }),
    transform: some(any("service", "secret")),
    logGroup: some(any("kmsKeyId")),
});

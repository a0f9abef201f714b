import type { LogGroup } from "@pulumi/aws/cloudwatch";
import type { TaskDefinition } from "@pulumi/aws/ecs";
import type { Secret } from "@pulumi/aws/secretsmanager";
import type { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import {
    compare,
    findLocationFindings,
    findTaskDefinitionSize,
    planCrossAccountPolicies,
    renderDocument,
    type ContainerDefinition,
    type CrossAccountPolicies,
    type Finding,
    type Reader,
} from "../core";
import { listEnvironmentFiles } from "./environment-files";
import { throwWhenKnown } from "./findings-error";
import { describeReaders, resolveFacts, type TaskFacts } from "./facts";
import { mapValues, resolveInjections, type Injection } from "./injections";
import { createLogGroup } from "./resources/log-group";
import { createTaskDefinition, resolveContainers } from "./resources/task-definition";
import { createExecutionRole } from "./roles/execution-role";
import { planNeededRights } from "./roles/needed-rights";
import type { TaskRole } from "./roles/role";
import { createTaskRole } from "./roles/task-role";
import { narrowGate, type Scope } from "./scope";
import { createSecrets } from "./secrets/create-secrets";
import type { KnownSecret } from "./secrets/known-secret";

/** Everything that a task needs before it can start. */
export interface Task {
    readonly taskDefinition: TaskDefinition;
    readonly executionRole: TaskRole;
    readonly taskRole: TaskRole;
    readonly secrets: Record<string, Parameter | Secret>;
    readonly secretArns: pulumi.Output<Record<string, string>>;
    readonly injections: readonly Injection[];
    readonly logGroup?: LogGroup;
    /** What must exist before a task can start. */
    readonly prerequisites: readonly pulumi.Resource[];
    /** Each changes when the program changes the value of a secret. */
    readonly versions: Record<string, pulumi.Output<string>>;
    readonly executionRolePolicy: pulumi.Output<string>;
    readonly readers: pulumi.Output<Reader[]>;
    readonly crossAccountPolicies: pulumi.Output<CrossAccountPolicies[]>;
    /** The scope of what is created when the plans for the task are found to be possible. */
    readonly planned: Scope;
}

/** Creates everything that a task needs. */
export function createTask(scope: Scope): Task {
    const secrets = createSecrets(scope);
    const injections = resolveInjections(scope, secrets);
    const files = listEnvironmentFiles(scope);
    const logGroup = createLogGroup(scope);
    const facts = resolveFacts(scope.location, injections, files);
    const needed = planNeededRights(scope, injections, files, facts);
    const executionRole = createExecutionRole(scope, needed);
    const taskRole = createTaskRole(scope, secrets);
    const definitions = resolveContainers(scope, injections, logGroup);
    const planned = planGate(
        scope,
        definitions,
        executionRole.findings,
        taskRole.findings,
        findElsewhere(facts, injections),
    );
    const rights = [...executionRole.createRights(planned), ...taskRole.createRights(planned)];
    const taskDefinition = createTaskDefinition(planned, {
        definitions,
        executionRoleArn: executionRole.arn,
        taskRoleArn: taskRole.arn,
    });
    const known = [...Object.values(secrets), ...scope.existing.values()];
    return {
        ...{ taskDefinition, executionRole, taskRole, injections, logGroup, planned },
        secrets: listHolders(secrets),
        secretArns: pulumi.output(mapValues(secrets, ({ arn }) => arn)),
        prerequisites: [
            ...new Set([...rights, ...known.flatMap(({ resource }) => resource ?? [])]),
        ],
        versions: listVersions(secrets, injections),
        executionRolePolicy: (needed?.document ?? pulumi.output(renderDocument([]))).apply(
            (document) => JSON.stringify(document),
        ),
        readers: facts.apply((known) => describeReaders(known, injections, files)),
        crossAccountPolicies: facts.apply(({ injected, location }) =>
            executionRole.arn.apply((arn) => planCrossAccountPolicies(injected, arn, location)),
        ),
    };
}

/** Opens when nothing speaks against the plans: how much there is, and where it comes from. */
function planGate(
    scope: Scope,
    definitions: pulumi.Output<ContainerDefinition[]>,
    ...others: pulumi.Output<readonly Finding[]>[]
): Scope {
    const { title, parent } = scope;
    const ofSize = definitions.apply(async (known) => {
        const { findings, warnings } = findTaskDefinitionSize(known);
        for (const { path, reason, remedy } of warnings) {
            await pulumi.log.warn(`${title}: ${path} ${reason}. ${remedy}`, parent);
        }
        return findings;
    });
    return narrowGate(scope, () => throwWhenKnown(title, ofSize, ...others));
}

/** Finds what cannot be read from where it is: the key of a resource is known only now. */
function findElsewhere(
    facts: pulumi.Output<TaskFacts>,
    injections: readonly Injection[],
): pulumi.Output<Finding[]> {
    return facts.apply(({ injected, location }) =>
        injected.flatMap(({ reference, kmsKeyArn }, index) =>
            findLocationFindings(reference, {
                hasKey: kmsKeyArn !== undefined,
                location,
                path: injections[index].path,
            }),
        ),
    );
}

/** The resources that hold the component's own secrets. */
function listHolders(secrets: Record<string, KnownSecret>): Task["secrets"] {
    return Object.fromEntries(
        Object.entries(secrets).flatMap(([key, { holder }]) => (holder ? [[key, holder]] : [])),
    );
}

/** The versions by the keys of own secrets, and by the places where others are injected first. */
function listVersions(
    secrets: Record<string, KnownSecret>,
    injections: readonly Injection[],
): Task["versions"] {
    const others = new Map(
        injections
            .filter(({ secret }) => !Object.values(secrets).includes(secret))
            .map(({ secret, path }) => [secret, path] as const)
            .sort(([, a], [, b]) => compare(b, a)),
    );
    const all = [
        ...Object.entries(secrets),
        ...[...others].map(([secret, path]) => [path, secret] as const),
    ];
    return Object.fromEntries(
        all.flatMap(([key, { version }]) => (version ? [[key, version]] : [])),
    );
}

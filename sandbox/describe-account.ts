import { listInjections } from "../core";
import type { Account } from "./aws/account";
import { listServices, listTaskDefinitions, type Task } from "./aws/ecs";
import { listRules } from "./aws/events";
import { listManagedPolicies, listRoles } from "./aws/iam";
import { listSecrets } from "./aws/secretsmanager";
import { listParameters } from "./aws/ssm";

/** Describes in plain words what exists in a simulated account. No value of a secret is shown. */
export function describeAccount(account: Account): string {
    return [
        heading("Secrets"),
        ...describeSecrets(account),
        ...describeRoles(account),
        ...describeTaskDefinitions(account),
        ...describeTasks(account),
        ...describeRules(account),
    ].join("\n");
}

function describeSecrets(account: Account): string[] {
    const parameters = listParameters(account).map(({ arn, type, keyId }) => [
        `  ${arn}`,
        `      SSM Parameter Store, ${type}, encrypted with ${keyId ?? "no key"}`,
    ]);
    const secrets = listSecrets(account)
        .filter(({ scheduledForDeletion }) => !scheduledForDeletion)
        .map(({ arn, kmsKeyId }) => [
            `  ${arn}`,
            `      AWS Secrets Manager, encrypted with ${kmsKeyId ?? "alias/aws/secretsmanager"}`,
        ]);
    return [...parameters, ...secrets].flat();
}

function describeRoles(account: Account): string[] {
    return listRoles(account).flatMap((role) => [
        heading(roleTitle(account, role)),
        `  ${role.arn}`,
        "  trusts",
        indent(prettyJson(role.assumeRolePolicy)),
        ...Object.values(role.inline).flatMap((policy) => [
            "  may, by its own policy",
            indent(prettyJson(policy)),
        ]),
        ...role.attached.flatMap((arn) => describeManagedPolicy(account, arn)),
        ...(Object.keys(role.inline).length + role.attached.length > 0 ? [] : ["  has no rights"]),
        ...(role.boundary === undefined ? [] : [`  within the boundary ${role.boundary}`]),
    ]);
}

/** Both roles of a task trust the same service: only a task definition tells which is which. */
function roleTitle(account: Account, role: ReturnType<typeof listRoles>[number]): string {
    if (!role.assumeRolePolicy.includes("ecs-tasks.amazonaws.com")) {
        return "Role";
    }
    const definitions = listTaskDefinitions(account);
    return definitions.some(({ taskRoleArn }) => taskRoleArn === role.arn) &&
        !definitions.some(({ executionRoleArn }) => executionRoleArn === role.arn)
        ? "Task role"
        : "Task execution role";
}

/** What AWS's own policies say can be read elsewhere. */
function describeManagedPolicy(account: Account, arn: string): string[] {
    const own = listManagedPolicies(account).find((policy) => policy.arn === arn);
    return [`  and by ${arn}`, ...(own ? [indent(prettyJson(own.document))] : [])];
}

function describeRules(account: Account): string[] {
    return listRules(account).flatMap(({ arn, eventPattern, targets }) => [
        heading("Event rule"),
        `  ${arn}`,
        indent(prettyJson(eventPattern)),
        ...targets.map((target) => `  starts ${target.arn}`),
    ]);
}

function describeTaskDefinitions(account: Account): string[] {
    return listTaskDefinitions(account)
        .filter(({ status }) => status === "ACTIVE")
        .flatMap((definition) => [
            heading("Task definition, as AWS returns it"),
            indent(JSON.stringify(definition, undefined, 2)),
        ]);
}

function describeTasks(account: Account): string[] {
    return listServices(account).flatMap(({ deployments }) =>
        (deployments[0]?.tasks ?? []).flatMap((task) => [
            heading("Task"),
            `  ${task.taskArn} is ${task.lastStatus}`,
            ...(task.stoppedReason ? [`  ${task.stoppedReason}`] : []),
            ...describeInjected(account, task),
        ]),
    );
}

function describeInjected(account: Account, task: Task): string[] {
    const definition = listTaskDefinitions(account).find(
        (one) => one.taskDefinitionArn === task.taskDefinitionArn,
    );
    return task.lastStatus !== "RUNNING" || !definition
        ? []
        : listInjections(definition.containerDefinitions).map(
              ({ container, target, name, valueFrom }) =>
                  `  container ${container} was given ${target === "secrets" ? name : `log option ${name}`} from ${valueFrom}, version ${task.versions[container]?.[name]}`,
          );
}

function heading(title: string): string {
    return `\n  ${title}\n  ${"-".repeat(title.length)}`;
}

function prettyJson(json: string): string {
    return JSON.stringify(JSON.parse(json), undefined, 2);
}

function indent(text: string): string {
    return text.replaceAll(/^/gm, "      ");
}

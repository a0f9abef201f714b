import type { PolicyResource } from "@pulumi/policy";
import { listInjections, parameterPath, parseValueFrom, type InjectionFinding } from "../../core";
import { readContainers } from "../stack/containers";
import { readText } from "../stack/decode";
import { TYPES, type StackModel } from "../stack/model";

/** A finding, and the task definition that it is on. */
export interface TaskFinding extends InjectionFinding {
    readonly urn: string;
}

const PATHS = { secrets: "secrets", secretOptions: "logConfiguration.secretOptions" } as const;

/**
 * Finds names that are those of a secret of the stack and of no parameter of it: Amazon ECS takes any
 * name for a parameter's. There may be such a parameter outside the stack, so it is likely and no more.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
export function findSecretNames(model: StackModel): TaskFinding[] {
    const secrets = new Map(known(model.ofType(TYPES.secret), "name"));
    const parameters = model.ofType(TYPES.parameter);
    const names = known(parameters, "name");
    const paths = new Set(names.map(([name]) => parameterPath(name)));
    if (secrets.size === 0 || names.length < parameters.length) {
        return [];
    }
    return model.ofType(TYPES.taskDefinition).flatMap((task) =>
        listNames(task).flatMap(({ container, target, name, valueFrom }) => {
            const secret = secrets.get(valueFrom);
            return secret && !paths.has(parameterPath(valueFrom))
                ? [
                      {
                          urn: task.urn,
                          certainty: "likely" as const,
                          container,
                          path: PATHS[target],
                          name,
                          reason: `it is the name of secret ${secret.name}, and Amazon ECS looks for a parameter of that name`,
                          remedy: `Give the complete ARN: the arn of ${secret.name}.`,
                      },
                  ]
                : [];
        }),
    );
}

/** What a task definition refers to by a name. */
function listNames(task: PolicyResource) {
    return listInjections(readContainers(task)).filter(
        ({ valueFrom }) => !valueFrom.startsWith("arn:") && parseValueFrom(valueFrom).reference,
    );
}

function known(resources: readonly PolicyResource[], property: string) {
    return resources.flatMap((resource): [string, PolicyResource][] => {
        const reading = readText(resource.props, property);
        return reading.kind === "known" ? [[reading.text, resource]] : [];
    });
}

import type { Finding } from "../../finding";
import { DEFERRED, joinPath } from "../shape/shape";
import type { ContainerDescription } from "./description";

interface Variable {
    readonly name: string;
    readonly path: string;
}

/**
 * Finds variables of a container that have no name, or that of another one: Amazon ECS takes each
 * name once, in `environment` and `secrets` together.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function findVariableFindings(container: ContainerDescription, path: string): Finding[] {
    const plain = listVariables(container.environment, joinPath(path, "environment"));
    const all = listInjected(container, path);
    const unnamed = [...plain, ...all].filter(({ name }) => name === "");
    const injected = all.filter(({ name }) => name !== "");
    const firstOf = (name: string) => injected.find((one) => one.name === name);
    return [
        ...unnamed.map((variable) => ({
            path: variable.path.slice(0, -1),
            reason: "has a variable without a name",
            remedy: "Name it.",
        })),
        ...injected
            .filter(({ name }) => Object.hasOwn(container.environment ?? {}, name))
            .map(({ name, path: at }) => ({
                path: at,
                reason: "has the name of an environment variable of the same container",
                remedy: `Remove ${name} from environment.`,
            })),
        ...injected
            .filter((variable) => firstOf(variable.name) !== variable)
            .map(({ name, path: at }) => ({
                path: at,
                reason: `is injected already, by ${firstOf(name)?.path}`,
                remedy: "Remove one of the two.",
            })),
    ];
}

function listInjected(container: ContainerDescription, path: string): Variable[] {
    const { secrets, jsonSecrets = [] } = container;
    return [
        ...listVariables(secrets, joinPath(path, "secrets")),
        ...(jsonSecrets === DEFERRED ? [] : jsonSecrets).flatMap((secret, index) =>
            secret === DEFERRED
                ? []
                : listVariables(secret.keys, `${joinPath(path, "jsonSecrets")}[${index}].keys`),
        ),
    ];
}

function listVariables(record: object = {}, path: string): Variable[] {
    return Object.keys(record).map((name) => ({ name, path: joinPath(path, name) }));
}

import type { ScopeArgs } from "./scope";
import { listUses } from "./uses";

/**
 * The outline of a component: the names it uses and no value of any kind. It is what the engine is
 * told about the component itself: it stands in the state and in the preview's diff, where the
 * container definitions may still be one unknown string, and any policy may read it. Those of this
 * project's own pack do not: they know the component by its type token alone.
 */
export function outlineTask(args: ScopeArgs) {
    const uses = listUses(args);
    const containers = Object.entries(args.containers).map(([name, container]) => {
        const injected = (target: string) =>
            uses
                .filter((use) => use.container === name && use.target === target)
                .map((use) => use.name)
                .sort();
        return [
            name,
            {
                environment: names(container.environment),
                secrets: injected("secrets"),
                logOptions: names(container.logConfiguration?.options),
                logSecretOptions: injected("secretOptions"),
            },
        ];
    });
    const secrets = Object.entries(args.secrets ?? {}).map(([key, secret]) => [
        key,
        { store: secret.store ?? "secretsmanager", hasOwnKey: secret.kmsKeyId !== undefined },
    ]);
    return {
        containers: Object.fromEntries(containers) as Record<string, unknown>,
        secrets: Object.fromEntries(secrets) as Record<string, unknown>,
    };
}

function names(record: object | undefined): string[] {
    return Object.keys(record ?? {}).sort();
}

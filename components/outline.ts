import type * as pulumi from "@pulumi/pulumi";
import { compare } from "../core";
import { isOutput } from "./is-output";
import type { ScopeArgs } from "./scope";
import { listUses } from "./uses";
import { resolveKnown, type KnownOutputs } from "./validation/known-outputs";

/**
 * The outline of a component: the names it uses and no value of any kind. It is what the engine is
 * told about the component itself: it stands in the state and in the preview's diff, where the
 * container definitions may still be one unknown string, and any policy may read it. This project's
 * own pack judges by it the names of variables whose values are not known yet; all others the
 * component has judged itself.
 */
export function outlineTask(args: ScopeArgs) {
    const uses = listUses(args);
    let resolving: Promise<KnownOutputs> | undefined;
    const resolve = () => (resolving ??= resolveKnown(args));
    const containers = Object.entries(args.containers).map(([name, container]) => {
        const injected = (target: string) =>
            uses
                .filter((use) => use.container === name && use.target === target)
                .map((use) => use.name)
                .sort(compare);
        return [
            name,
            {
                environment: names(container.environment),
                undetermined: findUndetermined(container.environment, resolve),
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
    return Object.keys(record ?? {}).sort(compare);
}

/**
 * The names whose values a preview does not know. It waits for the Outputs of all args, as the
 * validation does, so that one which never resolves keeps nothing waiting that another one rejects;
 * what is rejected is for the validation to tell.
 */
function findUndetermined(
    environment: Readonly<Record<string, pulumi.Input<string>>> = {},
    resolve: () => Promise<KnownOutputs>,
): string[] | Promise<string[]> {
    const open = Object.entries(environment).filter(([, value]) => isOutput(value));
    return open.length === 0
        ? []
        : resolve().then(
              (known) =>
                  open
                      .filter(([, value]) => !known.get(value)?.resolved)
                      .map(([name]) => name)
                      .sort(compare),
              () => [],
          );
}

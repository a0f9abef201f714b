import type { Fragment } from "./fragments";
import type { Plan } from "./plan";

/**
 * Whether the pack knows enough of a stack to be asked: the ARN and the tags of an AWS managed key
 * are in no program, so that it says nothing yet of a Deny of some keys.
 */
export function isSettled({ injections, boundary }: Plan): boolean {
    const isManaged = injections.some(({ key }) => key === "default" || key === "managed alias");
    const statements = injections.flatMap(({ read, decrypt }) => [...read, ...decrypt]);
    return !isManaged || ![...statements, ...(boundary?.Statement ?? [])].some(deniesSomeKeys);
}

function deniesSomeKeys({ Effect, Action, Resource, Condition }: Fragment): boolean {
    const isOfKeys = Action === undefined || /\*"|kms:/i.test(JSON.stringify(Action));
    return Effect === "Deny" && isOfKeys && (Resource !== "*" || Condition !== undefined);
}

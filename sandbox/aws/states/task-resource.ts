import type { Account } from "../account";
import type { Agent } from "../ecs/agent-access";
import { StateFailure } from "./failure";

/** What a task can do: an integration of Step Functions with another service. */
export interface TaskResource {
    /** The fields that the simulation heeds; AWS has more. */
    readonly fields: readonly string[];
    /** The fields that must be there. */
    readonly required: readonly string[];
    /** Does it with the rights of the role, or throws a {@link StateFailure}. */
    readonly perform: (account: Account, agent: Agent, parameters: TaskParameters) => unknown;
}

/** What a task is given. */
export type TaskParameters = Readonly<Record<string, unknown>>;

/** Reads a parameter that must be a text. */
export function textOf(parameters: TaskParameters, name: string): string {
    const value = parameters[name];
    if (typeof value !== "string") {
        throw new StateFailure("States.Runtime", `The field '${name}' must be a String.`);
    }
    return value;
}

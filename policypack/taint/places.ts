import type { PlaintextReading } from "../../core";
import { listFunctionPlaintext } from "../places/function";
import { listParameterPlaintext } from "../places/parameter";
import { listStateMachinePlaintext } from "../places/state-machine";
import { listTaskDefinitionPlaintext } from "../places/task-definition";
import type { Properties } from "../plaintext/define-policy";
import { TYPES } from "../stack/model";

/** Lists what a resource shows to others. */
export type ListPlaintext = (props: Properties, urn: string) => PlaintextReading;

/** By resource type: everything in such a resource that others may read. */
export const PLACES: Readonly<Record<string, ListPlaintext>> = {
    "aws:lambda/function:Function": listFunctionPlaintext,
    "aws:sfn/stateMachine:StateMachine": listStateMachinePlaintext,
    [TYPES.parameter]: listParameterPlaintext,
    [TYPES.taskDefinition]: listTaskDefinitionPlaintext,
};

/**
 * The properties that the provider's SDK marks secret whatever they hold; that Pulumi holds them
 * secret tells nothing. Source: the constructor of `aws.ssm.Parameter`.
 */
export const ALWAYS_HELD: readonly string[] = [`${TYPES.parameter} value`];

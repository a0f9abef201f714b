import { InputPropertiesError } from "@pulumi/pulumi/errors";
import type { ComponentResourceOptions, Inputs } from "@pulumi/pulumi";
import type { ConstructResult } from "@pulumi/pulumi/provider";
import {
    SecretInjectedService,
    SecretInjectedTaskDefinition,
    type SecretInjectedServiceArgs,
    type SecretInjectedTaskDefinitionArgs,
} from "../components";
import { giveOutput, holdOutputs } from "./inputs/outputs";
import { readInputs } from "./inputs/read-inputs";
import { formatFindings } from "./names/format-findings";
import type { Spelling } from "./names/spelling";
import type { PackageSchema } from "./package-schema";

/** What is constructed. */
export interface Construction {
    readonly name: string;
    readonly type: string;
    readonly inputs: Inputs;
    readonly opts: ComponentResourceOptions;
}

/** A component, and the outputs that the schema names. */
type Component = SecretInjectedService | SecretInjectedTaskDefinition;

/**
 * Creates a component from the inputs of a program in any language.
 *
 * It waits until nothing speaks against the component's children: what does is told once, in the
 * program's words.
 */
export async function construct(
    { name, type, inputs, opts }: Construction,
    schema: PackageSchema,
    spelling: Spelling,
): Promise<ConstructResult> {
    const create = CREATE.get(type);
    if (create === undefined) {
        const known = [...CREATE.keys()].join(" or ");
        throw new Error(`There is no ${type} in ${schema.name} ${schema.version}: use ${known}.`);
    }
    const args = await readArgs(inputs, type, schema);
    try {
        const component = create(name, args, opts);
        await component["getData"]();
        return { urn: component.urn, state: listOutputs(component) };
    } catch (error) {
        if (!InputPropertiesError.isInstance(error)) {
            throw error;
        }
        // The engine prints the properties of the SDK's own error with their values, secret or not.
        // https://github.com/pulumi/pulumi/blob/v3.259.0/pkg/resource/deploy/source_eval.go#L2190
        const findings = formatFindings(error, { args, type, schema, spelling });
        throw new Error(findings, { cause: error });
    }
}

type Create = (name: string, args: unknown, opts: ComponentResourceOptions) => Component;

const CREATE: ReadonlyMap<string, Create> = new Map<string, Create>([
    [
        SecretInjectedService.type,
        (name, args, opts) =>
            new SecretInjectedService(name, args as SecretInjectedServiceArgs, opts),
    ],
    [
        SecretInjectedTaskDefinition.type,
        (name, args, opts) =>
            new SecretInjectedTaskDefinition(name, args as SecretInjectedTaskDefinitionArgs, opts),
    ],
]);

async function readArgs(inputs: Inputs, type: string, schema: PackageSchema) {
    const held = (await holdOutputs({ ...inputs })) as Record<string, unknown>;
    return readInputs(held, schema.resources[type].inputProperties, {
        types: schema.types,
        give: giveOutput,
    });
}

/** What the component registers, and so what its schema has. */
function listOutputs(component: Component): Inputs {
    return {
        ...(component instanceof SecretInjectedService && { serviceArn: component.service.id }),
        crossAccountPolicies: component.crossAccountPolicies,
        executionRoleArn: component.executionRoleArn,
        executionRolePolicy: component.executionRolePolicy,
        readers: component.readers,
        secretArns: component.secretArns,
        taskDefinitionArn: component.taskDefinition.arn,
        taskRoleArn: component.taskRoleArn,
    };
}
